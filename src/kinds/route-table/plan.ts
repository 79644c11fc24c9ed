import { invariant } from '../../base/invariant'
import { byCodeUnit } from '../../iac/order'
import { ref, type Reference } from '../../iac/value'
import { compareCidrs, isCidr } from '../../net/cidr'
import type { Design } from '../contract'
import { subnetIdsOf, type EmitContext, type Language } from '../emit'
import type { Id, ResourceOf } from '../resource'
import { hasGatewayEndpoint } from '../vpc-endpoint/tables'
import { propagating } from '../vpn-gateway/plan'
import { interfacePart } from '../workload/plan'
import { refusedRoute, type PlannedDestination, type RouteTarget } from './refused'

/** A route that AWS will take; its destination is a block or a managed prefix list. */
export interface PlannedRoute {
  readonly destination: PlannedDestination
  readonly target: RouteTarget
}

/** Part of the table that a route is. */
export const routePart = ({ destination }: PlannedRoute) => `route ${saidOf(destination)}`

/** Words for the name of a route. */
export const routeWords = ({ destination }: PlannedRoute) =>
  destination === '0.0.0.0/0'
    ? 'default'
    : destination === '::/0'
      ? 'default IPv6'
      : `to ${typeof destination === 'string' ? destination : destination.name}`

/** The part that associates a table with a gateway. (RT-15) */
export const edgePart = 'edge association'

const saidOf = (destination: PlannedDestination) =>
  typeof destination === 'string' ? destination : destination.id

/**
 * A template cannot name the main table that comes with a VPC. One without routes is left as it
 * comes; one with routes is written as a table of its own.
 */
export function isWrittenToCloudFormation(
  table: ResourceOf<'route-table'>,
  design: Design,
): boolean {
  return (
    !table.main ||
    Object.keys(table.routes).length > 0 ||
    propagating(table, design).length > 0 ||
    hasGatewayEndpoint(table, design)
  )
}

/** The routes of a table, blocks by address and then lists, without those that AWS would refuse, which become gaps. */
export function plannedRoutes(
  table: ResourceOf<'route-table'>,
  { design, gap }: EmitContext,
  language: Language,
): readonly PlannedRoute[] {
  return destinationsOf(table, design).flatMap((destination) => {
    const id = table.routes[saidOf(destination)]?.target ?? null
    const target = id && design.get(id)
    const said = typeof destination === 'string' ? destination : destination.name
    const { otherTarget } = table.routes[saidOf(destination)] ?? {}
    if (otherTarget) {
      gap(
        `The route to ${said} in ${table.name} by ${otherTarget} is not exported: the design knows nothing of that target.`,
        'Write it by hand beside the exported code.',
      )
      return []
    }
    const refusal = target
      ? refusedRoute(table, { destination, target }, design, language)
      : 'has no target any more'
    if (!refusal && target) return [{ destination, target }]
    gap(
      `The route to ${said} in ${table.name} of ${design.get(table.vpcId)?.name} is left out: it ${refusal}.`,
      'Give the route a target that AWS accepts, or remove it.',
    )
    return []
  })
}

function destinationsOf(
  table: ResourceOf<'route-table'>,
  design: Design,
): readonly PlannedDestination[] {
  const keys = Object.keys(table.routes)
  const lists = keys.flatMap((key) =>
    isCidr(key) ? [] : (design.get(key as Id<'prefix-list'>) ?? []),
  )
  return [
    ...keys.filter(isCidr).toSorted(compareCidrs),
    ...lists.toSorted((a, b) => byCodeUnit(a.id, b.id)),
  ]
}

/** The gateway whose incoming traffic a table routes, where AWS would associate the two. (RT-15) */
export function edgeGateway(
  { gatewayId, name, vpcId }: ResourceOf<'route-table'>,
  { design, gap }: EmitContext,
): ResourceOf<'internet-gateway' | 'vpn-gateway'> | null {
  const gateway = gatewayId && design.get(gatewayId)
  if (!gateway) return null
  if (gateway.vpcId === vpcId && gateway.attachmentState === 'attached') return gateway
  gap(
    `The edge association of ${name} with ${gateway.name} is left out: that gateway is not attached to the VPC of the table.`,
    'Attach the gateway, or choose another.',
  )
  return null
}

/** The network interface that a route leads to, as it is written. */
export function targetInterface(it: ResourceOf<'workload' | 'network-interface'>): Reference {
  if (it.kind === 'network-interface') return ref(it.id)
  const [subnetId] = subnetIdsOf(it)
  invariant(subnetId, `${it.id} lies in a subnet`)
  return ref(it.id, 'id', interfacePart(subnetId))
}
