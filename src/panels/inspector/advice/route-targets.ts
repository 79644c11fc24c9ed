import type { Design } from '../../../kinds/contract'
import type { BlackholeCause } from '../../../kinds/network'
import type { Id, Kind, ResourceOf } from '../../../kinds/resource'
import { definitionOf } from '../../../kinds/catalogue'
import { routeTargetKinds } from '../../../kinds/route-table/schema'
import { vpcIdOf } from '../../../kinds/vpc-of'
import { blocksOf, isOver, otherEnd } from '../../../model/peering'
import { contains, type Cidr } from '../../../net/cidr'
import { anywhere } from '../../../net/ranges'

type Table = ResourceOf<'route-table'>
type TargetKind = (typeof routeTargetKinds)[number]
export type RouteTarget = ResourceOf<TargetKind>

/** What a route may name by an instance ID. */
const instanceTypes: ReadonlySet<string> = new Set(['ec2-instance', 'appliance', 'generic'])

/** Is this something that a route of this VPC may name? (RT-14) */
function servesVpc(it: RouteTarget, vpcId: Id<'vpc'>, design: Design): boolean {
  if (it.kind === 'vpc-peering-connection') return otherEnd(it, vpcId) !== null
  if (it.kind === 'transit-gateway')
    return design
      .all('transit-gateway-vpc-attachment')
      .some((attachment) => attachment.vpcId === vpcId && attachment.transitGatewayId === it.id)
  // what AWS runs has interfaces that no route may name as an instance
  if (it.kind === 'workload' && !instanceTypes.has(it.workloadType)) return false
  return vpcIdOf(it, design) === vpcId
}

/** Everything that a route of this table may name as its target, besides `local`. */
export function routeTargets(
  { vpcId }: Pick<Table, 'vpcId'>,
  design: Design,
): readonly RouteTarget[] {
  return routeTargetKinds
    .flatMap((kind: Kind) => design.all(kind) as readonly RouteTarget[])
    .filter((it) => servesVpc(it, vpcId, design))
}

/** What tells a target from the others, under its name. */
export function targetNote(it: RouteTarget, vpcId: Id<'vpc'>, design: Design): string {
  const { term, look } = definitionOf(it)
  const badge = look.badge(it, design)
  const peerId = it.kind === 'vpc-peering-connection' ? otherEnd(it, vpcId) : null
  const peer = peerId ? design.get(peerId) : undefined
  const to = peer ? ` to ${peer.name} (${blocksOf(peer).join(', ')})` : ''
  return `${term}${to}${badge ? `, ${badge}` : ''}`
}

/** Destinations that a new route of this table is likely to have, and what lies there. */
export function likelyDestinations(
  table: Pick<Table, 'vpcId' | 'routes'>,
  design: Design,
): readonly { readonly cidr: Cidr; readonly what: string }[] {
  const peers = design.all('vpc-peering-connection').flatMap((it) => {
    const peerId = isOver(it) ? null : otherEnd(it, table.vpcId)
    const peer = peerId ? design.get(peerId) : undefined
    return peer ? blocksOf(peer).map((cidr) => ({ cidr, what: peer.name })) : []
  })
  const all = [...peers, { cidr: anywhere, what: 'everything else' }]
  return all.filter(({ cidr }) => !Object.hasOwn(table.routes, cidr))
}

/** The target that a route to this destination most likely means; null when nothing suggests one. */
export function likelyTarget(
  destination: Cidr,
  table: Pick<Table, 'vpcId'>,
  design: Design,
): RouteTarget | null {
  const targets = routeTargets(table, design)
  if (destination === anywhere)
    return targets.find((it) => it.kind !== 'vpc-peering-connection') ?? null
  return (
    targets.find((it) => {
      if (it.kind !== 'vpc-peering-connection' || isOver(it)) return false
      const peerId = otherEnd(it, table.vpcId)
      const peer = peerId ? design.get(peerId) : undefined
      return peer ? blocksOf(peer).some((block) => contains(block, destination)) : false
    }) ?? null
  )
}

const causes: Readonly<Record<BlackholeCause, string>> = {
  'target-gone': 'The target is gone. Packets are dropped.',
  detached: 'The internet gateway is not attached. Packets are dropped.',
  'peering-not-active': 'The peering connection is not active. Packets are dropped.',
  'foreign-target': 'The target belongs to another VPC. AWS refuses such a route.',
  'no-route-target': 'AWS takes no route to this target.',
}

/** Why a route is a blackhole, in words. */
export function blackholeWords(cause: BlackholeCause | null): string {
  return cause ? causes[cause] : 'Packets are dropped.'
}
