import { text, type Raw } from '../../../kinds/describe'
import type { TypeReader } from '../../cloudformation/item'
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

/** Types whose meaning is that of a type of CloudFormation. */
export const transitWords: Readonly<Record<string, Words>> = {
  aws_ec2_transit_gateway: as('TransitGateway'),
  aws_ec2_transit_gateway_vpc_attachment: vpcAttachment,
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

export const transitTypes: Readonly<Record<string, TypeReader>> = {
  aws_ec2_transit_gateway_peering_attachment: peering,
}

export const transitParts: Readonly<Record<string, TypeReader>> = {
  'defaults of aws_ec2_transit_gateway_vpc_attachment': standing,
  aws_ec2_transit_gateway_vpc_attachment_accepter: accepterOf('TransitGatewayVpcAttachments'),
  aws_ec2_transit_gateway_peering_attachment_accepter: accepterOf(
    'TransitGatewayPeeringAttachments',
  ),
}
