import { text, texts, type Raw } from '../../../kinds/describe'
import { picked, type TypeReader } from '../../cloudformation/item'
import { attachmentOf } from '../../cloudformation/types/transit-tables'
import type { Words } from '../written'

const written = (type: string, properties: Raw) => [
  { type: `AWS::DirectConnect::${type}`, properties },
]

const gateway: Words = (it) =>
  written('DirectConnectGateway', {
    ...picked(it, 'AmazonSideAsn'),
    DirectConnectGatewayName: text(it, 'Name'),
  })

const virtualInterface =
  (type: 'Private' | 'Transit'): Words =>
  (it) =>
    written(`${type}VirtualInterface`, {
      VirtualInterfaceName: text(it, 'Name'),
      DirectConnectGatewayId: text(it, 'DxGatewayId'),
      VirtualGatewayId: text(it, 'VpnGatewayId'),
    })

/** It joins nothing that a design holds. */
const nothing: Words = () => []

/** Types whose meaning is that of a type of CloudFormation. */
export const directWords: Readonly<Record<string, Words>> = {
  aws_dx_gateway: gateway,
  aws_dx_private_virtual_interface: virtualInterface('Private'),
  aws_dx_transit_virtual_interface: virtualInterface('Transit'),
  // whoever it is hosted for accepts it, and says what it joins
  aws_dx_hosted_private_virtual_interface: nothing,
  aws_dx_hosted_transit_virtual_interface: nothing,
  aws_dx_hosted_private_virtual_interface_accepter: virtualInterface('Private'),
  aws_dx_hosted_transit_virtual_interface_accepter: virtualInterface('Transit'),
  aws_dx_public_virtual_interface: nothing,
  aws_dx_hosted_public_virtual_interface: nothing,
  aws_dx_hosted_public_virtual_interface_accepter: nothing,
}

/** Proposals to the owner of a Direct Connect gateway, until the associations are read. */
const proposals = 'ProposedAssociations'

const prefixesIn = (it: Raw) => texts(it, 'AllowedPrefixes').map((cidr) => ({ cidr }))

const gatewaysOf: NonNullable<TypeReader['partOf']> = ({ properties }) => [
  text(properties, 'DxGatewayId'),
  text(properties, 'AssociatedGatewayId'),
]

/** The owner of the gateway that is to be associated proposes it. */
const proposal: TypeReader = {
  partOf: gatewaysOf,
  read: ({ id, place, properties }, { book }) =>
    book.put(proposals, id, place, {
      gateway: text(properties, 'AssociatedGatewayId'),
      ownerId: place.ownerId,
      prefixes: prefixesIn(properties),
    }),
}

/** An association of its own account, or one that accepts a proposal. */
const association: TypeReader = {
  partOf: gatewaysOf,
  read: (it, { book, lacks }) => {
    const { properties, id, place } = it
    const proposed = book.find(proposals, text(properties, 'ProposalId'))
    if (proposed) proposed['isAccepted'] = true
    const associated = text(properties, 'AssociatedGatewayId') ?? text(proposed ?? {}, 'gateway')
    const directConnectGatewayId = text(properties, 'DxGatewayId')
    if (associated === null) {
      if (directConnectGatewayId !== null)
        book.doubt(directConnectGatewayId, `what ${it.address} associates with it`)
      lacks(it, 'The proposal that it accepts is not among the files.')
      return
    }
    const own = prefixesIn(properties)
    book.put('directConnectGatewayAssociations', id, place, {
      associationId: id,
      directConnectGatewayId,
      associatedGateway: {
        id: associated,
        ownerAccount:
          text(properties, 'AssociatedGatewayOwnerAccountId') ??
          text(proposed ?? {}, 'ownerId') ??
          place.ownerId,
      },
      associationState: 'associated',
      // the owner who accepts may allow other ones than were proposed
      allowedPrefixesToDirectConnectGateway: own.length > 0 ? own : (proposed?.['prefixes'] ?? []),
    })
    if (!associated.startsWith('tgw-')) return
    const TransitGatewayAttachmentId = attachmentOf(id)
    book.put('TransitGatewayAttachments', TransitGatewayAttachmentId, place, {
      TransitGatewayAttachmentId,
      TransitGatewayId: associated,
      ResourceType: 'direct-connect-gateway',
      ResourceId: directConnectGatewayId,
      State: 'available',
    })
  },
}

/** Nothing tells whether a proposal was accepted whose association is not there. */
const isAccepted: TypeReader = {
  partOf: gatewaysOf,
  read: ({ id, address }, { book }) => {
    const it = book.find(proposals, id)
    const associated = text(it ?? {}, 'gateway')
    if (it?.['isAccepted'] !== true && associated !== null)
      book.doubt(associated, `whether ${address} was accepted`)
  },
}

/** Proposals before what accepts them. */
export const directTypes: Readonly<Record<string, TypeReader>> = {
  aws_dx_gateway_association_proposal: proposal,
  aws_dx_gateway_association: association,
}

/** Asked once all associations are known. */
export const directParts: Readonly<Record<string, TypeReader>> = {
  aws_dx_gateway_association_proposal: isAccepted,
}

/** What only stood for itself until the associations were read. */
export const directLists = [proposals]
