import { idOf, parts, text, type Dump, type Raw } from '../describe'
import type { Id } from '../resource'
import type { AttachmentKind } from './schema'

/** Which attachment of the design does AWS call so? Null for what the design does not hold. */
export function attachmentOf(awsId: string, dump: Dump): Id<AttachmentKind> | null {
  const listed = dump.find('TransitGatewayAttachments', awsId)?.it
  const type = text(listed ?? {}, 'ResourceType') ?? typeIn(awsId, dump)
  const resource = text(listed ?? {}, 'ResourceId')
  return attachmentFor(awsId, type, resource, text(listed ?? {}, 'TransitGatewayId'), dump)
}

function typeIn(awsId: string, dump: Dump): string | null {
  if (dump.find('TransitGatewayVpcAttachments', awsId)) return 'vpc'
  if (dump.find('TransitGatewayPeeringAttachments', awsId)) return 'peering'
  return dump.find('TransitGatewayConnects', awsId) ? 'connect' : null
}

/** The same for an entry of a route table, which says of what type the attachment is. */
export function attachmentIn(
  it: Raw,
  gatewayId: string | null,
  dump: Dump,
): Id<AttachmentKind> | null {
  const awsId = text(it, 'TransitGatewayAttachmentId')
  const [type, resource] = [text(it, 'ResourceType'), text(it, 'ResourceId')]
  if (!awsId) return null
  return type ? attachmentFor(awsId, type, resource, gatewayId, dump) : attachmentOf(awsId, dump)
}

function attachmentFor(
  awsId: string,
  type: string | null,
  resource: string | null,
  gatewayId: string | null,
  dump: Dump,
): Id<AttachmentKind> | null {
  switch (type) {
    case 'vpc':
      return idOf('transit-gateway-vpc-attachment', awsId)
    case 'peering':
    case 'tgw-peering':
      return idOf('transit-gateway-peering-attachment', awsId)
    case 'connect':
      return idOf('transit-gateway-connect', awsId)
    case 'vpn':
      // routes name the tunnel too: vpn-0123(198.51.100.1)
      return resource ? idOf('vpn-connection', resource.replace(/\(.*$/, '')) : null
    case 'direct-connect-gateway': {
      const association = dump
        .all('directConnectGatewayAssociations')
        .find(
          ({ it }) =>
            text(it, 'directConnectGatewayId') === resource &&
            parts({ list: [it['associatedGateway']] }, 'list').some(
              (each) => text(each, 'id') === gatewayId,
            ),
        )
      return association?.id ? idOf('direct-connect-gateway-association', association.id) : null
    }
    case null:
    default:
      return null
  }
}
