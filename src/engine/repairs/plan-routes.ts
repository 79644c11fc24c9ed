import type { Design } from '../../kinds/contract'
import type { Id, ResourceOf } from '../../kinds/resource'
import type { RouteDestination } from '../../kinds/route-table/schema'
import { addRoute, type RouteTarget } from '../../model/edits/add-route'
import { allBlocksOf, otherEnd, subnetBlocksOf } from '../../model/peering'
import { contains, holds, hostBlock, isCidr, prefixLengthOf, type Cidr } from '../../net/cidr'
import type { Ip } from '../../net/ip'
import { isPublic } from '../../net/ranges'
import type { Draft } from 'immer'
import type { Document } from '../../model/document'
import { counted } from './words'

type Table = ResourceOf<'route-table'>

/** A host that must be reached, and the subnet it lies in. */
export interface Host {
  readonly address: Ip
  readonly subnet: ResourceOf<'subnet'>
}

/** One route to write: a new one, or one whose target changes. */
export interface RouteChange {
  readonly tableId: Id<'route-table'>
  readonly destination: Cidr
  readonly redirects: boolean
}

/** A route as written, by the block of it that an address lies in. */
export interface StaticRoute {
  readonly destination: RouteDestination
  readonly block: Cidr
  readonly target: RouteTarget
}

/**
 * The static route with the longest prefix that holds this address, of equal ones that to a block
 * before one by prefix list. (RT-6, RT-7)
 */
export function staticRouteFor(design: Design, table: Table, address: Ip): StaticRoute | null {
  const routes = Object.entries(table.routes) as [RouteDestination, { target: RouteTarget }][]
  const holding = routes.flatMap(([destination, { target }]): readonly StaticRoute[] => {
    const blocks = isCidr(destination)
      ? [destination]
      : (Object.keys(design.get(destination)?.entries ?? {}) as Cidr[])
    return blocks
      .filter((block) => holds(block, address))
      .map((block) => ({ destination, block, target }))
  })
  const rank = ({ block, destination }: StaticRoute) =>
    2 * prefixLengthOf(block) + (block === destination ? 1 : 0)
  return holding.toSorted((a, b) => rank(b) - rank(a))[0] ?? null
}

/**
 * The fewest routes that make this table send what is for these hosts to this peering connection.
 * The destination is the peer's block. Where a longer route would win over that, the longer one is
 * pointed at the connection, unless it serves another VPC; then a route to the subnet or the host
 * goes before it. Null when no route can do it.
 */
export function planRoutes(
  design: Design,
  table: Table,
  hosts: readonly Host[],
  target: RouteTarget,
): readonly RouteChange[] | null {
  const changes = new Map<Cidr, RouteChange>()
  for (const { address, subnet } of hosts) {
    const winner = staticRouteFor(design, table, address)
    if (winner?.target === target) continue
    const peer = design.get(subnet.vpcId)
    const block = peer && allBlocksOf(peer).find((it) => holds(it, address))
    if (!block) return null
    const destination = destinationFor(design, table, { address, subnet }, block, winner)
    if (!destination) return null
    changes.set(destination, {
      tableId: table.id,
      destination,
      redirects: destination === winner?.destination,
    })
  }
  return [...changes.values()]
}

function destinationFor(
  design: Design,
  table: Table,
  { address, subnet }: Host,
  block: Cidr,
  winner: StaticRoute | null,
): Cidr | null {
  if (!winner || !contains(block, winner.block)) return block
  // beside a prefix list the route to the same block counts first (RT-7)
  if (!isServing(design, table, winner, address)) return winner.block
  const narrower = [
    ...subnetBlocksOf(subnet).filter((it) => holds(it, address)),
    hostBlock(address),
  ]
  return narrower.find((it) => contains(winner.block, it) && it !== winner.block) ?? null
}

/** Does this route bring such packets somewhere, so that it must not be pointed elsewhere? */
function isServing(design: Design, table: Table, { target }: StaticRoute, address: Ip): boolean {
  const resource = target ? design.resources[target] : undefined
  if (resource?.kind !== 'vpc-peering-connection')
    return resource !== undefined && isPublic(address)
  const peerId = otherEnd(resource, table.vpcId)
  const peer = peerId && design.get(peerId)
  if (resource.status !== 'active' || !peer) return false
  return allBlocksOf(peer).some((block) => holds(block, address))
}

/** Writes the planned routes. */
export function writeRoutes(
  draft: Draft<Document>,
  changes: readonly RouteChange[],
  target: RouteTarget,
): void {
  for (const { tableId, destination } of changes) addRoute(draft, tableId, destination, target)
}

/** What a preview says of planned routes: `2 routes`, `1 route and points 1 at it`. */
export function tellRoutes(changes: readonly RouteChange[]): {
  readonly added: string | null
  readonly redirected: string | null
} {
  const redirected = changes.filter((it) => it.redirects).length
  const added = changes.length - redirected
  return {
    added: added > 0 ? counted(added, 'route') : null,
    redirected: redirected > 0 ? counted(redirected, 'existing route') : null,
  }
}
