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
import { importAnswers } from '../import/aws/import'
import { documentOf, flowIn } from './testing/imported'

type Raw = Readonly<Record<string, unknown>>
type Lists = Readonly<Record<string, readonly Raw[]>>

describe('answers for one thing each, gathered in a list that tools name for themselves', () => {
  const arn = (what: string) => `arn:aws:elasticloadbalancing:eu-west-1:${account}:${what}`
  const balancer = arn('loadbalancer/net/web/0123456789abcdef')
  const targets = arn('targetgroup/web/fedcba9876543210')
  const zones = ['a', 'b']
  const lists = (crossZone: boolean, ofGroup: string): Lists => ({
    Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
    Subnets: zones.map((zone, index) =>
      subnet(`subnet-${zone}`, 'vpc-a', `10.0.${index}.0/24`, {
        AvailabilityZone: `eu-west-1${zone}`,
        AvailabilityZoneId: `euw1-az${index + 1}`,
      }),
    ),
    RouteTables: [table('rtb-a', 'vpc-a', [])],
    NetworkAcls: [openAcl('acl-a', 'vpc-a')],
    SecurityGroups: [group('sg-a', 'vpc-a', [tcp(22, '10.0.0.0/16')])],
    Instances: [
      instance('i-a', 'subnet-a', '10.0.0.10', ['sg-a']),
      instance('i-b', 'subnet-b', '10.0.1.10', ['sg-a']),
    ],
    LoadBalancers: [
      {
        LoadBalancerArn: balancer,
        LoadBalancerName: 'web',
        VpcId: 'vpc-a',
        Type: 'network',
        Scheme: 'internal',
        State: { Code: 'active' },
        AvailabilityZones: zones.map((zone, index) => ({
          SubnetId: `subnet-${zone}`,
          ZoneName: `eu-west-1${zone}`,
          LoadBalancerAddresses: [{ PrivateIPv4Address: `10.0.${index}.99` }],
        })),
      },
    ],
    TargetGroups: [
      {
        TargetGroupArn: targets,
        TargetGroupName: 'web',
        VpcId: 'vpc-a',
        TargetType: 'instance',
        Protocol: 'TCP',
        Port: 80,
        LoadBalancerArns: [balancer],
      },
    ],
    LoadBalancerAttributes: [
      {
        LoadBalancerArn: balancer,
        Attributes: [{ Key: 'load_balancing.cross_zone.enabled', Value: String(crossZone) }],
      },
    ],
    TargetGroupAttributes: [
      {
        TargetGroupArn: targets,
        Attributes: [{ Key: 'load_balancing.cross_zone.enabled', Value: ofGroup }],
      },
    ],
    LoadBalancerListeners: [
      {
        LoadBalancerArn: balancer,
        Listeners: [
          {
            ListenerArn: arn('listener/net/web/0123456789abcdef/00000000000000aa'),
            LoadBalancerArn: balancer,
            Port: 80,
            Protocol: 'TCP',
            DefaultActions: [{ Type: 'forward', TargetGroupArn: targets }],
          },
        ],
      },
    ],
    LoadBalancerTargetHealth: [
      {
        TargetGroupArn: targets,
        TargetHealthDescriptions: [
          { Target: { Id: 'i-b', Port: 22 }, TargetHealth: { State: 'healthy' } },
        ],
      },
    ],
  })
  const ask = (crossZone: boolean, ofGroup: string) =>
    flowIn(documentOf(filesOf(lists(crossZone, ofGroup))), {
      from: 'i-a',
      to: '10.0.0.99',
      port: 80,
    })

  it('LB-10: attributes of load balancers and target groups are read under that name too', () => {
    expect(ask(false, 'use_load_balancer_configuration')).toBe('NO(ELB_NOT_CROSSZONE)')
    expect(ask(true, 'use_load_balancer_configuration')).toBe('OK')
    expect(ask(true, 'false')).toBe('NO(ELB_NOT_CROSSZONE)')
    expect(ask(false, 'true')).toBe('OK')
  })

  it('names as not read only what nothing was found in', () => {
    const files = filesOf({ ...lists(true, 'true'), KeyPairs: [{ KeyName: 'mine' }] })
    expect(importAnswers(files).report.unknown).toEqual(['KeyPairs'])
  })
})

describe('a peering of transit gateways', () => {
  const folders = {
    one: `accounts/${account}/eu-west-1`,
    two: `accounts/${other}/us-east-1`,
  }
  const side = (n: 1 | 2, owner: string, zone: string): Lists => {
    const far = n === 1 ? 2 : 1
    const here = { OwnerId: owner }
    return {
      Vpcs: [vpc(`vpc-${n}`, `10.${n}.0.0/16`, here)],
      Subnets: [
        subnet(`subnet-${n}`, `vpc-${n}`, `10.${n}.0.0/24`, {
          ...here,
          AvailabilityZone: zone,
          AvailabilityZoneId: `${zone}-az1`,
        }),
      ],
      RouteTables: [
        table(
          `rtb-${n}`,
          `vpc-${n}`,
          [{ DestinationCidrBlock: `10.${far}.0.0/16`, TransitGatewayId: `tgw-${n}` }],
          [{ Main: true }],
          here,
        ),
      ],
      NetworkAcls: [{ ...openAcl(`acl-${n}`, `vpc-${n}`), ...here }],
      SecurityGroups: [{ ...group(`sg-${n}`, `vpc-${n}`, [tcp(443, '10.0.0.0/8')]), ...here }],
      Instances: [instance(`i-${n}`, `subnet-${n}`, `10.${n}.0.10`, [`sg-${n}`])],
      TransitGateways: [{ TransitGatewayId: `tgw-${n}`, OwnerId: owner, State: 'available' }],
      TransitGatewayVpcAttachments: [
        {
          TransitGatewayAttachmentId: `tgw-attach-${n}`,
          TransitGatewayId: `tgw-${n}`,
          VpcId: `vpc-${n}`,
          State: 'available',
          SubnetIds: [`subnet-${n}`],
        },
      ],
      TransitGatewayAttachments: [
        attached(n, `tgw-attach-${n}`, 'vpc', `vpc-${n}`),
        attached(n, 'tgw-attach-9', 'peering', `tgw-${far}`),
      ],
      TransitGatewayRouteTables: [
        {
          TransitGatewayRouteTableId: `tgw-rtb-${n}`,
          TransitGatewayId: `tgw-${n}`,
          State: 'available',
        },
      ],
      TransitGatewayPropagations: [
        {
          TransitGatewayRouteTableId: `tgw-rtb-${n}`,
          TransitGatewayRouteTablePropagations: [
            {
              TransitGatewayAttachmentId: `tgw-attach-${n}`,
              ResourceType: 'vpc',
              ResourceId: `vpc-${n}`,
              State: 'enabled',
            },
          ],
        },
      ],
      TransitGatewayStaticRoutes: [
        {
          TransitGatewayRouteTableId: `tgw-rtb-${n}`,
          AdditionalRoutesAvailable: false,
          Routes: [
            {
              DestinationCidrBlock: `10.${far}.0.0/16`,
              Type: 'static',
              State: 'active',
              TransitGatewayAttachments: [
                {
                  TransitGatewayAttachmentId: 'tgw-attach-9',
                  ResourceType: 'peering',
                  ResourceId: `tgw-${far}`,
                },
              ],
            },
          ],
        },
      ],
    }
  }
  const attached = (n: 1 | 2, id: string, ResourceType: string, ResourceId: string): Raw => ({
    TransitGatewayAttachmentId: id,
    TransitGatewayId: `tgw-${n}`,
    ResourceType,
    ResourceId,
    State: 'available',
    Association: { TransitGatewayRouteTableId: `tgw-rtb-${n}`, State: 'associated' },
  })
  const both = [
    ...filesOf(side(1, account, 'eu-west-1a'), folders.one),
    ...filesOf(side(2, other, 'us-east-1a'), folders.two),
  ]

  it('TGW-14: that only the list of all attachments tells joins the two that it names', () => {
    const document = documentOf(both)
    expect(flowIn(document, { from: 'i-1', to: 'i-2', port: 443 })).toBe('OK')
    expect(flowIn(document, { from: 'i-2', to: 'i-1', port: 443 })).toBe('OK')
  })

  it('TGW-6: is associated on each side as that side tells, under one id', () => {
    const without = (n: number) =>
      both.map(({ path, value }) => ({
        path,
        value: JSON.parse(JSON.stringify(value), (_, it: Raw) => {
          const isOurs = it?.['ResourceType'] === 'peering' && it['TransitGatewayId'] === `tgw-${n}`
          if (!isOurs) return it
          const { Association: _left, ...rest } = it
          return rest
        }) as unknown,
      }))
    for (const n of [1, 2]) {
      const [from, to] = n === 1 ? ['i-2', 'i-1'] : ['i-1', 'i-2']
      expect(flowIn(documentOf(without(n)), { from, to, port: 443 })).toBe(
        'NO(TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION)',
      )
    }
  })

  it.each([
    ['what nobody described', 'vpc', {}, 'NOT-MODELLED'],
    ['a VPN connection by BGP', 'vpn', { accepted: 2 }, 'NOT-MODELLED'],
    ['a VPN connection that accepted nothing', 'vpn', { accepted: 0 }, 'OK'],
    ['a VPN connection with static routes', 'vpn', { accepted: 2, isStatic: true }, 'OK'],
  ] as const)(
    'TGW-7: in a table told without its propagated routes, where there propagates %s',
    (_, ResourceType, { accepted = 0, isStatic = false }: Link, told) => {
      const others = (Routes: readonly Raw[]) => ({
        path: `${folders.one}/more.json`,
        value: {
          CustomerGateways: [{ CustomerGatewayId: 'cgw-8', State: 'available' }],
          VpnConnections: [
            {
              VpnConnectionId: 'vpn-8',
              CustomerGatewayId: 'cgw-8',
              TransitGatewayId: 'tgw-1',
              State: 'available',
              Options: { StaticRoutesOnly: isStatic },
              VgwTelemetry: ['UP', 'DOWN'].map((Status) => ({
                Status,
                AcceptedRouteCount: accepted,
              })),
            },
          ],
          TransitGatewayPropagations: [
            {
              TransitGatewayRouteTableId: 'tgw-rtb-1',
              TransitGatewayRouteTablePropagations: [
                {
                  TransitGatewayAttachmentId: 'tgw-attach-8',
                  ResourceType,
                  ResourceId: `${ResourceType}-8`,
                  State: 'enabled',
                },
              ],
            },
          ],
          TransitGatewayStaticRoutes: [{ TransitGatewayRouteTableId: 'tgw-rtb-1', Routes }],
        },
      })
      const learned = {
        DestinationCidrBlock: '10.1.0.0/16',
        Type: 'propagated',
        State: 'active',
        TransitGatewayAttachments: [
          { TransitGatewayAttachmentId: 'tgw-attach-1', ResourceType: 'vpc', ResourceId: 'vpc-1' },
        ],
      }
      const ask = (Routes: readonly Raw[]) =>
        flowIn(documentOf([...both, others(Routes)]), { from: 'i-1', to: 'i-2', port: 443 })
      expect(ask([])).toBe(told)
      expect(ask([learned])).toBe('OK')
    },
  )
})

interface Link {
  readonly accepted?: number
  readonly isStatic?: boolean
}
