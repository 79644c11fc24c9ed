import { holds, isCidr4, prefixLengthOf, type Cidr } from '../../net/cidr'
import { isPublic } from '../../net/ranges'
import { called } from '../called'
import { capital } from '../contract'
import {
  allow,
  drop,
  ends,
  field,
  missing,
  type Forwarding,
  type Packet,
  type Step,
} from '../forward'
import { sendFromOutside } from '../internet/place'
import type { NetworkView } from '../network'
import { received } from '../received'
import type { ResourceOf } from '../resource'
import { announcedBy, isAssociated, isLive } from '../virtual-interface/direct'
import { isUp, premisesOf } from '../vpn-connection/learned'
import { deciderOf, meantForOthers } from './meant-for-others'

type Premises = ResourceOf<'on-premises-network'>
/** What joins such a network to AWS. */
type Joint = ResourceOf<'vpn-connection' | 'virtual-interface'>

/** Hosts outside AWS, who send what AWS announces over the connection that it is announced by. */
export const forward: Forwarding<'on-premises-network'> = {
  send: (it, _, packet, network) => {
    if (answersByInternet(it, packet, network))
      return sendFromOutside(deciderOf(it), packet, network)
    const { direction, header } = packet
    const text = `${header.source} ${direction === 'request' ? 'sends to' : 'answers'} ${header.destination}.`
    const sent = allow(deciderOf(it), 'sends', { text, because: null }, header)
    const step = outBy(it, packet, network)
    return { ...step, decisions: [sent, ...step.decisions] }
  },
  arrive: (it, _, packet, network) => {
    const step = received(deciderOf(it), packet)
    const onward = step.decisions.some(({ decision }) => decision === 'drops')
      ? null
      : meantForOthers(it, packet, network)
    return onward ? ends(onward, packet) : step
  },
}

/**
 * Does its answer go to a public address that no connection to AWS announces? Then the request came
 * over the internet, to an address that this network has there, and so does the answer go.
 */
function answersByInternet(it: Premises, packet: Packet, network: NetworkView): boolean {
  const { direction, header } = packet
  return (
    direction === 'reply' &&
    isPublic(header.destination) &&
    isPublic(header.source) &&
    !jointsOf(it, network).some((joint) =>
      [...announcedOver(joint, network), ...behind(joint, network)].some((block) =>
        holds(block, header.destination),
      ),
    )
  )
}

const towards = ({ id }: Joint) => ({ to: id, door: 'tunnel', towards: 'aws' }) as const

function outBy(it: Premises, packet: Packet, network: NetworkView): Step {
  const { header } = packet
  const by = deciderOf(it)
  const all = jointsOf(it, network)
  const lacksRoute =
    it.routesToAws !== null && !it.routesToAws.some((block) => holds(block, header.destination))
  if (all.length === 0 || lacksRoute) {
    const text =
      all.length === 0
        ? `No VPN connection or virtual interface joins ${called(it)} to AWS.`
        : `${capital(called(it))} has no route to ${header.destination}.`
    const because =
      all.length === 0 ? missing(it.id, 'vpn-connection') : field(it.id, 'routesToAws')
    return {
      decisions: [drop(by, 'NO_ROUTE_TO_DESTINATION', { text, because }, header)],
      packet,
      next: null,
    }
  }
  const ways = waysTo(all, packet, network)
  const [only, ...others] = ways
  if (only && others.length === 0) return { decisions: [], packet, next: towards(only) }
  return {
    decisions: [],
    packet,
    next: null,
    forks: ways.map((way) => ({
      label: `by ${way.name}`,
      decisions: [],
      packet,
      next: towards(way),
    })),
  }
}

/** The VPN connections and virtual interfaces of a network. */
function jointsOf(it: Premises, { design }: NetworkView): readonly Joint[] {
  return [
    ...design
      .all('vpn-connection')
      .filter((each) => each.state !== 'deleted' && premisesOf(each, design)?.id === it.id),
    ...design
      .all('virtual-interface')
      .filter(
        (each) => each.virtualInterfaceState !== 'deleted' && each.onPremisesNetworkId === it.id,
      ),
  ]
}

/**
 * The connections whose AWS end announces the narrowest block around the destination, those that are
 * up first. Where none does: one that leads there and does not say so (VPN-10), then one that would
 * announce it if it were up (VPN-9), then one of which nobody told what it announces (CL-17). What is left is sent all the same: what becomes of it AWS decides.
 */
function waysTo(all: readonly Joint[], { header }: Packet, network: NetworkView): readonly Joint[] {
  const live = all.filter((it) => (it.kind === 'vpn-connection' ? isUp(it) : isLive(it)))
  const narrowest = (joints: readonly Joint[], blocksOf: typeof announcedOver) => {
    const length = (joint: Joint) =>
      Math.max(
        -1,
        ...blocksOf(joint, network)
          .filter((block) => holds(block, header.destination))
          .map(prefixLengthOf),
      )
    const longest = Math.max(...joints.map(length))
    return longest < 0 ? [] : joints.filter((it) => length(it) === longest)
  }
  const choices = [
    narrowest(live, announcedOver),
    narrowest(live, behind),
    narrowest(all, announcedOver),
    live.filter((it) => isUntold(it, network)),
    live,
  ]
  return choices.find((ways) => ways.length > 0) ?? all
}

/**
 * A virtual private gateway announces the blocks of its VPC, a transit gateway what the route table
 * holds that the connection is associated with, a Direct Connect gateway what its associations allow.
 * @source https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
function announcedOver(it: Joint, network: NetworkView): readonly Cidr[] {
  const gateway = network.design.get(it.gatewayId)
  if (gateway?.kind === 'vpn-gateway') return network.blocksOf(gateway.vpcId).filter(isCidr4)
  if (gateway?.kind === 'direct-connect-gateway')
    return network.design
      .all('direct-connect-gateway-association')
      .filter((each) => each.directConnectGatewayId === gateway.id && isAssociated(each))
      .flatMap((each) => announcedBy(each, network))
  if (gateway?.kind !== 'transit-gateway' || it.kind !== 'vpn-connection') return []
  const table = network.associatedTableOf(it.id, gateway.id)
  return table?.routes.map(({ destination }) => destination) ?? []
}

/** Is the table that a transit gateway announces over this connection unknown? (CL-17) */
function isUntold(it: Joint, network: NetworkView): boolean {
  const gateway = network.design.get(it.gatewayId)
  if (gateway?.kind !== 'transit-gateway' || it.kind !== 'vpn-connection') return false
  const table = network.associatedTableOf(it.id, gateway.id)
  return Boolean(gateway.undescribed ?? (table && network.design.get(table.id)?.undescribed))
}

/** What lies behind a connection, announced or not: a Direct Connect gateway may be allowed less. */
function behind(it: Joint, network: NetworkView): readonly Cidr[] {
  const gateway = network.design.get(it.gatewayId)
  if (gateway?.kind !== 'direct-connect-gateway') return announcedOver(it, network)
  return network.design
    .all('direct-connect-gateway-association')
    .filter((each) => each.directConnectGatewayId === gateway.id && isAssociated(each))
    .flatMap(({ id, gatewayId }) => {
      const far = network.design.get(gatewayId)
      if (far?.kind === 'vpn-gateway') return network.blocksOf(far.vpcId).filter(isCidr4)
      const table = far && network.associatedTableOf(id, far.id)
      return table?.routes.map(({ destination }) => destination) ?? []
    })
}
