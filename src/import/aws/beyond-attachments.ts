import { cidrOf, idOf, parts, text, type DescribeContext, type Raw } from '../../kinds/describe'
import type { Id, Resource, ResourceOf } from '../../kinds/resource'
import { attachmentIn } from '../../kinds/transit-gateway-route-table/described'
import { calls } from '../../kinds/untold'

/**
 * Routes of transit gateways that lead to attachments of which nothing else is described: a VPC of an
 * account that was not asked, a VPN connection or Direct Connect gateway whose call is missing. They
 * are there, and where they lead is unknown; left out, a packet would take a wider one. (TGW-9, CL-17)
 */
export function addRoutesBeyond(
  resources: Map<Id, Resource>,
  { dump, lacks }: Pick<DescribeContext, 'dump' | 'lacks'>,
): void {
  for (const it of Array.from(resources.values())) {
    if (it.kind !== 'transit-gateway-route-table' || !it.awsId) continue
    const gatewayId = it.transitGatewayId.slice('transit-gateway:'.length)
    const attached = (attachment: Raw): Resource | null => {
      const id = attachmentIn(attachment, gatewayId, dump)
      const found = id && resources.get(id)
      return found && isKnown(found, resources) ? found : null
    }
    const isThere = (attachment: Raw): boolean => attached(attachment) !== null
    const beyond = dump.of('Routes', it.awsId).flatMap((route) => {
      const block = cidrOf(text(route.it, 'DestinationCidrBlock'))
      const attachments = parts(route.it, 'TransitGatewayAttachments')
      const [first] = attachments
      const stands = text(route.it, 'State') !== 'blackhole'
      if (!block || !first || !stands || attachments.some(isThere)) return []
      const isHidden = text(route.it, 'Type') === 'propagated' && it.routes[block]?.attachmentId
      return isHidden ? [] : [[block, text(first, 'TransitGatewayAttachmentId')] as const]
    })
    const unlisted = it.undescribed ? null : unlistedIn(it.awsId, attached, dump)
    const call = `${calls.routes} --transit-gateway-route-table-id ${it.awsId}`
    if (unlisted)
      lacks(call, `Only static routes of ${it.name} are told, and not what ${unlisted}.`)
    const routes = beyond.flatMap(([block, attachment]) =>
      attachment ? [[block, { attachmentId: null, otherAttachment: attachment }] as const] : [],
    )
    const left = deadEnds(it, dump)
    if (routes.length === 0 && left.length === 0 && !unlisted) continue
    resources.set(it.id, {
      ...it,
      routes: { ...it.routes, ...Object.fromEntries([...left, ...routes]) },
      ...(unlisted && { untold: [call] }),
    })
    for (const attachment of new Set(routes.map(([, { otherAttachment }]) => otherAttachment)))
      lacks(attachment, `Routes of ${it.name} lead there, and what is attached is not described.`)
  }
}

/** Static routes whose attachment is gone: AWS keeps them as blackholes, and they drop. (TGW-10) */
const deadEnds = (it: ResourceOf<'transit-gateway-route-table'>, dump: DescribeContext['dump']) =>
  dump.of('Routes', it.awsId ?? '').flatMap((route) => {
    const block = cidrOf(text(route.it, 'DestinationCidrBlock'))
    const isDead = text(route.it, 'State') === 'blackhole' && text(route.it, 'Type') === 'static'
    const list = text(route.it, 'PrefixListId')
    if (!block || !isDead || it.routes[block] || (list && it.routes[idOf('prefix-list', list)]))
      return []
    return [[block, { attachmentId: null }] as const]
  })

/**
 * An attachment that propagates into a table, and nothing tells what: the routes of the table were
 * asked for without those that are propagated, and it is not described or learns what it brings; or
 * nobody told what propagates. In words that follow `what`.
 * (TGW-7, CL-17)
 */
function unlistedIn(
  tableId: string,
  attached: (attachment: Raw) => Resource | null,
  dump: DescribeContext['dump'],
): string | null {
  if (dump.of('Routes', tableId).some(({ it }) => text(it, 'Type') === 'propagated')) return null
  if (dump.asked('StaticRoutes', tableId) && !dump.asked(propagations, tableId))
    return 'propagates into it'
  const found = dump.of(propagations, tableId).find(({ it }) => {
    const by = attached(it)
    return text(it, 'State') !== 'disabled' && (by === null || learns(by, dump))
  })
  return found ? `${text(found.it, 'TransitGatewayAttachmentId')} brings` : null
}

const propagations = 'TransitGatewayRouteTablePropagations'

/** Does it bring what is learned by BGP? A VPN connection says how many routes it accepted. */
function learns(it: Resource, dump: DescribeContext['dump']): boolean {
  if (it.kind !== 'vpn-connection') return it.kind === 'direct-connect-gateway-association'
  const tunnels = parts(dump.find('VpnConnections', it.awsId ?? null)?.it ?? {}, 'VgwTelemetry')
  const isSilent = tunnels.every(
    (each) => text(each, 'Status') === 'DOWN' || each['AcceptedRouteCount'] === 0,
  )
  return !it.staticRoutesOnly && (tunnels.length === 0 || !isSilent)
}

/** Is it known what an attachment brings? Behind a link, by the device or the interface at its end. */
function isKnown(it: Resource, resources: ReadonlyMap<Id, Resource>): boolean {
  if (it.undescribed) return false
  if (it.kind === 'transit-gateway-connect') return it.prefixes.length > 0
  if (it.kind !== 'direct-connect-gateway-association') return true
  return Array.from(resources.values()).some(
    (each) => each.kind === 'virtual-interface' && each.gatewayId === it.directConnectGatewayId,
  )
}
