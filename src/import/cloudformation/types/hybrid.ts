import { number, text, texts } from '../../../kinds/describe'
import { attachmentOf } from './transit-tables'
import { isOn, picked, tagsOf, type Item, type TypeReader } from '../item'

const vpnGateway: TypeReader = {
  read: (it, { book }) =>
    book.put('VpnGateways', it.id, it.place, {
      VpnGatewayId: it.id,
      State: 'available',
      ...picked(it.properties, 'AmazonSideAsn'),
      VpcAttachments: [],
      Tags: tagsOf(it),
    }),
}

const customerGateway: TypeReader = {
  read: (it, { book }) =>
    book.put('CustomerGateways', it.id, it.place, {
      CustomerGatewayId: it.id,
      State: 'available',
      ...picked(it.properties, 'IpAddress', 'DeviceName'),
      BgpAsn: number(it.properties, 'BgpAsn') ?? number(it.properties, 'BgpAsnExtended'),
      Tags: tagsOf(it),
    }),
}

const connection: TypeReader = {
  read: (it, { book }) => {
    const { properties, id, place } = it
    const TransitGatewayId = text(properties, 'TransitGatewayId')
    book.put('VpnConnections', id, place, {
      VpnConnectionId: id,
      State: 'available',
      ...picked(properties, 'CustomerGatewayId', 'VpnGatewayId', 'TransitGatewayId'),
      Options: { StaticRoutesOnly: isOn(properties, 'StaticRoutesOnly') },
      Routes: [],
      Tags: tagsOf(it),
    })
    if (!TransitGatewayId) return
    const TransitGatewayAttachmentId = attachmentOf(id)
    book.put('TransitGatewayAttachments', TransitGatewayAttachmentId, place, {
      TransitGatewayAttachmentId,
      TransitGatewayId,
      ResourceType: 'vpn',
      ResourceId: id,
      State: 'available',
    })
  },
}

const connectionRoute: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'VpnConnectionId')],
  read: (it, { book, lacks }) => {
    const id = text(it.properties, 'VpnConnectionId')
    const DestinationCidrBlock = text(it.properties, 'DestinationCidrBlock')
    const route = { DestinationCidrBlock, State: 'available' }
    if (!book.add('VpnConnections', id, 'Routes', route))
      lacks(it, `Its VPN connection ${id ?? ''} is not among the files.`)
  },
}

const directGateway: TypeReader = {
  read: (it, { book }) =>
    book.put('directConnectGateways', it.id, it.place, {
      directConnectGatewayId: it.id,
      directConnectGatewayName: text(it.properties, 'DirectConnectGatewayName') ?? it.logicalId,
      amazonSideAsn: number(it.properties, 'AmazonSideAsn') ?? 64_512,
      directConnectGatewayState: 'available',
      ownerAccount: it.place.ownerId,
    }),
}

const directAssociation: TypeReader = {
  read: ({ properties, id, place }, { book }) => {
    const gateway = text(properties, 'AssociatedGatewayId')
    const direct = text(properties, 'DirectConnectGatewayId')
    book.put('directConnectGatewayAssociations', id, place, {
      associationId: id,
      directConnectGatewayId: direct,
      associatedGateway: { id: gateway, ownerAccount: place.ownerId },
      associationState: 'associated',
      allowedPrefixesToDirectConnectGateway: texts(
        properties,
        'AllowedPrefixesToDirectConnectGateway',
      ).map((cidr) => ({ cidr })),
    })
    if (!gateway?.startsWith('tgw-')) return
    const TransitGatewayAttachmentId = attachmentOf(id)
    book.put('TransitGatewayAttachments', TransitGatewayAttachmentId, place, {
      TransitGatewayAttachmentId,
      TransitGatewayId: gateway,
      ResourceType: 'direct-connect-gateway',
      ResourceId: direct,
      State: 'available',
    })
  },
}

const virtualInterface = (virtualInterfaceType: 'private' | 'transit'): TypeReader => ({
  read: (it: Item, { book }) =>
    book.put('virtualInterfaces', it.id, it.place, {
      virtualInterfaceId: it.id,
      virtualInterfaceType,
      virtualInterfaceName: text(it.properties, 'VirtualInterfaceName') ?? it.logicalId,
      virtualInterfaceState: 'available',
      directConnectGatewayId: text(it.properties, 'DirectConnectGatewayId'),
      virtualGatewayId: text(it.properties, 'VirtualGatewayId'),
      ownerAccount: it.place.ownerId,
      region: it.place.region,
      bgpPeers: [],
    }),
})

export const hybridTypes: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::VPNGateway': vpnGateway,
  'AWS::EC2::CustomerGateway': customerGateway,
  'AWS::EC2::VPNConnection': connection,
  'AWS::DirectConnect::DirectConnectGateway': directGateway,
  'AWS::DirectConnect::DirectConnectGatewayAssociation': directAssociation,
  'AWS::DirectConnect::PrivateVirtualInterface': virtualInterface('private'),
  'AWS::DirectConnect::TransitVirtualInterface': virtualInterface('transit'),
}

export const hybridParts: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::VPNConnectionRoute': connectionRoute,
}
