type Raw = Readonly<Record<string, unknown>>

/** Lists of the AWS CLI by their key. */
export type Lists = Record<string, readonly Raw[]>

export const hex = (number: number) => number.toString(16).padStart(17, '0')
export const named = (name: string) => [{ Key: 'Name', Value: name }]

export const hubId = (index: number) => `tgw-${hex(index)}`
const tableId = (index: number) => `tgw-rtb-${hex(index)}`
const peeringId = (index: number) => `tgw-attach-${hex(900_000 + index)}`

/** The transit gateway of a Region, its one route table, and the peering with the Region before. */
export function hub({
  region,
  index,
  ownerId,
}: {
  readonly region: string
  readonly index: number
  readonly ownerId: string
}): Lists {
  const peering = (number: number): Raw => ({
    TransitGatewayAttachmentId: peeringId(number),
    RequesterTgwInfo: { TransitGatewayId: hubId(number - 1), OwnerId: ownerId },
    AccepterTgwInfo: { TransitGatewayId: hubId(number), OwnerId: ownerId },
    State: 'available',
    Tags: named(`peering-${number}`),
  })
  return {
    TransitGateways: [
      {
        TransitGatewayId: hubId(index),
        TransitGatewayArn: `arn:aws:ec2:${region}:${ownerId}:transit-gateway/${hubId(index)}`,
        State: 'available',
        OwnerId: ownerId,
        Options: { AmazonSideAsn: 64_512 + index, AutoAcceptSharedAttachments: 'enable' },
        Tags: named(`hub-${region}`),
      },
    ],
    TransitGatewayRouteTables: [
      {
        TransitGatewayRouteTableId: tableId(index),
        TransitGatewayId: hubId(index),
        State: 'available',
        DefaultAssociationRouteTable: true,
        DefaultPropagationRouteTable: true,
        Tags: named(`all-${region}`),
      },
    ],
    TransitGatewayPeeringAttachments: index === 0 ? [] : [peering(index)],
  }
}

/** Data centres behind the first hub: one by VPN, one by Direct Connect. */
export function outside(ownerId: string): Lists {
  return {
    CustomerGateways: [
      {
        CustomerGatewayId: 'cgw-00000000000000001',
        State: 'available',
        Type: 'ipsec.1',
        IpAddress: '203.0.113.10',
        BgpAsn: '65010',
        Tags: named('branch-router'),
      },
    ],
    VpnConnections: [
      {
        VpnConnectionId: 'vpn-00000000000000001',
        State: 'available',
        CustomerGatewayId: 'cgw-00000000000000001',
        TransitGatewayId: hubId(0),
        Options: { StaticRoutesOnly: true },
        Routes: [{ DestinationCidrBlock: '192.168.0.0/16', State: 'available' }],
        VgwTelemetry: [{ Status: 'UP' }, { Status: 'UP' }],
        Tags: named('branch'),
      },
    ],
    directConnectGateways: [
      {
        directConnectGatewayId: '11111111-2222-4333-8444-555555555555',
        directConnectGatewayName: 'data-centre',
        amazonSideAsn: 64_900,
        ownerAccount: ownerId,
        directConnectGatewayState: 'available',
      },
    ],
    directConnectGatewayAssociations: [
      {
        associationId: '66666666-2222-4333-8444-555555555555',
        directConnectGatewayId: '11111111-2222-4333-8444-555555555555',
        associatedGateway: { id: hubId(0), type: 'transitGateway', ownerAccount: ownerId },
        associationState: 'associated',
        allowedPrefixesToDirectConnectGateway: [{ cidr: '10.0.0.0/8' }],
      },
    ],
    virtualInterfaces: [
      {
        virtualInterfaceId: 'dxvif-00000001',
        virtualInterfaceName: 'transit-vif',
        virtualInterfaceType: 'transit',
        virtualInterfaceState: 'available',
        directConnectGatewayId: '11111111-2222-4333-8444-555555555555',
        location: 'EqDC2',
        bgpPeers: [{ bgpStatus: 'up' }],
      },
    ],
  }
}
