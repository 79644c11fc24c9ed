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
import { documentOf, flowIn } from './testing/imported'

type Raw = Readonly<Record<string, unknown>>
type Lists = Readonly<Record<string, readonly Raw[]>>

const lists = (routes: readonly Raw[], more: Lists = {}): Lists => ({
  Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
  Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24')],
  RouteTables: [table('rtb-a', 'vpc-a', routes)],
  NetworkAcls: [openAcl('acl-a', 'vpc-a')],
  SecurityGroups: [group('sg-a', 'vpc-a', [tcp(443, '0.0.0.0/0')])],
  Instances: [instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a'])],
  ...more,
})

const flow = (all: Lists, from: string, to: string) =>
  flowIn(documentOf(filesOf(all)), { from, to, port: 443 })

describe('where calls are missing', () => {
  const learned = {
    DestinationCidrBlock: '192.168.0.0/16',
    GatewayId: 'vgw-1',
    Origin: 'EnableVgwRoutePropagation',
  }
  const vgw = {
    VpnGatewayId: 'vgw-1',
    State: 'available',
    VpcAttachments: [{ VpcId: 'vpc-a', State: 'attached' }],
  }

  it.each([
    ['describe-vpn-gateways', {}],
    ['describe-vpn-connections', { VpnGateways: [vgw] }],
  ])('CL-17: what a gateway learned is there, and where it leads unknown: %s', (_, more) => {
    const all = lists([learned], more)
    expect(flow(all, 'i-a', '192.168.1.1')).toBe('NOT-MODELLED')
    expect(flow(all, 'i-a', '172.16.1.1')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })

  it('CL-17: what lies behind a device that is not described is told by the routes learned from it', () => {
    const connection = {
      VpnConnectionId: 'vpn-1',
      VpnGatewayId: 'vgw-1',
      CustomerGatewayId: 'cgw-1',
      State: 'available',
    }
    const all = lists([learned], { VpnGateways: [vgw], VpnConnections: [connection] })
    expect(flow(all, 'i-a', '192.168.1.1')).toBe('OK')
    expect(flow(all, '192.168.1.1', 'i-a')).toBe('OK')
    expect(flow(all, 'i-a', '172.16.1.1')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })

  it('CL-17: who calls from beyond such a gateway is not known to be nobody', () => {
    const all = lists([learned], { VpnGateways: [vgw] })
    expect(flow(all, '192.168.1.1', 'i-a')).toBe('NOT-MODELLED')
    expect(flow(lists([]), '192.168.1.1', 'i-a')).toBe('NO(NO_SOURCE_OR_DESTINATION)')
  })

  it('NET-2: an internet gateway that a route leads to is there', () => {
    const route = { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' }
    const first = face('eni-a', 'subnet-a', '10.0.1.10', {
      Attachment: { DeviceIndex: 0 },
      Groups: [{ GroupId: 'sg-a' }],
      PrivateIpAddresses: [
        {
          Primary: true,
          PrivateIpAddress: '10.0.1.10',
          Association: { PublicIp: '52.1.1.1', IpOwnerId: 'amazon' },
        },
      ],
    })
    const Instances = [instance('i-a', 'subnet-a', '', [], { NetworkInterfaces: [first] })]
    expect(flow(lists([route], { Instances }), 'internet', 'i-a')).toBe('NOT-MODELLED')
    expect(flow(lists([], { Instances }), 'internet', 'i-a')).toBe('NO(BAD_STATE_ATTACHMENT)')
  })

  it('NET-2: whether there is an internet gateway neither list tells is unknown', () => {
    const first = face('eni-a', 'subnet-a', '10.0.1.10', {
      Attachment: { DeviceIndex: 0 },
      Groups: [{ GroupId: 'sg-a' }],
      PrivateIpAddresses: [
        {
          Primary: true,
          PrivateIpAddress: '10.0.1.10',
          Association: { PublicIp: '52.1.1.1', IpOwnerId: 'amazon' },
        },
      ],
    })
    const Instances = [instance('i-a', 'subnet-a', '', [], { NetworkInterfaces: [first] })]
    const { RouteTables: _, ...less } = lists([], { Instances })
    expect(flow(less, 'internet', 'i-a')).toBe('NOT-MODELLED')
    const closed = { ...less, SecurityGroups: [group('sg-a', 'vpc-a', [tcp(22, '0.0.0.0/0')])] }
    expect(flow(closed, 'internet', 'i-a')).toBe('NO(ENI_SG_RULES_MISMATCH)')
    // it is that, if any, by which IPv6 comes in
    const six = '2001:db8:1:1::a'
    const outward = lists([], {
      Vpcs: [
        vpc('vpc-a', '10.0.0.0/16', {
          Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2001:db8:1::/56' }],
        }),
      ],
      Subnets: [
        subnet('subnet-a', 'vpc-a', '10.0.1.0/24', {
          Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2001:db8:1:1::/64' }],
        }),
      ],
      SecurityGroups: [
        group('sg-a', 'vpc-a', [{ IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] }]),
      ],
      NetworkAcls: [
        {
          ...openAcl('acl-a', 'vpc-a'),
          Entries: [true, false].map((Egress) => ({
            Ipv6CidrBlock: '::/0',
            Egress,
            Protocol: '-1',
            RuleAction: 'allow',
            RuleNumber: 101,
          })),
        },
      ],
      EgressOnlyInternetGateways: [
        {
          EgressOnlyInternetGatewayId: 'eigw-1',
          Attachments: [{ VpcId: 'vpc-a', State: 'attached' }],
        },
      ],
      Instances: [
        instance('i-a', 'subnet-a', '', [], {
          NetworkInterfaces: [{ ...first, Ipv6Addresses: [{ Ipv6Address: six }] }],
        }),
      ],
    })
    const { RouteTables: _tables, ...unrouted } = outward
    expect(flow(unrouted, 'internet', six)).toBe('NOT-MODELLED')
    expect(flow(outward, 'internet', six)).toBe('NO(EIGW_UNSOLICITED_INBOUND)')
  })

  it('TGW-1: whether a VPC is attached that no list of attachments tells is unknown', () => {
    const route = { DestinationCidrBlock: '10.1.0.0/16', TransitGatewayId: 'tgw-1' }
    const TransitGateways = [{ TransitGatewayId: 'tgw-1', OwnerId: account, State: 'available' }]
    const TransitGatewayRouteTables = [
      { TransitGatewayRouteTableId: 'tgw-rtb-1', TransitGatewayId: 'tgw-1', State: 'available' },
    ]
    const all = lists([route], { TransitGateways, TransitGatewayRouteTables })
    expect(flow(all, 'i-a', '10.1.0.1')).toBe('NOT-MODELLED')
    expect(flow({ ...all, TransitGatewayAttachments: [] }, 'i-a', '10.1.0.1')).toBe(
      'NO(BAD_STATE_ROUTE)',
    )
  })

  it('CL-17: of a transit gateway that nobody described not even who is attached is known', () => {
    const route = { DestinationCidrBlock: '10.1.0.0/16', TransitGatewayId: 'tgw-1' }
    const all = lists([route], { TransitGatewayVpcAttachments: [] })
    expect(flow(all, 'i-a', '10.1.0.1')).toBe('NOT-MODELLED')
    expect(flow(all, '172.16.1.1', 'i-a')).toBe('NOT-MODELLED')
  })

  it('CL-17: who calls from where an unknown attachment leads is not known to be nobody', () => {
    const route = { DestinationCidrBlock: '172.16.0.0/16', TransitGatewayId: 'tgw-1' }
    const attached = {
      TransitGatewayAttachmentId: 'tgw-attach-1',
      TransitGatewayId: 'tgw-1',
      VpcId: 'vpc-a',
      State: 'available',
      SubnetIds: ['subnet-a'],
    }
    const far = {
      TransitGatewayAttachmentId: 'tgw-attach-2',
      ResourceType: 'vpn',
      ResourceId: 'vpn-1',
    }
    const all = lists([route], {
      TransitGateways: [{ TransitGatewayId: 'tgw-1', OwnerId: account, State: 'available' }],
      TransitGatewayRouteTables: [
        { TransitGatewayRouteTableId: 'tgw-rtb-1', TransitGatewayId: 'tgw-1', State: 'available' },
      ],
      TransitGatewayVpcAttachments: [attached],
      TransitGatewayAttachments: [],
      TransitGatewayRoutes: [
        {
          TransitGatewayRouteTableId: 'tgw-rtb-1',
          Routes: [
            {
              DestinationCidrBlock: '172.16.0.0/16',
              Type: 'propagated',
              State: 'active',
              TransitGatewayAttachments: [far],
            },
          ],
        },
      ],
    })
    expect(flow(all, '172.16.1.1', 'i-a')).toBe('NOT-MODELLED')
    expect(flow(all, '172.17.1.1', 'i-a')).toBe('NO(NO_SOURCE_OR_DESTINATION)')
  })

  it('LB-4: a load balancer known by its interface alone is not taken for a host', () => {
    const NetworkInterfaces = [
      face('eni-1b', 'subnet-a', '10.0.1.40', {
        Description: 'ELB net/api/0123456789abcdef',
        InterfaceType: 'network_load_balancer',
        RequesterManaged: true,
      }),
      face('eni-2b', 'subnet-a', '10.0.1.41', { Description: 'ELB old', RequesterManaged: true }),
    ]
    for (const to of ['10.0.1.40', 'eni-2b'])
      expect(flow(lists([], { NetworkInterfaces }), 'i-a', to)).toBe('NOT-MODELLED')
  })

  it('RT-19: further interfaces of an instance that nobody described are attached to it', () => {
    const of = (DeviceIndex: number) => ({
      Attachment: { InstanceId: 'i-b', DeviceIndex },
      Groups: [{ GroupId: 'sg-a' }],
    })
    const NetworkInterfaces = [
      face('eni-1c', 'subnet-a', '10.0.1.50', of(0)),
      face('eni-2c', 'subnet-a', '10.0.1.51', of(1)),
    ]
    expect(flow(lists([], { NetworkInterfaces }), 'i-a', '10.0.1.51')).toBe('OK')
    expect(flow(lists([], { NetworkInterfaces }), 'i-a', 'i-b')).toBe('OK')
  })

  it('EP-13: a VPC whose endpoint has private DNS names has both DNS attributes', () => {
    const endpoint = (PrivateDnsEnabled: boolean) => ({
      VpcEndpointId: 'vpce-1',
      VpcEndpointType: 'Interface',
      VpcId: 'vpc-a',
      ServiceName: 'com.amazonaws.eu-west-1.sqs',
      State: 'available',
      SubnetIds: ['subnet-a'],
      Groups: [{ GroupId: 'sg-a' }],
      PrivateDnsEnabled,
    })
    const to = (isOn: boolean) =>
      flow(lists([], { VpcEndpoints: [endpoint(isOn)] }), 'i-a', 'sqs.eu-west-1')
    expect(to(true)).toBe('OK')
    expect(to(false)).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })

  it('TGW-6: the list of a table tells of what type the attachments are', () => {
    const document = documentOf([
      ...filesOf(
        lists([], {
          TransitGateways: [{ TransitGatewayId: 'tgw-1', OwnerId: account, State: 'available' }],
          CustomerGateways: [
            {
              CustomerGatewayId: 'cgw-1',
              State: 'available',
              IpAddress: '198.51.100.1',
              BgpAsn: '65010',
            },
          ],
          VpnConnections: [
            {
              VpnConnectionId: 'vpn-1',
              TransitGatewayId: 'tgw-1',
              CustomerGatewayId: 'cgw-1',
              State: 'available',
            },
          ],
          TransitGatewayRouteTables: [
            {
              TransitGatewayRouteTableId: 'tgw-rtb-1',
              TransitGatewayId: 'tgw-1',
              State: 'available',
            },
          ],
        }),
      ),
      {
        path: 'associations.json',
        value: {
          TransitGatewayRouteTableId: 'tgw-rtb-1',
          Associations: [
            {
              TransitGatewayAttachmentId: 'tgw-attach-1',
              ResourceType: 'vpn',
              ResourceId: 'vpn-1',
              State: 'associated',
            },
          ],
        },
      },
    ])
    expect(document.resources['transit-gateway-route-table:tgw-rtb-1']).toMatchObject({
      associations: ['vpn-connection:vpn-1'],
    })
  })

  it('CL-17: what has a public address that answers tell of is no stranger on the internet', () => {
    const [door, own] = ['198.51.100.5', '198.51.100.6']
    const associated = (PrivateIpAddress: string, PublicIp: string) => {
      const Association = { PublicIp, IpOwnerId: account }
      return { Association, PrivateIpAddresses: [{ Primary: true, PrivateIpAddress, Association }] }
    }
    const ofNat = face('eni-n', 'subnet-a', '10.0.1.5', {
      ...associated('10.0.1.5', door),
      VpcId: 'vpc-a',
      InterfaceType: 'nat_gateway',
      Description: 'Interface for NAT Gateway nat-1',
    })
    const host = face('eni-a', 'subnet-a', '10.0.1.10', {
      ...associated('10.0.1.10', own),
      VpcId: 'vpc-a',
      Attachment: { InstanceId: 'i-a', DeviceIndex: 0 },
      Groups: [{ GroupId: 'sg-a' }],
    })
    const gateway = {
      NatGatewayId: 'nat-1',
      VpcId: 'vpc-a',
      SubnetId: 'subnet-a',
      State: 'available',
      NatGatewayAddresses: [
        { NetworkInterfaceId: 'eni-n', PrivateIp: '10.0.1.5', PublicIp: door, IsPrimary: true },
      ],
    }
    const all = lists([{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' }], {
      InternetGateways: [
        { InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-a', State: 'available' }] },
      ],
      NetworkInterfaces: [ofNat, host],
    })
    const [outside, whole] = ['203.0.113.9', { ...all, NatGateways: [gateway] }]
    for (const from of ['i-a', outside]) {
      expect(flow(all, from, door)).toBe('NOT-MODELLED')
      expect(flow(whole, from, door)).toBe('NO(NAT_UNSOLICITED_INBOUND)')
    }
    expect(flow(all, outside, own)).toBe('OK')
    expect(flow(all, 'i-a', outside)).toBe('OK')
    expect(flow({ ...all, Vpcs: [] }, outside, own)).toBe('NOT-MODELLED')
  })
})
