import { holds, prefixLengthOf, type Cidr } from '../../net/cidr'
import { familyOf } from '../../net/ip'
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
  type Visit,
} from '../forward'
import type { NetworkView } from '../network'
import type { Id, Resource, ResourceOf } from '../resource'
import { consult } from '../route-table/forward'
import { directWays, isAssociated, isOpen } from '../virtual-interface/direct'
import { connectionsOf, isUp, learned } from '../vpn-connection/learned'

type Gateway = ResourceOf<'vpn-gateway'>

/**
 * A virtual private gateway stands between its VPC's own interfaces and its VPN connections, and
 * passes nothing from one outside to another. (VPN-3 to VPN-7)
 * @source https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
export const forward: Forwarding<'vpn-gateway'> = {
  through: (it, _, packet, network) => {
    const { header } = packet
    if (familyOf(header.destination) === 'IPv6') {
      const text = `What ${called(it)} does with IPv6, which it carries over Direct Connect alone, is not modelled.`
      const because = field(it.id, 'vpcId')
      return ends(drop(deciderOf(it), 'UNSUPPORTED_COMPONENT', { text, because }, header), packet)
    }
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
    const beyond = face ? undefined : siteBeyond(it, over, packet, network)
    if (beyond) {
      const text = `${header.destination} lies behind ${called(beyond)}. Whether the sites at the far ends of ${called(it)} reach each other over it, as with AWS VPN CloudHub, is not modelled.`
      const because = field(it.id, 'vpcId')
      const unknown = drop(by, 'UNSUPPORTED_COMPONENT', { text, because }, header)
      return { ...ends(unknown, come), decisions: [...drops, unknown] }
    }
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
    const link = network.component(over)
    const text = `${capital(called(it))} takes it in${link ? ` from ${called(link)}` : ''} for ${header.destination}.`
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

/**
 * Another link of the gateway that the destination lies behind. What one site announces by BGP, the
 * gateway announces to the others.
 * @source https://docs.aws.amazon.com/vpn/latest/s2svpn/VPN_CloudHub.html
 */
const siteBeyond = (
  it: Gateway,
  over: Id,
  { header }: Packet,
  network: NetworkView,
): Resource | undefined =>
  waysFrom(it.id, network).find(
    ({ prefix, link, isOpen: isLive }) =>
      isLive && link.id !== over && holds(prefix, header.destination),
  )?.link

/** By the connection that knows the destination best; one that is down loses first. (VPN-3, VPN-4) */
function outBy(
  it: Gateway,
  drops: readonly Decision[],
  packet: Packet,
  network: NetworkView,
): Step {
  const { header } = packet
  const by = deciderOf(it)
  const known = waysFrom(it.id, network).filter(({ prefix }) => holds(prefix, header.destination))
  const live = known.filter((way) => way.isOpen)
  const ways = best(live.length > 0 ? live : known)
  const [first, ...others] = ways
  if (!first) {
    const apart = besideOnDirectConnect(it, header, network)
    if (apart) return { ...ends(apart, packet), decisions: [...drops, apart] }
    const text = `${capital(called(it))} knows no way to ${header.destination}: it has learned it from no VPN connection or virtual interface, and no static route of one names it.`
    const because = missing(it.id, 'routes')
    const lost = drop(by, 'NO_POSSIBLE_DESTINATION', { text, because }, header)
    return { ...ends(lost, packet), decisions: [...drops, lost] }
  }
  const onward = ({ link, next, prefix }: Way) => {
    const text = `${capital(called(it))} sends what is for ${prefix} over ${called(link)}.`
    const sent = allow(by, 'passes', { text, because: field(it.id, 'vpcId') }, header)
    return {
      decisions: drops.length > 0 ? drops : [sent],
      packet: { ...packet, enteredBy: null },
      next,
    }
  }
  if (others.length === 0) return onward(first)
  return {
    decisions: [],
    packet,
    next: null,
    forks: ways.map((way) => ({ label: `by ${way.link.name}`, ...onward(way) })),
  }
}

/**
 * Is it meant for a VPC on the same Direct Connect gateway, which passes nothing from one of its
 * associations to another? (VPN-10)
 * @source https://docs.aws.amazon.com/directconnect/latest/UserGuide/virtualgateways.html
 */
function besideOnDirectConnect(
  it: Gateway,
  header: Packet['header'],
  network: NetworkView,
): Decision | null {
  const all = network.design.all('direct-connect-gateway-association').filter(isAssociated)
  const own = all.filter(({ gatewayId }) => gatewayId === it.id)
  for (const other of all) {
    const gateway = network.design.get(other.gatewayId)
    const mine = own.find((each) => each.directConnectGatewayId === other.directConnectGatewayId)
    const between = mine && network.component(mine.directConnectGatewayId)
    if (!between || gateway?.kind !== 'vpn-gateway' || gateway.id === it.id) continue
    if (!network.blocksOf(gateway.vpcId).some((block) => holds(block, header.destination))) continue
    const text = `${header.destination} lies behind ${called(gateway)}, and ${called(between)} passes nothing from one of its associations to another.`
    const because = field(mine.id, 'directConnectGatewayId')
    const related = ['NO_POSSIBLE_DESTINATION'] as const
    return drop(deciderOf(it), 'EDGE_TO_EDGE', { text, because, related }, header)
  }
  return null
}

/** A block that the gateway knows a way to. */
interface Way {
  readonly prefix: Cidr
  readonly link: Resource
  readonly isOpen: boolean
  /** Of equal blocks: Direct Connect, then a static route, then one learned by BGP. (VPN-4) */
  readonly preference: 2 | 1 | 0
  readonly next: Visit
}

function waysFrom(id: Gateway['id'], { design }: NetworkView): readonly Way[] {
  const direct = directWays(id, design).map((way): Way => {
    const { prefix, association } = way
    return {
      prefix,
      link: association ?? way.interface,
      isOpen: isOpen(way),
      preference: 2,
      next: association
        ? { to: association.directConnectGatewayId, door: 'direct', from: id }
        : { to: way.interface.id, door: 'tunnel', towards: 'premises' },
    }
  })
  const byVpn = connectionsOf(id, design)
    .flatMap((connection) => learned(connection, design))
    .map(({ prefix, connection, origin }): Way => ({
      prefix,
      link: connection,
      isOpen: isUp(connection),
      preference: origin === 'static' ? 1 : 0,
      next: { to: connection.id, door: 'tunnel', towards: 'premises' },
    }))
  return [...direct, ...byVpn]
}

const rank = ({ prefix, preference }: Way) => 4 * prefixLengthOf(prefix) + preference

/** The longest prefix, by the best way to it; several where they are as good. (VPN-4) */
function best(known: readonly Way[]): readonly Way[] {
  const highest = Math.max(...known.map(rank))
  const ways = known.filter((it) => rank(it) === highest)
  // a Direct Connect gateway chooses among its own virtual interfaces
  return ways.filter(
    (way, index) => ways.findIndex(({ link }) => link.id === way.link.id) === index,
  )
}
