import { number, part, parts, text, texts, type Raw } from '../../../kinds/describe'
import { defaultTableOf, interfaceOfIp } from '../attributes'
import { isOn, picked, tagsOf, type Item, type TypeReader, type Writing } from '../item'

const optionKeys = [
  'AmazonSideAsn',
  'AutoAcceptSharedAttachments',
  'DefaultRouteTableAssociation',
  'DefaultRouteTablePropagation',
  'DnsSupport',
  'VpnEcmpSupport',
  'SecurityGroupReferencingSupport',
]

const gateway: TypeReader = {
  read: (it, { book }) => {
    const { properties, id, place } = it
    const isEnabled = (key: string) => text(properties, key) !== 'disable'
    const table = defaultTableOf(id)
    const associates = isEnabled('DefaultRouteTableAssociation')
    const propagates = isEnabled('DefaultRouteTablePropagation')
    book.put('TransitGateways', id, place, {
      TransitGatewayId: id,
      OwnerId: place.ownerId,
      State: 'available',
      Options: picked(properties, ...optionKeys),
      Tags: tagsOf(it),
    })
    // AWS makes one with the gateway, unless nothing is to come into it by itself
    if (associates || propagates)
      book.put('TransitGatewayRouteTables', table, place, {
        TransitGatewayRouteTableId: table,
        TransitGatewayId: id,
        State: 'available',
        DefaultAssociationRouteTable: associates,
        DefaultPropagationRouteTable: propagates,
        Tags: [{ Key: 'Name', Value: 'default' }],
      })
  },
}

const vpcAttachment: TypeReader = {
  read: (it, { book, assume }) => {
    const { properties, id, place } = it
    const TransitGatewayId = text(properties, 'TransitGatewayId')
    const owner = book.placeOf('TransitGateways', TransitGatewayId)?.ownerId ?? place.ownerId
    const options = part(book.find('TransitGateways', TransitGatewayId) ?? {}, 'Options')
    const isAccepted =
      owner === place.ownerId || text(options, 'AutoAcceptSharedAttachments') === 'enable'
    if (!isAccepted) assume(it, `Account ${owner} has to accept it; until then it carries nothing.`)
    book.put('TransitGatewayVpcAttachments', id, place, {
      TransitGatewayAttachmentId: id,
      TransitGatewayId,
      VpcId: text(properties, 'VpcId'),
      VpcOwnerId: book.placeOf('Vpcs', properties['VpcId'])?.ownerId ?? place.ownerId,
      SubnetIds: [...texts(properties, 'SubnetIds'), ...texts(properties, 'AddSubnetIds')],
      State: isAccepted ? 'available' : 'pendingAcceptance',
      Options: part(properties, 'Options'),
      Tags: tagsOf(it),
    })
  },
}

/** A peering of transit gateways as both of its sides list it. */
export function putPeering(it: Item, { book }: Writing, State: string): void {
  const { properties, id, place } = it
  const peer = book.placeOf('TransitGateways', properties['PeerTransitGatewayId']) ?? place
  book.put('TransitGatewayPeeringAttachments', id, place, {
    TransitGatewayAttachmentId: id,
    RequesterTgwInfo: {
      TransitGatewayId: text(properties, 'TransitGatewayId'),
      OwnerId: place.ownerId,
      Region: place.region,
    },
    AccepterTgwInfo: {
      TransitGatewayId: text(properties, 'PeerTransitGatewayId'),
      OwnerId: text(properties, 'PeerAccountId') ?? peer.ownerId,
      Region: text(properties, 'PeerRegion') ?? peer.region,
    },
    State,
    Tags: tagsOf(it),
  })
}

const peeringAttachment: TypeReader = {
  read: (it, writing) => {
    writing.assume(
      it,
      'CloudFormation cannot accept it: somebody has to, until then it carries nothing.',
    )
    putPeering(it, writing, 'pendingAcceptance')
  },
}

const connect: TypeReader = {
  read: (it, { book }) => {
    const { properties, id, place } = it
    const transport = text(properties, 'TransportTransitGatewayAttachmentId')
    const carrier = book.find('TransitGatewayVpcAttachments', transport)
    book.put('TransitGatewayConnects', id, place, {
      TransitGatewayAttachmentId: id,
      TransportTransitGatewayAttachmentId: transport,
      TransitGatewayId: carrier?.['TransitGatewayId'] ?? null,
      State: 'available',
      Options: part(properties, 'Options'),
      Tags: tagsOf(it),
    })
  },
}

const connectPeer: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'TransitGatewayAttachmentId')],
  read: ({ properties, id, place }, { book }) => {
    const configuration = part(properties, 'ConnectPeerConfiguration')
    const face = interfaceOfIp(text(configuration, 'PeerAddress') ?? '')
    const peer =
      face === null
        ? text(configuration, 'PeerAddress')
        : text(book.find('NetworkInterfaces', face) ?? {}, 'PrivateIpAddress')
    const sessions = parts(configuration, 'BgpConfigurations')
    book.put('TransitGatewayConnectPeers', id, place, {
      TransitGatewayConnectPeerId: id,
      TransitGatewayAttachmentId: text(properties, 'TransitGatewayAttachmentId'),
      ConnectPeerConfiguration: {
        PeerAddress: peer,
        InsideCidrBlocks: texts(configuration, 'InsideCidrBlocks'),
        BgpConfigurations: [
          { BgpStatus: 'up', PeerAsn: number(sessions[0] ?? {}, 'PeerAsn') ?? 65_000 },
        ],
      },
    })
  },
}

const table: TypeReader = {
  read: (it, { book }) =>
    book.put('TransitGatewayRouteTables', it.id, it.place, {
      TransitGatewayRouteTableId: it.id,
      TransitGatewayId: text(it.properties, 'TransitGatewayId'),
      State: 'available',
      DefaultAssociationRouteTable: false,
      DefaultPropagationRouteTable: false,
      Tags: tagsOf(it),
    }),
}

const tables = 'TransitGatewayRouteTables'

/** What lies in a table is answered for each one by itself, once everything is known. */
const inTable = (field: string, partIn: (it: Raw) => Raw): TypeReader => ({
  partOf: ({ properties }) => [text(properties, 'TransitGatewayRouteTableId')],
  read: (it, { book, lacks }) => {
    const id = text(it.properties, 'TransitGatewayRouteTableId')
    if (!book.add(tables, id, field, partIn(it.properties)))
      lacks(it, `Its route table ${id ?? ''} is not among the files.`)
  },
})

const attachmentIn = (it: Raw): Raw => picked(it, 'TransitGatewayAttachmentId')

const routeIn = (it: Raw): Raw => {
  const isBlackhole = isOn(it, 'Blackhole')
  return {
    DestinationCidrBlock: text(it, 'DestinationCidrBlock'),
    Type: 'static',
    State: isBlackhole ? 'blackhole' : 'active',
    TransitGatewayAttachments: isBlackhole ? [] : [attachmentIn(it)],
  }
}

export const transitTypes: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::TransitGateway': gateway,
  'AWS::EC2::TransitGatewayRouteTable': table,
  'AWS::EC2::TransitGatewayVpcAttachment': vpcAttachment,
  'AWS::EC2::TransitGatewayAttachment': vpcAttachment,
  'AWS::EC2::TransitGatewayPeeringAttachment': peeringAttachment,
  'AWS::EC2::TransitGatewayConnect': connect,
}

export const transitParts: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::TransitGatewayConnectPeer': connectPeer,
  'AWS::EC2::TransitGatewayRouteTableAssociation': inTable('Associations', attachmentIn),
  'AWS::EC2::TransitGatewayRouteTablePropagation': inTable('Propagations', attachmentIn),
  'AWS::EC2::TransitGatewayRoute': inTable('Routes', routeIn),
}
