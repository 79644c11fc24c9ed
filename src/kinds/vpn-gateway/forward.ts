import { holds, prefixLengthOf } from '../../net/cidr'
import { called } from '../called'
import { capital } from '../contract'
import {
  allow,
  drop,
  ends,
  faceAt,
  field,
  missing,
  type Decider,
  type Decision,
  type Forwarding,
  type Packet,
  type Step,
} from '../forward'
import type { NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { consult } from '../route-table/forward'
import { connectionsOf, isUp, learned, type Learned } from '../vpn-connection/learned'

type Gateway = ResourceOf<'vpn-gateway'>

/**
 * A virtual private gateway stands between its VPC's own interfaces and its VPN connections, and
 * passes nothing from one outside to another. (VPN-3 to VPN-7)
 * @source https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
export const forward: Forwarding<'vpn-gateway'> = {
  through: (it, _, packet, network) => {
    const { header } = packet
    const drops = detached(it, packet)
    if (!faceAt(network, packet, it.vpcId, header.source)) {
      const text = `${capital(called(it))} sends out only what comes from network interfaces of its VPC, and ${header.source} is none.`
      const because = field(it.id, 'vpcId')
      drops.push(
        drop(
          deciderOf(it),
          'VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS',
          { text, because, related: ['EDGE_TO_EDGE'] },
          header,
        ),
      )
    }
    return outBy(it, drops, packet, network)
  },

  fromPremises: (it, { over }, packet, network) => {
    const { header } = packet
    const by = deciderOf(it)
    const drops = detached(it, packet)
    const come: Packet = { ...packet, senderKnown: false, enteredBy: null }
    const face = faceAt(network, packet, it.vpcId, header.destination)
    if (!face) {
      const text = `${capital(called(it))} takes in only what is for a private address of a network interface of its VPC, and ${header.destination} is none: it leads on to no peer, gateway or endpoint.`
      const because = field(it.id, 'vpcId')
      const reason = { text, because, related: ['EDGE_TO_EDGE'] as const }
      return {
        decisions: [...drops, drop(by, 'VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', reason, header)],
        packet: come,
        next: null,
      }
    }
    const connection = network.design.get(over)
    const text = `${capital(called(it))} takes it in${connection ? ` from ${called(connection)}` : ''} for ${header.destination}.`
    const taken = allow(by, 'passes', { text, because: field(it.id, 'vpcId') }, header)
    const decisions = drops.length > 0 ? drops : [taken]
    const table = network.edgeTableOf(it.id)
    if (!table)
      return {
        decisions,
        packet: come,
        next: { to: face.subnetId, door: 'enter', face, from: null },
      }
    const step = consult(table, come, network, { at: it.id, from: null })
    return { ...step, decisions: [...decisions, ...step.decisions] }
  },
}

const deciderOf = (it: Gateway): Decider => ({
  component: it.id,
  term: 'virtual private gateway',
  name: it.name,
  at: it.id,
})

function detached(it: Gateway, { header }: Packet): Decision[] {
  if (it.attachmentState === 'attached') return []
  const text = `${capital(called(it))} is not attached to a VPC.`
  const because = field(it.id, 'attachmentState')
  return [drop(deciderOf(it), 'BAD_STATE_ATTACHMENT', { text, because }, header)]
}

/** By the connection that knows the destination best; one that is down loses first. (VPN-3, VPN-4) */
function outBy(
  it: Gateway,
  drops: readonly Decision[],
  packet: Packet,
  network: NetworkView,
): Step {
  const { header } = packet
  const by = deciderOf(it)
  const known = connectionsOf(it.id, network.design)
    .flatMap((connection) => learned(connection, network.design))
    .filter(({ prefix }) => holds(prefix, header.destination))
  const live = known.filter(({ connection }) => isUp(connection))
  const ways = best(live.length > 0 ? live : known)
  const [first, ...others] = ways
  if (!first) {
    const text = `${capital(called(it))} knows no way to ${header.destination}: it has learned it from no VPN connection, and no static route of one names it.`
    const because = missing(it.id, 'routes')
    const lost = drop(by, 'NO_POSSIBLE_DESTINATION', { text, because }, header)
    return { ...ends(lost, packet), decisions: [...drops, lost] }
  }
  const onward = ({ connection, prefix }: Learned) => {
    const text = `${capital(called(it))} sends what is for ${prefix} over ${called(connection)}.`
    const sent = allow(by, 'passes', { text, because: field(it.id, 'vpcId') }, header)
    return {
      decisions: drops.length > 0 ? drops : [sent],
      packet: { ...packet, enteredBy: null },
      next: { to: connection.id, door: 'tunnel', towards: 'premises' } as const,
    }
  }
  if (others.length === 0) return onward(first)
  return {
    decisions: [],
    packet,
    next: null,
    forks: ways.map((way) => ({ label: `by ${way.connection.name}`, ...onward(way) })),
  }
}

const rank = ({ prefix, origin }: Learned) =>
  2 * prefixLengthOf(prefix) + (origin === 'static' ? 1 : 0)

/** The longest prefix; of equal ones a static route before one learned by BGP. (VPN-4) */
function best(known: readonly Learned[]): readonly Learned[] {
  const highest = Math.max(...known.map(rank))
  return known.filter((it) => rank(it) === highest)
}
