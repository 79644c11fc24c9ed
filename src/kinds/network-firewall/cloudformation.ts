import { nested, ref, type Body, type Nested } from '../../iac/value'
import type { Emit } from '../emit'
import { firewallPlan, policyPart, type PlannedGroup } from './plan'
import type { PlannedStateful } from './stateful'
import type { PlannedStateless } from './stateless'

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-networkfirewall-firewall.html */
export const cloudformation: Emit<'network-firewall'> = (firewall, context) => {
  const { block, output, strictTags } = context
  const plan = firewallPlan(firewall, context)
  if (!plan) return { blocks: [], outputs: [] }
  const groupBlock = (
    { part, words, name, description, capacity }: PlannedGroup<unknown>,
    type: 'STATELESS' | 'STATEFUL',
    rules: Body,
  ) =>
    block(
      'AWS::NetworkFirewall::RuleGroup',
      {
        RuleGroupName: name,
        Description: description,
        Type: type,
        Capacity: capacity,
        RuleGroup: nested(rules),
        Tags: strictTags(),
      },
      { part, words },
    )
  const isStrict = firewall.ruleOrder === 'STRICT_ORDER'
  return {
    blocks: [
      ...plan.stateless.map((group) =>
        groupBlock(group, 'STATELESS', {
          RulesSource: nested({
            StatelessRulesAndCustomActions: nested({
              StatelessRules: group.rules.map(statelessRule),
            }),
          }),
        }),
      ),
      ...plan.stateful.map((group) =>
        groupBlock(group, 'STATEFUL', {
          RulesSource: nested({ StatefulRules: group.rules.map(statefulRule) }),
          StatefulRuleOptions: nested({ RuleOrder: firewall.ruleOrder }),
        }),
      ),
      block(
        'AWS::NetworkFirewall::FirewallPolicy',
        {
          FirewallPolicyName: plan.name,
          FirewallPolicy: nested({
            StatelessDefaultActions: [firewall.statelessDefaultAction],
            StatelessFragmentDefaultActions: [firewall.statelessDefaultAction],
            StatefulDefaultActions: plan.statefulDefault,
            StatefulEngineOptions: nested({ RuleOrder: firewall.ruleOrder }),
            StatelessRuleGroupReferences: referencesTo(plan.stateless, firewall.id, true),
            StatefulRuleGroupReferences: referencesTo(plan.stateful, firewall.id, isStrict),
          }),
          Tags: strictTags(),
        },
        { part: policyPart },
      ),
      block('AWS::NetworkFirewall::Firewall', {
        FirewallName: plan.name,
        FirewallPolicyArn: ref(firewall.id, 'id', policyPart),
        VpcId: ref(firewall.vpcId),
        SubnetMappings: plan.subnets.map(({ id }) => nested({ SubnetId: ref(id) })),
        Tags: strictTags(),
      }),
    ],
    outputs: [output(['firewall arn'], `ARN of the firewall ${firewall.name}.`, ref(firewall.id))],
  }
}

/** Groups of one engine as the policy names them; without any there is nothing to write. */
function referencesTo(
  groups: readonly PlannedGroup<unknown>[],
  firewallId: string,
  hasPriority: boolean,
): readonly Nested[] | undefined {
  if (groups.length === 0) return undefined
  return groups.map(({ part, priority }) =>
    nested({
      Priority: hasPriority ? priority : undefined,
      ResourceArn: ref(firewallId, 'id', part),
    }),
  )
}

const addresses = (block: string | undefined) =>
  block === undefined ? undefined : [nested({ AddressDefinition: block })]
const ports = (range: PlannedStateless['sourcePorts']) =>
  range && [nested({ FromPort: range.from, ToPort: range.to })]

function statelessRule(rule: PlannedStateless): Nested {
  return nested({
    Priority: rule.priority,
    RuleDefinition: nested({
      Actions: [rule.action],
      MatchAttributes: nested({
        Protocols: rule.protocols,
        Sources: addresses(rule.source),
        SourcePorts: ports(rule.sourcePorts),
        Destinations: addresses(rule.destination),
        DestinationPorts: ports(rule.destinationPorts),
      }),
    }),
  })
}

const statefulRule = (rule: PlannedStateful): Nested =>
  nested({
    Action: rule.action,
    Header: nested({
      Protocol: rule.protocol,
      Source: rule.source,
      SourcePort: rule.sourcePort,
      Direction: rule.direction,
      Destination: rule.destination,
      DestinationPort: rule.destinationPort,
    }),
    RuleOptions: [nested({ Keyword: 'sid', Settings: [String(rule.sid)] })],
  })
