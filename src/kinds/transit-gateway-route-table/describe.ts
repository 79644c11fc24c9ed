import {
  cidrOf,
  flag,
  idOf,
  known,
  part,
  parts,
  text,
  type Describe,
  type DescribeContext,
  type Raw,
} from '../describe'
import { attachmentIn, attachmentOf } from './described'

const gone = new Set(['disassociated', 'disassociating', 'disabled', 'disabling'])

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRouteTable.html */
export const describe: Describe<'transit-gateway-route-table'> = (context) =>
  context.dump.all('TransitGatewayRouteTables').flatMap(({ it, id }) => {
    const gatewayId = text(it, 'TransitGatewayId')
    if (!id || !gatewayId || text(it, 'State') === 'deleted') return []
    const { dump } = context
    const routes = dump.of('Routes', id).map((each) => each.it)
    const references = dump.of('TransitGatewayPrefixListReferences', id).map((each) => each.it)
    const referenced = new Set(references.map((each) => text(each, 'PrefixListId')))
    const propagating = dump.asked('TransitGatewayRouteTablePropagations', id)
      ? dump.of('TransitGatewayRouteTablePropagations', id).map((each) => each.it)
      : routes
          .filter((route) => text(route, 'Type') === 'propagated')
          .flatMap((route) => parts(route, 'TransitGatewayAttachments'))
    const isWhole = dump.asked('Routes', id) && !dump.asked('MoreRoutes', id)
    return [
      {
        ...known('transit-gateway-route-table', it, id),
        transitGatewayId: idOf('transit-gateway', gatewayId),
        defaultAssociationRouteTable: flag(it, 'DefaultAssociationRouteTable'),
        defaultPropagationRouteTable: flag(it, 'DefaultPropagationRouteTable'),
        associations: unique(associated(id, gatewayId, context)),
        propagations: once(
          propagating
            .filter((each) => !gone.has(text(each, 'State') ?? ''))
            .flatMap((each) => attachmentIn(each, gatewayId, dump) ?? []),
        ),
        routes: Object.fromEntries([
          ...routes
            .filter((route) => !referenced.has(text(route, 'PrefixListId') ?? ''))
            .flatMap((route) => staticRoute(route, gatewayId, context)),
          ...references.flatMap((each) => reference(each, gatewayId, context)),
        ]),
        ...(!isWhole && {
          undescribed: `aws ec2 search-transit-gateway-routes --transit-gateway-route-table-id ${id}`,
        }),
      },
    ]
  })

const once = (ids: readonly string[]) => [...new Set(ids)]
const unique = (ids: readonly string[]) => once(ids).toSorted()

/** From the table's own list, and from what each attachment says of itself. */
function associated(id: string, gatewayId: string, { dump }: DescribeContext): readonly string[] {
  const listed = dump
    .of('Associations', id)
    .filter(({ it }) => !gone.has(text(it, 'State') ?? ''))
    .flatMap(({ it }) => attachmentIn(it, gatewayId, dump) ?? [])
  const told = dump
    .all('TransitGatewayAttachments')
    .filter(({ it }) => {
      const association = part(it, 'Association')
      return (
        text(association, 'TransitGatewayRouteTableId') === id &&
        !gone.has(text(association, 'State') ?? '')
      )
    })
    .flatMap((entry) => (entry.id ? (attachmentOf(entry.id, dump) ?? []) : []))
  return [...listed, ...told]
}

/**
 * A static route. One by a prefix list is written as what the table references; without that answer
 * it stands by itself, block by block.
 */
function staticRoute(route: Raw, gatewayId: string, { dump }: DescribeContext) {
  const block = cidrOf(text(route, 'DestinationCidrBlock'))
  if (text(route, 'Type') !== 'static' || !block) return []
  const [attachment] = parts(route, 'TransitGatewayAttachments')
  const attachmentId = attachment ? attachmentIn(attachment, gatewayId, dump) : null
  return [[block, { attachmentId }] as const]
}

function reference(it: Raw, gatewayId: string, { dump }: DescribeContext) {
  const listId = text(it, 'PrefixListId')
  const attachment = part(it, 'TransitGatewayAttachment')
  const attachmentId = flag(it, 'Blackhole') ? null : attachmentIn(attachment, gatewayId, dump)
  return listId ? [[idOf('prefix-list', listId), { attachmentId }] as const] : []
}
