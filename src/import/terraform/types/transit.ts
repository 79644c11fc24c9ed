import { text, texts, type Raw } from '../../../kinds/describe'
import { isOn, tagsOf, type TypeReader } from '../../cloudformation/item'
import { putPeering } from '../../cloudformation/types/transit'
import type { Words } from '../written'

const as =
  (type: string): Words =>
  (properties) => [{ type: `AWS::EC2::${type}`, properties }]

/** Terraform writes the options of an attachment beside each other. */
const vpcAttachment: Words = (it) => [
  {
    type: 'AWS::EC2::TransitGatewayVpcAttachment',
    properties: {
      ...it,
      Options: {
        ApplianceModeSupport: text(it, 'ApplianceModeSupport'),
        DnsSupport: text(it, 'DnsSupport'),
        Ipv6Support: text(it, 'Ipv6Support'),
        SecurityGroupReferencingSupport: text(it, 'SecurityGroupReferencingSupport'),
      },
    },
  },
  { type: 'defaults of aws_ec2_transit_gateway_vpc_attachment', properties: it },
]

const connectPeer: Words = (it) => [
  {
    type: 'AWS::EC2::TransitGatewayConnectPeer',
    properties: {
      TransitGatewayAttachmentId: text(it, 'TransitGatewayAttachmentId'),
      ConnectPeerConfiguration: {
        PeerAddress: text(it, 'PeerAddress'),
        InsideCidrBlocks: texts(it, 'InsideCidrBlocks'),
        BgpConfigurations: [{ PeerAsn: text(it, 'BgpAsn') }],
      },
    },
  },
]

/** Types whose meaning is that of a type of CloudFormation. */
export const transitWords: Readonly<Record<string, Words>> = {
  aws_ec2_transit_gateway: as('TransitGateway'),
  aws_ec2_transit_gateway_vpc_attachment: vpcAttachment,
  aws_ec2_transit_gateway_connect_peer: connectPeer,
  aws_ec2_transit_gateway_route_table: as('TransitGatewayRouteTable'),
  aws_ec2_transit_gateway_route: as('TransitGatewayRoute'),
  aws_ec2_transit_gateway_route_table_association: as('TransitGatewayRouteTableAssociation'),
  aws_ec2_transit_gateway_route_table_propagation: as('TransitGatewayRouteTablePropagation'),
}

const peering: TypeReader = {
  read: (it, writing) => {
    putPeering(it, writing, text(it.properties, 'State') ?? 'pendingAcceptance')
  },
}

/** Once it is accepted an attachment carries what its tables send over it. */
const accepterOf = (list: string): TypeReader => ({
  partOf: ({ properties }) => [text(properties, 'TransitGatewayAttachmentId')],
  read: (it, { book, lacks }) => {
    const id = text(it.properties, 'TransitGatewayAttachmentId')
    const made = book.find(list, id)
    if (made) made['State'] = 'available'
    else lacks(it, `The attachment ${id ?? ''} is not among the files.`)
  },
})

/** Whether it comes into the default tables by itself is said of each attachment. */
const standing: TypeReader = {
  partOf: ({ id }) => [id],
  read: ({ properties, id }, { book }) => {
    const made = book.find('TransitGatewayVpcAttachments', id)
    if (made) Object.assign(made, byItself(properties))
  },
}

const byItself = (it: Raw) => ({
  ...(text(it, 'TransitGatewayDefaultRouteTableAssociation') === 'false' && {
    DefaultAssociation: false,
  }),
  ...(text(it, 'TransitGatewayDefaultRouteTablePropagation') === 'false' && {
    DefaultPropagation: false,
  }),
})

/** It runs over an attachment of any type, and says itself of which gateway. */
const connect: TypeReader = {
  read: (it, { book }) => {
    const { properties, id, place } = it
    book.put('TransitGatewayConnects', id, place, {
      TransitGatewayAttachmentId: id,
      TransportTransitGatewayAttachmentId: text(properties, 'TransportAttachmentId'),
      TransitGatewayId: text(properties, 'TransitGatewayId'),
      State: 'available',
      Tags: tagsOf(it),
      ...byItself(properties),
    })
  },
}

/** Sends what a prefix list holds over an attachment, or nowhere. */
const reference: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'TransitGatewayRouteTableId')],
  read: ({ properties, place, address }, { book }) => {
    const table = text(properties, 'TransitGatewayRouteTableId')
    const PrefixListId = text(properties, 'PrefixListId')
    if (table === null) return
    // without its blocks nobody knows what is sent there
    if (!book.find('PrefixLists', PrefixListId)) {
      book.doubt(table, `what ${address} adds to it`)
      return
    }
    const TransitGatewayAttachmentId = text(properties, 'TransitGatewayAttachmentId')
    const row = {
      PrefixListId,
      Blackhole: isOn(properties, 'Blackhole'),
      TransitGatewayAttachment: { TransitGatewayAttachmentId },
    }
    book.answer(place, {
      TransitGatewayRouteTableId: table,
      TransitGatewayPrefixListReferences: [row],
    })
  },
}

export const transitTypes: Readonly<Record<string, TypeReader>> = {
  aws_ec2_transit_gateway_peering_attachment: peering,
  aws_ec2_transit_gateway_connect: connect,
}

export const transitParts: Readonly<Record<string, TypeReader>> = {
  aws_ec2_transit_gateway_prefix_list_reference: reference,
  'defaults of aws_ec2_transit_gateway_vpc_attachment': standing,
  aws_ec2_transit_gateway_vpc_attachment_accepter: accepterOf('TransitGatewayVpcAttachments'),
  aws_ec2_transit_gateway_peering_attachment_accepter: accepterOf(
    'TransitGatewayPeeringAttachments',
  ),
}
