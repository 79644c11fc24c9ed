import { describe, expect, it } from 'vitest'
import {
  account,
  filesOf,
  group,
  instance,
  openAcl,
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

describe('answers of Direct Connect', () => {
  const gateway = 'a0cb33f1-da2c-4b16-94b9-09cf843d672f'
  const told = {
    DirectConnectGateways: [{ DirectConnectGatewayId: gateway, OwnerAccount: account }],
    DirectConnectGatewayAssociations: [
      {
        AssociationId: 'be85116d-46eb-4b43-a27a-da0c2ad648de',
        DirectConnectGatewayId: gateway,
        AssociationState: 'associated',
        AssociatedGateway: { Id: 'vgw-a', Type: 'virtualPrivateGateway', OwnerAccount: account },
        AllowedPrefixesToDirectConnectGateway: [{ Cidr: '10.0.0.0/16' }],
      },
    ],
    VirtualInterfaces: [
      {
        VirtualInterfaceId: 'dxvif-a',
        VirtualInterfaceType: 'private',
        VirtualInterfaceState: 'available',
        DirectConnectGatewayId: gateway,
        OwnerAccount: account,
        Vlan: 100,
        Asn: 65001,
        BgpPeers: [{ BgpStatus: 'up', BgpPeerState: 'available' }],
      },
    ],
  }
  const small = JSON.parse(JSON.stringify(told), (_, it: unknown) =>
    typeof it === 'object' && it !== null && !Array.isArray(it)
      ? Object.fromEntries(
          Object.entries(it).map(([key, each]) => [
            `${key.charAt(0).toLowerCase()}${key.slice(1)}`,
            each as unknown,
          ]),
        )
      : it,
  ) as Raw

  it('are the same whichever letter their keys begin with', () => {
    const ask = (value: Raw) =>
      flowIn(
        documentOf([
          ...filesOf({
            Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
            Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24')],
            RouteTables: [
              table(
                'rtb-a',
                'vpc-a',
                [
                  {
                    DestinationCidrBlock: '192.168.0.0/16',
                    GatewayId: 'vgw-a',
                    Origin: 'EnableVgwRoutePropagation',
                  },
                ],
                [{ Main: true }],
                { PropagatingVgws: [{ GatewayId: 'vgw-a' }] },
              ),
            ],
            NetworkAcls: [openAcl('acl-a', 'vpc-a')],
            SecurityGroups: [group('sg-a', 'vpc-a', [tcp(443, '192.168.0.0/16')])],
            Instances: [instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a'])],
            VpnGateways: [
              {
                VpnGatewayId: 'vgw-a',
                State: 'available',
                VpcAttachments: [{ VpcId: 'vpc-a', State: 'attached' }],
              },
            ],
          }),
          { path: 'direct-connect.json', value },
        ]),
        { from: 'onprem:dxvif-a', to: 'i-a', port: 443 },
      )
    expect(ask(small)).toBe('OK')
    expect(ask(told)).toBe('OK')
  })
})
