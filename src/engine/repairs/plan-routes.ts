import type { Design } from '../../kinds/contract'
import type { Id, ResourceOf } from '../../kinds/resource'
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

/** The static route to a block with the longest prefix that holds this address. (RT-6) */
export function staticRouteFor(table: Table, address: Ip): Cidr | null {
  const holding = Object.keys(table.routes)
    .filter(isCidr)
    .filter((it) => holds(it, address))
  return holding.reduce<Cidr | null>(
    (best, it) => (!best || prefixLengthOf(it) > prefixLengthOf(best) ? it : best),
    null,
  )
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
    const winner = staticRouteFor(table, address)
    if (winner && table.routes[winner]?.target === target) continue
    const peer = design.get(subnet.vpcId)
    const block = peer && allBlocksOf(peer).find((it) => holds(it, address))
    if (!block) return null
    const destination = destinationFor(design, table, { address, subnet }, block, winner)
    if (!destination) return null
    changes.set(destination, {
      tableId: table.id,
      destination,
      redirects: destination === winner,
    })
  }
  return [...changes.values()]
}

function destinationFor(
  design: Design,
  table: Table,
  { address, subnet }: Host,
  block: Cidr,
  winner: Cidr | null,
): Cidr | null {
  if (!winner || !contains(block, winner)) return block
  if (!isServing(design, table, winner, address)) return winner
  const narrower = [
    ...subnetBlocksOf(subnet).filter((it) => holds(it, address)),
    hostBlock(address),
  ]
  return narrower.find((it) => contains(winner, it) && it !== winner) ?? null
}

/** Does this route bring such packets somewhere, so that it must not be pointed elsewhere? */
function isServing(design: Design, table: Table, destination: Cidr, address: Ip): boolean {
  const target = table.routes[destination]?.target
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
