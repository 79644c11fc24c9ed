import { part, parts, text, texts, type Raw } from '../../../kinds/describe'
import type { Book } from '../../cloudformation/book'
import { picked } from '../../cloudformation/item'
import type { Words } from '../written'

/** A block that stands once, where CloudFormation has an object. */
const once = (it: Raw, key: string): Raw => parts(it, key)[0] ?? {}

/** Sets of addresses or ports by their keys. */
const byKey = (sets: readonly Raw[], key: string): Raw =>
  Object.fromEntries(
    sets.map((it) => [text(it, 'Key') ?? '', { Definition: texts(once(it, key), 'Definition') }]),
  )

const statelessRule = (it: Raw): Raw => {
  const definition = once(it, 'RuleDefinition')
  const match = once(definition, 'MatchAttributes')
  return {
    ...picked(it, 'Priority'),
    RuleDefinition: {
      Actions: texts(definition, 'Actions'),
      MatchAttributes: {
        Protocols: texts(match, 'Protocols'),
        Sources: parts(match, 'Source'),
        Destinations: parts(match, 'Destination'),
        SourcePorts: parts(match, 'SourcePort').map(oneOrMore),
        DestinationPorts: parts(match, 'DestinationPort').map(oneOrMore),
        TCPFlags: parts(match, 'TcpFlag'),
      },
    },
  }
}

/** Without its end a range is a single port. */
const oneOrMore = (it: Raw): Raw => ({ ToPort: text(it, 'FromPort'), ...it })

const statefulRule = (it: Raw): Raw => ({
  ...picked(it, 'Action'),
  Header: once(it, 'Header'),
  RuleOptions: parts(it, 'RuleOption'),
})

/** What the rules of a group are made of. */
function sourceIn(it: Raw): Raw {
  const source = once(it, 'RulesSource')
  const [domains] = parts(source, 'RulesSourceList')
  const stateless = parts(once(source, 'StatelessRulesAndCustomActions'), 'StatelessRule')
  return {
    ...picked(source, 'RulesString'),
    ...(domains && { RulesSourceList: domains }),
    StatefulRules: parts(source, 'StatefulRule').map(statefulRule),
    StatelessRulesAndCustomActions: { StatelessRules: stateless.map(statelessRule) },
  }
}

/** Its rules stand in blocks, or all in one text. */
const ruleGroup: Words = (it) => {
  const group = once(it, 'RuleGroup')
  const variables = once(group, 'RuleVariables')
  const written = text(it, 'Rules')
  return [
    {
      type: 'AWS::NetworkFirewall::RuleGroup',
      properties: {
        ...picked(it, 'Type', 'Capacity', 'Description'),
        RuleGroupName: text(it, 'Name'),
        RuleGroup: {
          RuleVariables: {
            IPSets: byKey(parts(variables, 'IpSets'), 'IpSet'),
            PortSets: byKey(parts(variables, 'PortSets'), 'PortSet'),
          },
          RulesSource: written === null ? sourceIn(group) : { RulesString: written },
        },
      },
    },
  ]
}

const policy: Words = (it) => {
  const own = once(it, 'FirewallPolicy')
  const variables = parts(once(own, 'PolicyVariables'), 'RuleVariables')
  return [
    {
      type: 'AWS::NetworkFirewall::FirewallPolicy',
      properties: {
        FirewallPolicy: {
          ...picked(own, 'StatelessDefaultActions', 'StatelessFragmentDefaultActions'),
          ...picked(own, 'StatefulDefaultActions'),
          StatefulEngineOptions: once(own, 'StatefulEngineOptions'),
          StatelessRuleGroupReferences: parts(own, 'StatelessRuleGroupReference'),
          StatefulRuleGroupReferences: parts(own, 'StatefulRuleGroupReference'),
          PolicyVariables: { RuleVariables: { IPSets: byKey(variables, 'IpSet') } },
        },
      },
    },
  ]
}

const firewall: Words = (it) => [
  {
    type: 'AWS::NetworkFirewall::Firewall',
    properties: {
      ...picked(it, 'VpcId', 'FirewallPolicyArn', 'Tags'),
      FirewallName: text(it, 'Name'),
      SubnetMappings: parts(it, 'SubnetMapping'),
    },
  },
]

/** Types whose meaning is that of a type of CloudFormation. */
export const firewallWords: Readonly<Record<string, Words>> = {
  aws_networkfirewall_rule_group: ruleGroup,
  aws_networkfirewall_firewall_policy: policy,
  aws_networkfirewall_firewall: firewall,
}

/** The attributes that say something of the network. */
export const firewallTells: Readonly<Record<string, readonly string[]>> = {
  aws_networkfirewall_rule_group: ['rule_group', 'rules', 'type'],
  aws_networkfirewall_firewall_policy: ['firewall_policy'],
  aws_networkfirewall_firewall: ['firewall_policy_arn', 'subnet_mapping', 'vpc_id'],
}

/** What is not known of a policy, or of a group of its rules, is not known of its firewalls. */
export function doubtFirewalls(book: Book, open: ReadonlyMap<string, string>): void {
  for (const [id, it] of book.all('Firewalls')) {
    const policyArn = text(it, 'FirewallPolicyArn') ?? ''
    const rules = part(book.find('FirewallPolicies', policyArn) ?? {}, 'FirewallPolicy')
    const groups = ['StatelessRuleGroupReferences', 'StatefulRuleGroupReferences'].flatMap((key) =>
      parts(rules, key).map((each) => text(each, 'ResourceArn') ?? ''),
    )
    for (const each of [policyArn, ...groups]) {
      const missing = open.get(each)
      if (missing !== undefined) book.doubt(id, missing)
    }
  }
}

/** The endpoints of a firewall that is there, each with its place among the subnets. */
export function endpointsTold(values: Raw): readonly (readonly [string, number])[] {
  const subnets = parts(values, 'subnet_mapping').map((each) => text(each, 'subnet_id'))
  return parts(values, 'firewall_status')
    .flatMap((each) => parts(each, 'sync_states'))
    .flatMap((each) => parts(each, 'attachment'))
    .flatMap((each): [string, number][] => {
      const endpoint = text(each, 'endpoint_id')
      const index = subnets.indexOf(text(each, 'subnet_id'))
      return endpoint === null || index < 0 ? [] : [[endpoint, index]]
    })
}
