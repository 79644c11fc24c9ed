import { cidrOf, parts, text, type DescribeContext } from '../../kinds/describe'
import type { Id, Resource, ResourceOf } from '../../kinds/resource'

type Context = Pick<DescribeContext, 'dump' | 'lacks'>

/**
 * What virtual private gateways and Direct Connect gateways lead to, where the calls that tell it are
 * missing: unknown, and the routes that they put into tables are there all the same. (CL-17)
 */
export function addLinksBeyond(resources: Map<Id, Resource>, context: Context): void {
  for (const it of Array.from(resources.values())) {
    const call =
      it.kind === 'vpn-gateway'
        ? missingFor(it, resources, context)
        : it.kind === 'direct-connect-gateway'
          ? missingForDirect(it, resources, context)
          : null
    if (!call || it.undescribed) continue
    resources.set(it.id, { ...it, undescribed: call })
    context.lacks(call, `What lies behind ${it.name} is unknown without it.`)
  }
  for (const it of Array.from(resources.values()))
    if (it.kind === 'route-table') addLearnedRoutes(it, resources, context)
}

/** The call that would tell what is behind a gateway; null where that is known. */
function missingFor(
  { id }: ResourceOf<'vpn-gateway'>,
  resources: ReadonlyMap<Id, Resource>,
  { dump }: Context,
): string | null {
  const links = Array.from(resources.values()).filter(
    (it) =>
      (it.kind === 'vpn-connection' ||
        it.kind === 'virtual-interface' ||
        it.kind === 'direct-connect-gateway-association') &&
      it.gatewayId === id,
  )
  for (const it of links) {
    if (it.kind !== 'direct-connect-gateway-association') continue
    const direct = resources.get(it.directConnectGatewayId)
    const call =
      direct?.kind === 'direct-connect-gateway' && missingForDirect(direct, resources, { dump })
    if (call) return call
  }
  if (links.length > 0) return null
  if (!dump.asked('VpnConnections')) return 'aws ec2 describe-vpn-connections'
  return dump.asked('virtualInterfaces') ? null : 'aws directconnect describe-virtual-interfaces'
}

function missingForDirect(
  { id }: ResourceOf<'direct-connect-gateway'>,
  resources: ReadonlyMap<Id, Resource>,
  { dump }: Pick<Context, 'dump'>,
): string | null {
  const isAssociated = Array.from(resources.values()).some(
    (it) => it.kind === 'direct-connect-gateway-association' && it.directConnectGatewayId === id,
  )
  if (!isAssociated && !dump.asked('directConnectGatewayAssociations'))
    return 'aws directconnect describe-direct-connect-gateway-associations'
  const isJoined = Array.from(resources.values()).some(
    (it) => it.kind === 'virtual-interface' && it.gatewayId === id,
  )
  return isJoined || dump.asked('virtualInterfaces')
    ? null
    : 'aws directconnect describe-virtual-interfaces'
}

/** Propagated routes follow from what a gateway learned; where that is unknown they are written down. */
function addLearnedRoutes(
  table: ResourceOf<'route-table'>,
  resources: Map<Id, Resource>,
  { dump }: Context,
): void {
  const listed = table.awsId ? dump.find('RouteTables', table.awsId)?.it : undefined
  const routes = parts(listed ?? {}, 'Routes').flatMap((route) => {
    const gateway = text(route, 'GatewayId')
    const block = cidrOf(text(route, 'DestinationCidrBlock'))
    const isLearned = text(route, 'Origin') === 'EnableVgwRoutePropagation'
    if (!isLearned || !gateway || !block || text(route, 'State') === 'blackhole') return []
    const id = `vpn-gateway:${gateway}` as const
    const found = resources.get(id)
    if (table.routes[block] || (found && !found.undescribed)) return []
    return [[block, found ? { target: id } : { target: null, otherTarget: gateway }] as const]
  })
  if (routes.length > 0)
    resources.set(table.id, {
      ...table,
      routes: { ...Object.fromEntries(routes), ...table.routes },
    })
}
