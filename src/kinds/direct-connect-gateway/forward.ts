import { holds, prefixLengthOf } from '../../net/cidr'
import { familyOf } from '../../net/ip'
import { called } from '../called'
import { capital } from '../contract'
import {
  allow,
  drop,
  ends,
  field,
  missing,
  type Decider,
  type Forwarding,
  type Packet,
  type Step,
} from '../forward'
import type { NetworkView } from '../network'
import type { Id, ResourceOf } from '../resource'
import { passed } from '../direct-connect-gateway-association/forward'
import { associationFor, interfacesFor, isLive } from '../virtual-interface/direct'

type Gateway = ResourceOf<'direct-connect-gateway'>
type Association = ResourceOf<'direct-connect-gateway-association'>
type Interface = ResourceOf<'virtual-interface'>

/**
 * A Direct Connect gateway passes packets between virtual interfaces and the gateways it is
 * associated with; from one of those to another only under a wider block that the other side
 * announces. (VPN-10)
 * @source https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-gateways-intro.html
 */
export const forward: Forwarding<'direct-connect-gateway'> = {
  direct: (it, { from }, packet, network) =>
    from.startsWith('virtual-interface:')
      ? inwards(it, packet, network)
      : outwards(it, from as Association['gatewayId'], packet, network),
}

const deciderOf = (it: Gateway): Decider => ({
  component: it.id,
  term: 'Direct Connect gateway',
  name: it.name,
  at: it.id,
})

/** To the association that announces the destination. */
function inwards(it: Gateway, packet: Packet, network: NetworkView): Step {
  const found = associationFor(it.id, packet.header.destination, network)
  if (found?.rival) {
    const [one, other] = [found.association, found.rival].map(({ gatewayId }) => {
      const gateway = network.design.get(gatewayId)
      return gateway ? called(gateway) : gatewayId
    })
    const text = `AWS would refuse ${called(it)}: ${one} and ${other} both announce ${found.prefix}.`
    const because = field(found.rival.id, 'allowedPrefixes')
    const refused = drop(deciderOf(it), 'UNSUPPORTED_COMPONENT', { text, because }, packet.header)
    return ends(refused, packet)
  }
  if (found) return into(it, found.association, packet, network)
  const text = `No association of ${called(it)} announces ${packet.header.destination}.`
  const because = missing(it.id, 'associations')
  return lost(it, text, because, packet)
}

function into(it: Gateway, association: Association, packet: Packet, network: NetworkView): Step {
  const { header } = packet
  const to = network.design.get(association.gatewayId)
  const text = `${capital(called(it))} hands it to ${to ? called(to) : association.gatewayId}.`
  const because = field(association.id, 'allowedPrefixes')
  const decisions = [
    allow(deciderOf(it), 'passes', { text, because }, header),
    passed(association, header),
  ]
  const { gatewayId } = association
  const next = isTransit(gatewayId)
    ? ({ to: gatewayId, door: 'incoming', attachmentId: association.id, zone: null } as const)
    : ({ to: gatewayId, door: 'fromPremises', over: association.id } as const)
  return { decisions, packet: { ...packet, senderKnown: false, enteredBy: null }, next }
}

const isTransit = (id: Association['gatewayId']): id is Id<'transit-gateway'> =>
  id.startsWith('transit-gateway:')

/** To the virtual interface that knows the destination best, or by several that know it as well. */
function outwards(
  it: Gateway,
  from: Association['gatewayId'],
  packet: Packet,
  network: NetworkView,
): Step {
  const { header } = packet
  if (familyOf(header.destination) === 'IPv6') {
    const text = `What ${called(it)} does with IPv6 is not modelled.`
    const because = { type: 'resource', resourceId: it.id } as const
    return ends(drop(deciderOf(it), 'UNSUPPORTED_COMPONENT', { text, because }, header), packet)
  }
  const all = interfacesFor(it.id, from, network.design)
  const length = (each: Interface) =>
    Math.max(
      -1,
      ...(network.design.get(each.onPremisesNetworkId)?.prefixes ?? [])
        .filter((prefix) => holds(prefix, header.destination))
        .map(prefixLengthOf),
    )
  const live = all.filter((each) => isLive(each) && length(each) >= 0)
  const able = live.length > 0 ? live : all.filter((each) => length(each) >= 0)
  const longest = Math.max(...able.map(length))
  const across = associationFor(it.id, header.destination, network)
  const isAcross =
    across && across.association.gatewayId !== from && prefixLengthOf(across.prefix) > longest
  if (isAcross && live.length > 0) return into(it, across.association, packet, network)
  if (isAcross) {
    const text = `${capital(called(it))} passes nothing from one gateway it is associated with to another.`
    const because = field(across.association.id, 'directConnectGatewayId')
    return {
      decisions: [drop(deciderOf(it), 'EDGE_TO_EDGE', { text, because }, header)],
      packet,
      next: null,
    }
  }
  const ways = able.filter((each) => length(each) === longest)
  const [first, ...others] = ways
  if (!first) {
    const text = `No virtual interface of ${called(it)} leads to ${header.destination}.`
    return lost(it, text, missing(it.id, 'virtual-interface'), packet)
  }
  const onward = (each: Interface) => {
    const text = `${capital(called(it))} sends it over ${called(each)}.`
    const because = field(each.id, 'gatewayId')
    return {
      decisions: [allow(deciderOf(it), 'passes', { text, because }, header)],
      packet,
      next: { to: each.id, door: 'tunnel', towards: 'premises' } as const,
    }
  }
  if (others.length === 0) return onward(first)
  return {
    decisions: [],
    packet,
    next: null,
    forks: ways.map((each) => ({ label: `by ${each.name}`, ...onward(each) })),
  }
}

function lost(
  it: Gateway,
  text: string,
  because: ReturnType<typeof missing>,
  packet: Packet,
): Step {
  const decision = drop(deciderOf(it), 'NO_POSSIBLE_DESTINATION', { text, because }, packet.header)
  return { decisions: [decision], packet, next: null }
}
