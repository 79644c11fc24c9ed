import { kindOf } from '../../base/id'
import type { Design } from '../../kinds/contract'
import type { Id, ResourceOf } from '../../kinds/resource'
import { carries } from '../../kinds/transit-gateway/attached'
import { otherEnd } from '../../model/peering'
import type { Network } from '../network'
import { anyHostIn } from '../repairs/hosts'
import { families, familyOf } from '../../net/ip'
import { groupBy } from '../../base/group-by'
import { staticRouteFor, type Host } from '../repairs/plan-routes'

type Table = ResourceOf<'route-table'>
type Peering = ResourceOf<'vpc-peering-connection'>

/** Hosts that reach others over a peering connection, and the table that brings no answer back. */
export interface OneWay {
  readonly peering: Peering
  /** The table of the answering subnets; undefined where they have none. */
  readonly table: Table | undefined
  readonly from: readonly Host[]
  readonly to: readonly Host[]
  /** The answers take another link between the two VPCs. */
  readonly answersElsewhere: boolean
}

/**
 * Asks of every pair of subnets that a peering route serves whether answers find back the same
 * way. Both VPCs are asked for the subnets in which something runs, or for all while nothing does.
 */
export function* oneWayPairs(network: Network): Generator<OneWay> {
  const { design } = network
  const hosts = hostsByVpc(network)
  const targetOf = rememberTargets(design)
  for (const peering of design.all('vpc-peering-connection')) {
    if (network.peeringStatusOf(peering.id) !== 'active') continue
    const ends = [peering.requesterVpcId, peering.accepterVpcId] as const
    if (ends[0] === ends[1]) continue
    yield* lacking(design, hosts, targetOf, peering, ends[0], ends[1])
    yield* lacking(design, hosts, targetOf, peering, ends[1], ends[0])
  }
}

function* lacking(
  design: Design,
  hosts: ReadonlyMap<Id<'vpc'>, readonly Host[]>,
  targetOf: TargetOf,
  peering: Peering,
  asking: Id<'vpc'>,
  answering: Id<'vpc'>,
): Generator<OneWay> {
  const senders = hosts.get(asking) ?? []
  const found = new Map<
    string,
    { table: Table | undefined; from: Set<Host>; to: Set<Host>; elsewhere: boolean }
  >()
  for (const to of hosts.get(answering) ?? []) {
    const table = design.routeTableOf(to.subnet.id)
    for (const from of senders) {
      if (familyOf(from.address) !== familyOf(to.address)) continue
      if (targetOf(design.routeTableOf(from.subnet.id), to) !== peering.id) continue
      const back = targetOf(table, from)
      if (back === peering.id) continue
      const elsewhere = joins(design, back, asking, answering)
      const key = `${table?.id ?? ''} ${elsewhere}`
      const entry = found.get(key) ?? { table, from: new Set(), to: new Set(), elsewhere }
      entry.from.add(from)
      entry.to.add(to)
      found.set(key, entry)
    }
  }
  for (const { table, from, to, elsewhere } of found.values())
    yield { peering, table, from: [...from], to: [...to], answersElsewhere: elsewhere }
}

/** By VPC, the hosts that take part in conversations. */
function hostsByVpc({ design, interfaces }: Network): ReadonlyMap<Id<'vpc'>, readonly Host[]> {
  const faces = groupBy(
    interfaces.filter((face) => kindOf(face.ownerId) === 'workload'),
    (face) => face.subnetId,
  )
  const busy = new Set([...faces.keys()].flatMap((id) => design.get(id)?.vpcId ?? []))
  // answers come back to a NAT gateway by themselves, so its own subnet need not count (NET-15)
  const forGateways = new Set(design.all('nat-gateway').map((it) => it.subnetId))
  const hosts = new Map<Id<'vpc'>, Host[]>()
  for (const subnet of design.all('subnet')) {
    const inside = (faces.get(subnet.id) ?? []).flatMap((face) =>
      families.flatMap((family) => {
        const first = face.addresses.find(({ ip }) => familyOf(ip) === family)
        return first ? [{ address: first.ip, subnet }] : []
      }),
    )
    const standsIn = !busy.has(subnet.vpcId) && !forGateways.has(subnet.id)
    const list = hosts.get(subnet.vpcId) ?? []
    list.push(
      ...inside,
      ...(standsIn ? families.flatMap((family) => anyHostIn(subnet, family) ?? []) : []),
    )
    hosts.set(subnet.vpcId, list)
  }
  return hosts
}

type TargetOf = (table: Table | undefined, host: Host) => Id | null

/** Which target has a table's winning route for a host? Every pair asks twice, so it remembers. */
function rememberTargets(design: Design): TargetOf {
  const known = new Map<Table, Map<Host, Id | null>>()
  return (table, host) => {
    if (!table) return null
    const targets = known.get(table) ?? new Map<Host, Id | null>()
    known.set(table, targets)
    const remembered = targets.get(host)
    if (remembered !== undefined) return remembered
    const target = staticRouteFor(design, table, host.address)?.target ?? null
    targets.set(host, target)
    return target
  }
}

function joins(design: Design, target: Id | null, one: Id<'vpc'>, other: Id<'vpc'>): boolean {
  const link = target ? design.resources[target] : undefined
  if (link?.kind === 'vpc-peering-connection')
    return link.status === 'active' && otherEnd(link, one) === other
  if (link?.kind !== 'transit-gateway') return false
  const attached = design
    .all('transit-gateway-vpc-attachment')
    .filter((it) => it.transitGatewayId === link.id && carries(it))
  return [one, other].every((vpcId) => attached.some((it) => it.vpcId === vpcId))
}
