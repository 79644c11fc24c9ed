import { prefixLengthOf } from '../../net/cidr'
import { anywhere } from '../../net/ranges'
import { called } from '../called'
import { drop, ends, field, type Decision, type Doors, type Packet, type Step } from '../forward'
import type { NetworkView, ResolvedRoute, ResolvedRouteTable } from '../network'
import type { Id, ResourceOf } from '../resource'
import { consult, winningRoute } from '../route-table/forward'
import { deciderOf, refusals } from './decider'
import { tellsTranslation, translatedTo } from './translation'

type Nat = ResourceOf<'nat-gateway'>

/**
 * A regional NAT gateway lies in no subnet: no network ACL filters it, and a table of its own
 * decides where it sends. (NET-19, RT-20)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
export function throughRegional(
  it: Nat,
  { vpcId, from }: Doors['through'],
  packet: Packet,
  network: NetworkView,
): Step {
  const { header } = packet
  const by = deciderOf(it)
  const table = tableOf(it, vpcId, network)
  const drops: Decision[] = [...refusals(it, vpcId, packet, network)]
  const zone = from && network.design.get(from)?.availabilityZone
  if (it.availabilityZones && zone && !it.availabilityZones.includes(zone)) {
    const text = `${called(it)} serves ${it.availabilityZones.join(', ')}, and the packet comes from ${zone}.`
    const because = field(it.id, 'availabilityZones')
    drops.push(drop(by, 'REGIONAL_NGW_ROUTE_AZ_RESTRICTION', { text, because }, header))
  }
  const ways = network.regionalNatAddresses(it.id).map((ip): Step => {
    const out = translatedTo(it, ip, packet)
    const route = winningRoute(table, out.header.destination)
    const target =
      route?.target && route.target !== 'local' ? network.component(route.target) : null
    const translation = drops.length > 0 ? [] : [tellsTranslation(it, out)]
    if (route?.state === 'active' && target?.kind !== 'internet-gateway') {
      const text = `${called(it)} is regional; with which address it sends to anywhere but the internet is not modelled.`
      const unknown = drop(by, 'UNSUPPORTED_COMPONENT', { text, because: null }, out.header)
      return ends(unknown, out)
    }
    const step = consult(table, out, network, { at: it.id, from: null })
    return { ...step, decisions: [...translation, ...step.decisions] }
  })
  const [only, ...others] = ways
  if (only && others.length === 0) return { ...only, decisions: [...drops, ...only.decisions] }
  return {
    decisions: drops,
    packet,
    next: null,
    forks: ways.flatMap(({ forks, ...way }) => {
      const label = `as ${way.packet.header.source}`
      if (!forks) return [{ ...way, label }]
      return forks.map((fork) => ({
        ...fork,
        label: `${label}, ${fork.label}`,
        decisions: [...way.decisions, ...fork.decisions],
      }))
    }),
  }
}

/** Sends the reply on by the gateway's own table. */
export function backFromRegional(it: Nat, back: Packet, network: NetworkView): Step {
  if (!it.vpcId) return { decisions: [], packet: back, next: null }
  return consult(tableOf(it, it.vpcId, network), back, network, { at: it.id, from: null })
}

/** Its own table; without one AWS gives it a table that leads to the VPC's internet gateway. */
function tableOf(it: Nat, vpcId: Id<'vpc'>, network: NetworkView): ResolvedRouteTable {
  const own = it.routeTableId && network.resolvedTable(it.routeTableId)
  if (own) return own
  const gateway = network.internetGatewayOf(vpcId)
  const outward: ResolvedRoute[] = gateway
    ? [{ ...local, destination: anywhere, target: gateway.id, origin: 'static' }]
    : []
  return {
    id: null,
    vpcId,
    name: `the route table of ${called(it)}`,
    routes: [
      ...network.blocksOf(vpcId).map((destination): ResolvedRoute => ({ ...local, destination })),
      ...outward,
    ].toSorted((a, b) => prefixLengthOf(b.destination) - prefixLengthOf(a.destination)),
    refused: [],
  }
}

const local = {
  prefixListId: null,
  target: 'local',
  origin: 'local',
  state: 'active',
  cause: null,
} as const
