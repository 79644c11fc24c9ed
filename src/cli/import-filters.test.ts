import { describe, expect, it } from 'vitest'
import {
  account,
  face,
  filesOf,
  group,
  instance,
  openAcl,
  subnet,
  table,
  tcp,
  vpc,
} from '../import/testing/account'
import type { Resource } from '../kinds/resource'
import { documentOf, flowIn } from './testing/imported'

type Raw = Readonly<Record<string, unknown>>

const arn = (what: string) => `arn:aws:network-firewall:eu-west-1:${account}:${what}`

/** Two subnets of a VPC, and an endpoint between them that belongs to a firewall or to somebody's service. */
const lists = (tags: readonly Raw[], without: readonly string[] = []) => {
  const all: Readonly<Record<string, readonly Raw[]>> = {
    Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
    Subnets: ['1', '2', '9'].map((it) => subnet(`subnet-${it}`, 'vpc-a', `10.0.${it}.0/24`)),
    RouteTables: [
      table('rtb-m', 'vpc-a', []),
      table('rtb-1', 'vpc-a', [to('10.0.2.0/24')], [{ SubnetId: 'subnet-1' }]),
      table('rtb-2', 'vpc-a', [to('10.0.1.0/24')], [{ SubnetId: 'subnet-2' }]),
    ],
    NetworkAcls: [openAcl('acl-a', 'vpc-a')],
    SecurityGroups: [
      group('sg-1', 'vpc-a'),
      group('sg-2', 'vpc-a', [
        tcp(443, '10.0.1.0/24'),
        tcp(80, '10.0.1.0/24'),
        tcp(22, '10.0.7.0/24'),
      ]),
    ],
    Instances: [
      instance('i-1', 'subnet-1', '10.0.1.10', ['sg-1']),
      instance('i-2', 'subnet-2', '10.0.2.10', ['sg-2']),
    ],
    NetworkInterfaces: [
      face('eni-9', 'subnet-9', '10.0.9.9', {
        InterfaceType: 'gateway_load_balancer_endpoint',
        SourceDestCheck: false,
      }),
    ],
    VpcEndpoints: [
      {
        VpcEndpointId: 'vpce-9',
        VpcEndpointType: 'GatewayLoadBalancer',
        VpcId: 'vpc-a',
        ServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-0',
        State: 'available',
        SubnetIds: ['subnet-9'],
        NetworkInterfaceIds: ['eni-9'],
        Tags: tags,
      },
    ],
  }
  return Object.fromEntries(Object.entries(all).filter(([key]) => !without.includes(key)))
}

const to = (DestinationCidrBlock: string) => ({ DestinationCidrBlock, GatewayId: 'vpce-9' })
const ofFirewall = [{ Key: 'Firewall', Value: arn('firewall/f') }]

/** The answers about a firewall in strict order, which passes what these rules say. */
const policy = (rulesSource: Raw, variables: Raw = {}) => [
  {
    path: 'firewall.json',
    value: {
      Firewall: {
        FirewallName: 'f',
        FirewallArn: arn('firewall/f'),
        FirewallPolicyArn: arn('firewall-policy/p'),
        VpcId: 'vpc-a',
      },
      FirewallStatus: { Status: 'READY' },
    },
  },
  {
    path: 'policy.json',
    value: {
      FirewallPolicyResponse: { FirewallPolicyArn: arn('firewall-policy/p') },
      FirewallPolicy: {
        StatelessDefaultActions: ['aws:forward_to_sfe'],
        StatefulRuleGroupReferences: [{ ResourceArn: arn('stateful-rulegroup/g'), Priority: 1 }],
        StatefulDefaultActions: ['aws:drop_strict'],
        StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER' },
      },
    },
  },
  {
    path: 'group.json',
    value: {
      RuleGroupResponse: { RuleGroupArn: arn('stateful-rulegroup/g') },
      RuleGroup: { RuleVariables: variables, RulesSource: rulesSource },
    },
  },
]

const verdicts = (document: ReturnType<typeof documentOf>) =>
  [443, 80, 22].map((port) => flowIn(document, { from: 'i-1', to: 'i-2', port }))

describe('AWS Network Firewall', () => {
  const restricted = ['OK', 'NO(FIREWALL_RULES_RESTRICTION)', 'NO(FIREWALL_RULES_RESTRICTION)']

  it('EP-12: judges by the rules of addresses and ports of its groups', () => {
    const rule = {
      Action: 'PASS',
      Header: {
        Protocol: 'TCP',
        Source: '$CLIENTS',
        SourcePort: 'ANY',
        Direction: 'FORWARD',
        Destination: '[10.0.2.0/24,10.0.3.0/24]',
        DestinationPort: '[443,8000:8100]',
      },
      RuleOptions: [{ Keyword: 'sid', Settings: ['1'] }],
    }
    const variables = { IPSets: { CLIENTS: { Definition: ['10.0.1.0/24'] } } }
    const answers = policy({ StatefulRules: [rule] }, variables)
    expect(verdicts(documentOf([...filesOf(lists(ofFirewall)), ...answers]))).toEqual(restricted)
  })

  it('EP-12: reads Suricata rules that say no more than that', () => {
    const RulesString =
      '# web\npass tcp $HOME_NET any -> 10.0.2.0/24 443 (msg:"web"; sid:1; rev:1;)\n'
    const answers = policy({ RulesString })
    expect(verdicts(documentOf([...filesOf(lists(ofFirewall)), ...answers]))).toEqual(restricted)
  })

  const stateful = (Source: string) => ({
    Action: 'PASS',
    Header: {
      Protocol: 'TCP',
      Source,
      SourcePort: 'ANY',
      Direction: 'FORWARD',
      Destination: 'ANY',
      DestinationPort: 'ANY',
    },
    RuleOptions: [{ Keyword: 'sid', Settings: ['1'] }],
  })
  const passing = (Source: string) =>
    documentOf([...filesOf(lists(ofFirewall)), ...policy({ StatefulRules: [stateful(Source)] })])

  it.each([
    ['ANY', null],
    // no IPv6 address is in it
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['[10.0.1.7,2001:DB8::/32]', '10.0.1.7/32'],
  ])('WALK-6, RT-3: a rule for %s takes %s', (written, source) => {
    const [wall] = Object.values<Resource>(passing(written).resources).filter(
      ({ kind }) => kind === 'network-firewall',
    )
    expect(wall).toMatchObject({ statefulRules: { 1: { action: 'PASS', source } } })
  })

  it.each(['10.0.1', 'somewhere', '10.0.0.0/33', '[10.0.1.0/24,::x]'])(
    'WALK-15: is unknown where a rule is for %s, which is no address',
    (written) => {
      expect(verdicts(passing(written))).toContain('NOT-MODELLED')
    },
  )

  it('WALK-15: is unknown where a rule looks into packets, but for what is dropped behind it', () => {
    const RulesString = 'pass tls any any -> any any (tls.sni; content:"x"; sid:1;)'
    const document = documentOf([...filesOf(lists(ofFirewall)), ...policy({ RulesString })])
    expect(verdicts(document)).toEqual([
      'NOT-MODELLED',
      'NOT-MODELLED',
      'NO(ENI_SG_RULES_MISMATCH)',
    ])
  })

  it('WALK-15: of which nobody described the policy, as well', () => {
    expect(verdicts(documentOf(filesOf(lists(ofFirewall))))).toEqual([
      'NOT-MODELLED',
      'NOT-MODELLED',
      'NO(ENI_SG_RULES_MISMATCH)',
    ])
  })
})

describe('what only filters', () => {
  it('WALK-6: a service of another account that inspects is taken to pass', () => {
    expect(verdicts(documentOf(filesOf(lists([]))))).toEqual([
      'OK',
      'OK',
      'NO(ENI_SG_RULES_MISMATCH)',
    ])
  })

  it('WALK-15: beside a table that nobody described, nothing is known', () => {
    const less = lists([], ['NetworkAcls', 'RouteTables'])
    expect(new Set(verdicts(documentOf(filesOf(less))))).toEqual(new Set(['NOT-MODELLED']))
  })

  it('WALK-15: a network ACL that nobody described hides nothing that drops behind it', () => {
    expect(verdicts(documentOf(filesOf(lists([], ['NetworkAcls']))))).toEqual([
      'NOT-MODELLED',
      'NOT-MODELLED',
      'NO(ENI_SG_RULES_MISMATCH)',
    ])
  })
})
