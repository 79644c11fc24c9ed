import { describe, expect, it } from 'vitest'
import {
  account,
  filesOf,
  group,
  instance,
  openAcl,
  other,
  subnet,
  table,
  tcp,
  vpc,
} from '../import/testing/account'
import { documentOf, flowIn } from './testing/imported'

type Raw = Readonly<Record<string, unknown>>
type Lists = Readonly<Record<string, readonly Raw[]>>

const folder = `accounts/${account}/eu-west-1`

const lists = (more: Lists = {}): Lists => ({
  Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
  Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24')],
  RouteTables: [
    table('rtb-a', 'vpc-a', [{ DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: 'tgw-1' }]),
  ],
  NetworkAcls: [openAcl('acl-a', 'vpc-a')],
  SecurityGroups: [group('sg-a', 'vpc-a', [tcp(8080, '10.0.1.0/24')])],
  Instances: [instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a'])],
  ...more,
})

const attached = (id: string, vpcId: string, type = 'vpc'): Raw => ({
  TransitGatewayAttachmentId: id,
  TransitGatewayId: 'tgw-1',
  ResourceType: type,
  ResourceId: vpcId,
  ResourceOwnerId: other,
  State: 'available',
})

const hub = lists({
  TransitGateways: [{ TransitGatewayId: 'tgw-1', OwnerId: account, State: 'available' }],
  TransitGatewayVpcAttachments: [
    {
      TransitGatewayAttachmentId: 'tgw-attach-1',
      TransitGatewayId: 'tgw-1',
      VpcId: 'vpc-a',
      State: 'available',
      SubnetIds: ['subnet-a'],
    },
  ],
  TransitGatewayAttachments: [
    {
      ...attached('tgw-attach-1', 'vpc-a'),
      Association: { TransitGatewayRouteTableId: 'tgw-rtb-1', State: 'associated' },
    },
    attached('tgw-attach-2', 'vpc-elsewhere'),
    attached('tgw-attach-3', 'vpn-elsewhere', 'vpn'),
  ],
  TransitGatewayRouteTables: [
    { TransitGatewayRouteTableId: 'tgw-rtb-1', TransitGatewayId: 'tgw-1', State: 'available' },
  ],
})

const route = (block: string, attachment: string, ResourceType: string, Type: string): Raw => ({
  DestinationCidrBlock: block,
  Type,
  State: 'active',
  TransitGatewayAttachments: [
    { TransitGatewayAttachmentId: attachment, ResourceType, ResourceId: 'elsewhere' },
  ],
})

const routes = {
  Routes: [
    route('10.9.0.0/16', 'tgw-attach-2', 'vpc', 'propagated'),
    route('10.8.0.0/16', 'tgw-attach-3', 'vpn', 'static'),
    route('10.7.0.0/16', 'tgw-attach-4', 'direct-connect-gateway', 'propagated'),
    { DestinationCidrBlock: '10.0.0.0/8', Type: 'static', State: 'blackhole' },
  ],
}

describe('routes of a transit gateway', () => {
  const of = (more: Raw = {}) =>
    documentOf([
      ...filesOf(hub),
      {
        path: `${folder}/search-transit-gateway-routes/tgw-rtb-1.json`,
        value: { ...routes, ...more },
      },
    ])

  it('CL-17: those that lead to what nobody described are there, and nothing wider counts', () => {
    for (const to of ['10.9.0.1', '10.8.0.1', '10.7.0.1'])
      expect(flowIn(of(), { from: 'i-a', to, port: 443 })).toBe('NOT-MODELLED')
    expect(flowIn(of(), { from: 'i-a', to: '10.6.0.1', port: 443 })).toBe(
      'NO(TGW_RTB_BAD_STATE_ROUTE)',
    )
  })

  it('TGW-10: those by a prefix list count, whether the references are told or not', () => {
    const dead = { Type: 'static', State: 'blackhole', PrefixListId: 'pl-1' }
    const table = { TransitGatewayRouteTableId: 'tgw-rtb-1' }
    const document = (more: Lists) =>
      documentOf([
        ...filesOf({
          ...hub,
          PrefixLists: [{ PrefixListId: 'pl-1', AddressFamily: 'IPv4', OwnerId: account }],
          ...more,
        }),
        {
          path: `${folder}/search-transit-gateway-routes/tgw-rtb-1.json`,
          value: { Routes: [{ ...dead, DestinationCidrBlock: '10.6.0.0/16' }] },
        },
        {
          path: `${folder}/get-managed-prefix-list-entries/pl-1.json`,
          value: { Entries: [{ Cidr: '10.6.0.0/16' }] },
        },
      ])
    const references = [{ ...table, PrefixListId: 'pl-1', State: 'available', Blackhole: true }]
    const told = { TransitGatewayPrefixListReferences: references }
    for (const more of [{}, told])
      expect(flowIn(document(more), { from: 'i-a', to: '10.6.0.1', port: 443 })).toBe(
        'NO(TGW_RTB_BAD_STATE_ROUTE)',
      )
  })

  it('TGW-10: of a table with more routes than were answered nothing is certain', () => {
    const cut = of({ AdditionalRoutesAvailable: true })
    expect(flowIn(cut, { from: 'i-a', to: '10.6.0.1', port: 443 })).toBe('NOT-MODELLED')
  })
})

describe('answers for one thing each', () => {
  const arn = (what: string) => `arn:aws:elasticloadbalancing:eu-west-1:${account}:${what}`
  const [balancer, targets] = [
    arn('loadbalancer/net/web/0123456789abcdef'),
    arn('targetgroup/web-tls/fedcba9876543210'),
  ]
  const served = lists({
    LoadBalancers: [
      {
        LoadBalancerArn: balancer,
        LoadBalancerName: 'web',
        VpcId: 'vpc-a',
        Type: 'network',
        Scheme: 'internal',
        AvailabilityZones: [
          {
            SubnetId: 'subnet-a',
            ZoneName: 'eu-west-1a',
            LoadBalancerAddresses: [{ PrivateIPv4Address: '10.0.1.99' }],
          },
        ],
      },
    ],
    TargetGroups: [
      { TargetGroupArn: targets, VpcId: 'vpc-a', TargetType: 'ip', Protocol: 'TCP', Port: 8080 },
    ],
    SecurityGroups: [group('sg-a', 'vpc-a', [tcp(8080, '10.0.1.50/32')])],
    Instances: [
      instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a']),
      instance('i-b', 'subnet-a', '10.0.1.50', ['sg-a']),
    ],
    Listeners: [
      {
        ListenerArn: arn('listener/net/web/0123456789abcdef/1111111111111111'),
        LoadBalancerArn: balancer,
        Port: 443,
        Protocol: 'TCP',
        DefaultActions: [{ Type: 'forward', TargetGroupArn: targets }],
      },
    ],
  })
  const health = { TargetHealthDescriptions: [{ Target: { Id: '10.0.1.10', Port: 8080 } }] }
  const attributes = {
    Attributes: [
      { Key: 'stickiness.enabled', Value: 'false' },
      { Key: 'preserve_client_ip.enabled', Value: 'true' },
    ],
  }

  it.each([
    [
      'the end of the ARN',
      'target-health-fedcba9876543210.json',
      'attributes_fedcba9876543210.json',
    ],
    [
      'the ARN with other signs',
      `health_${targets.replaceAll(/[:/]/g, '_')}.json`,
      `${targets.replaceAll(/[:/]/g, '-')}.json`,
    ],
    ['a folder', 'fedcba9876543210/health.json', 'fedcba9876543210/attributes.json'],
    [
      'the name',
      'describe-target-health-web-tls.json',
      'describe-target-group-attributes/web-tls.json',
    ],
  ])('LB-6: may be known by what the path tells: %s', (_, one, two) => {
    const document = documentOf([
      ...filesOf(served),
      { path: `${folder}/${one}`, value: health },
      { path: `${folder}/tg/${two}`, value: attributes },
    ])
    // the client's address is kept: only the one that the target admits gets through
    expect(flowIn(document, { from: 'i-b', to: 'web', port: 443 })).toBe('OK')
    expect(flowIn(document, { from: 'i-b', to: 'i-a', port: 8080 })).toBe('OK')
    expect(flowIn(document, { from: 'i-a', to: 'i-b', port: 8080 })).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
  })
})

describe("AWS's own prefix lists", () => {
  it('EP-5: have their blocks from one call and their family from another', () => {
    const list = { PrefixListId: 'pl-1', PrefixListName: 'com.amazonaws.eu-west-1.s3' }
    const toList = { IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-1' }] }
    const document = documentOf([
      ...filesOf(
        lists({
          SecurityGroups: [group('sg-a', 'vpc-a', [], [toList])],
          VpcEndpoints: [],
          NetworkInterfaces: [],
        }),
      ),
      { path: 'a.json', value: { PrefixLists: [{ ...list, Cidrs: ['52.218.0.0/17'] }] } },
      {
        path: 'b.json',
        value: {
          PrefixLists: [
            { ...list, OwnerId: 'AWS', AddressFamily: 'IPv4', PrefixListArn: 'arn:x', Tags: [] },
          ],
        },
      },
    ])
    // past the group, and then nowhere: no route leads to the internet
    for (const to of ['s3.eu-west-1', '52.218.1.1'])
      expect(flowIn(document, { from: 'i-a', to, port: 443 })).toBe('NO(NO_ROUTE_TO_DESTINATION)')
    expect(flowIn(document, { from: 'i-a', to: '52.219.1.1', port: 443 })).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
  })
})
