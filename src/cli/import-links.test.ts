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
import type { Id, ResourceOf } from '../kinds/resource'
import { documentOf, flowIn } from './testing/imported'

type Raw = Readonly<Record<string, unknown>>

const connection = (id: string, cgw: string, more: Raw): Raw => ({
  VpnConnectionId: id,
  CustomerGatewayId: cgw,
  State: 'available',
  VgwTelemetry: [{ Status: 'UP' }],
  ...more,
})
const customer = (id: string): Raw => ({
  CustomerGatewayId: id,
  State: 'available',
  IpAddress: '198.51.100.1',
  BgpAsn: '65010',
})
const learned = (DestinationCidrBlock: string): Raw => ({
  DestinationCidrBlock,
  GatewayId: 'vgw-1',
  Origin: 'EnableVgwRoutePropagation',
})

/** One device with a VPN connection to a VPC and a static one to a transit gateway, and a second device by BGP. */
const document = documentOf([
  ...filesOf({
    Vpcs: [vpc('vpc-a', '10.0.0.0/16'), vpc('vpc-b', '10.1.0.0/16')],
    Subnets: [
      subnet('subnet-a', 'vpc-a', '10.0.1.0/24'),
      subnet('subnet-b', 'vpc-b', '10.1.1.0/24'),
    ],
    RouteTables: [
      table(
        'rtb-a',
        'vpc-a',
        ['172.16.0.0/16', '10.0.2.0/24', '192.168.10.0/24'].map(learned),
        [{ Main: true }],
        { PropagatingVgws: [{ GatewayId: 'vgw-1' }] },
      ),
      table('rtb-b', 'vpc-b', [
        { DestinationCidrBlock: '192.168.0.0/16', TransitGatewayId: 'tgw-1' },
      ]),
    ],
    NetworkAcls: [openAcl('acl-a', 'vpc-a'), openAcl('acl-b', 'vpc-b')],
    SecurityGroups: ['a', 'b'].map((it) => group(`sg-${it}`, `vpc-${it}`, [tcp(443, '0.0.0.0/0')])),
    Instances: [
      instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a']),
      instance('i-b', 'subnet-b', '10.1.1.10', ['sg-b']),
    ],
    VpnGateways: [
      {
        VpnGatewayId: 'vgw-1',
        State: 'available',
        VpcAttachments: [{ VpcId: 'vpc-a', State: 'attached' }],
      },
    ],
    CustomerGateways: [customer('cgw-1'), customer('cgw-2')],
    VpnConnections: [
      connection('vpn-1', 'cgw-1', {
        VpnGatewayId: 'vgw-1',
        Options: { StaticRoutesOnly: true },
        Routes: [{ DestinationCidrBlock: '192.168.10.0/24', State: 'available' }],
      }),
      connection('vpn-2', 'cgw-1', {
        TransitGatewayId: 'tgw-1',
        Options: { StaticRoutesOnly: true },
      }),
      connection('vpn-3', 'cgw-2', { VpnGatewayId: 'vgw-1' }),
    ],
    TransitGateways: [{ TransitGatewayId: 'tgw-1', OwnerId: account, State: 'available' }],
    TransitGatewayVpcAttachments: [
      {
        TransitGatewayAttachmentId: 'tgw-attach-1',
        TransitGatewayId: 'tgw-1',
        VpcId: 'vpc-b',
        State: 'available',
        SubnetIds: ['subnet-b'],
      },
    ],
    TransitGatewayRouteTables: [
      { TransitGatewayRouteTableId: 'tgw-rtb-1', TransitGatewayId: 'tgw-1', State: 'available' },
    ],
  }),
  {
    path: 'routes.json',
    value: [
      {
        TransitGatewayRouteTableId: 'tgw-rtb-1',
        Routes: [
          // routes name the tunnel too
          ['192.168.50.0/24', 'tgw-attach-2', 'vpn', 'vpn-2(198.51.100.1)'],
          ['10.1.0.0/16', 'tgw-attach-1', 'vpc', 'vpc-b'],
        ].map(([DestinationCidrBlock, TransitGatewayAttachmentId, ResourceType, ResourceId]) => ({
          DestinationCidrBlock,
          Type: 'static',
          State: 'active',
          TransitGatewayAttachments: [{ TransitGatewayAttachmentId, ResourceType, ResourceId }],
        })),
      },
      {
        TransitGatewayRouteTableId: 'tgw-rtb-1',
        Associations: [
          { TransitGatewayAttachmentId: 'tgw-attach-1', ResourceType: 'vpc', State: 'associated' },
          {
            TransitGatewayAttachmentId: 'tgw-attach-2',
            ResourceType: 'vpn',
            ResourceId: 'vpn-2',
            State: 'associated',
          },
        ],
      },
    ],
  },
])
const documentNetwork = (id: Id<'on-premises-network'>) =>
  document.resources[id] as ResourceOf<'on-premises-network'>
const verdict = (from: string, to: string) => flowIn(document, { from, to, port: 443 })

describe('links to networks outside AWS', () => {
  it('CL-17: static routes of a transit gateway are the evidence of a VPN connection without BGP', () => {
    expect(verdict('i-b', '192.168.50.1')).toBe('OK')
    expect(verdict('onprem:vpn-2', 'i-b')).toBe('OK')
    expect(verdict('i-b', '192.168.51.1')).toBe('NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)')
  })

  it('VPN-3: what lies behind one connection of a device is not behind its other', () => {
    expect(verdict('i-a', '192.168.10.1')).toBe('OK')
    expect(verdict('onprem:vpn-1', 'i-a')).toBe('OK')
    expect(verdict('i-a', '192.168.50.1')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })

  it('VPN-2: a connection without BGP brings its static routes, not what others learn', () => {
    const { prefixes } = documentNetwork('on-premises-network:cgw-1')
    expect(prefixes).toContain('192.168.10.0/24')
    expect(prefixes).not.toContain('172.16.0.0/16')
    expect(documentNetwork('on-premises-network:cgw-2').prefixes).toContain('172.16.0.0/16')
  })

  it('RT-8: what is announced inside the VPC does not stand for the network that announces it', () => {
    expect(verdict('onprem:vpn-3', 'i-a')).toBe('OK')
    expect(verdict('i-a', '172.16.1.1')).toBe('OK')
  })
})

describe('two devices that bring the same blocks to one gateway', () => {
  const to = (routes: readonly string[]) =>
    documentOf(
      filesOf({
        Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
        Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24')],
        RouteTables: [
          table('rtb-a', 'vpc-a', ['172.16.0.0/16', ...routes].map(learned), [{ Main: true }], {
            PropagatingVgws: [{ GatewayId: 'vgw-1' }],
          }),
        ],
        NetworkAcls: [openAcl('acl-a', 'vpc-a')],
        SecurityGroups: [group('sg-a', 'vpc-a', [tcp(443, '0.0.0.0/0')])],
        Instances: [instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a'])],
        VpnGateways: [
          {
            VpnGatewayId: 'vgw-1',
            State: 'available',
            VpcAttachments: [{ VpcId: 'vpc-a', State: 'attached' }],
          },
        ],
        CustomerGateways: [customer('cgw-1'), customer('cgw-2')],
        VpnConnections: [
          connection('vpn-1', 'cgw-1', { VpnGatewayId: 'vgw-1' }),
          connection('vpn-2', 'cgw-2', {
            VpnGatewayId: 'vgw-1',
            ...(routes.length > 0 && {
              Options: { StaticRoutesOnly: true },
              Routes: routes.map((each) => ({ DestinationCidrBlock: each, State: 'available' })),
            }),
          }),
        ],
      }),
    )
  const networks = (design: ReturnType<typeof to>) =>
    Object.keys(design.resources).filter((id) => id.startsWith('on-premises-network:'))

  it('VPN-4: are the routers of one site, which may answer by either', () => {
    const design = to([])
    expect(networks(design)).toEqual(['on-premises-network:cgw-1'])
    for (const from of ['172.16.1.1', 'onprem:vpn-1', 'onprem:vpn-2'])
      expect(flowIn(design, { from, to: 'i-a', port: 443 })).toBe('OK')
  })

  it('VPN-4: are two sites where the blocks differ', () => {
    expect(networks(to(['172.17.0.0/16']))).toHaveLength(2)
  })
})
