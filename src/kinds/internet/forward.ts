import { holds } from '../../net/cidr'
import { familyOf, type Ip } from '../../net/ip'
import { isPublic } from '../../net/ranges'
import { called } from '../called'
import {
  allow,
  drop,
  missing,
  rewritten,
  type Decider,
  type Decision,
  type Forwarding,
  type Packet,
  type Step,
} from '../forward'
import type { NetworkView } from '../network'
import { received } from '../received'
import type { ResourceOf } from '../resource'
import { untold, untoldAnywhere } from '../untold'
import { gatewayFor, ownerOnInternet } from './owner'
import { sendFromOutside } from './place'

const deciderOf = (it: ResourceOf<'internet'>): Decider => ({
  component: it.id,
  term: 'internet',
  name: it.name,
  at: it.id,
})

/** The internet carries public addresses and nothing else, to the VPC whose interface has one. */
export const forward: Forwarding<'internet'> = {
  send: (it, _, packet, network) => sendFromOutside(deciderOf(it), packet, network),
  arrive: (it, _, packet) => received(deciderOf(it), packet),
  transit: (it, _, packet, network): Step => {
    const { goal, header } = packet
    const by = deciderOf(it)
    const owner = ownerOnInternet(packet, network)
    if (!owner) {
      if (goal.place && goal.address === header.destination && !idleAt(header.destination, network))
        return { decisions: [], packet, next: { to: goal.place, door: 'arrive', face: null } }
      return { decisions: [nobody(by, packet, network)], packet, next: null }
    }
    const { vpcId, face } = owner
    const vpc = network.component(vpcId)
    const whose = vpc ? called(vpc) : 'a VPC'
    const gateway = gatewayFor(vpcId, packet, network)
    const unknown = gatewayMayBeUntold(vpcId, header, by, network)
    // where there is an internet gateway, an egress-only one lets nothing in for it (CL-9)
    if (gateway && !(unknown && gateway.startsWith('egress-only-'))) {
      const text = `${header.destination} is a public address of ${whose}.`
      return {
        decisions: [allow(by, 'passes', { text, because: null }, header)],
        packet,
        next: { to: gateway, door: 'outside' },
      }
    }
    const text = `${header.destination} belongs to ${whose}, which has no internet gateway.`
    const because = missing(vpcId, 'internet-gateway')
    const own = face?.addresses.find((each) => each.publicIp === header.destination)
    return {
      decisions: [unknown ?? drop(by, 'BAD_STATE_ATTACHMENT', { text, because }, header)],
      packet: {
        ...(own ? rewritten(packet, { destination: own.ip }) : packet),
        senderKnown: false,
        enteredBy: null,
      },
      next: face && { to: face.subnetId, door: 'enter', face, from: null },
    }
  },
}

/** That nobody asked for internet gateways, nor for a route that leads to one; null where known. */
function gatewayMayBeUntold(
  vpcId: ResourceOf<'vpc'>['id'],
  header: Packet['header'],
  by: Decider,
  { design }: NetworkView,
): Decision | null {
  const vpc = design.get(vpcId)
  const call = untold(vpc, 'internetGateways')
  if (!vpc || !call) return null
  const text = `Whether ${called(vpc)} has an internet gateway is not known: ${call} is missing.`
  const reason = { text, because: missing(vpcId, 'internet-gateway') }
  return { ...drop(by, 'UNSUPPORTED_COMPONENT', reason, header), filters: true }
}

/** An Elastic IP address that is associated with nothing, as far as is known. (NET-24) */
const idleAt = (address: Ip, { design }: NetworkView) =>
  design.all('elastic-ip').find((it) => it.publicIp === address && it.associatedWith === null)

/** A public address of which only that it is there is known. (CL-17) */
const strangeAt = (address: Ip, { design }: NetworkView) =>
  design
    .all('public-address')
    .find((it) => it.undescribed !== undefined && holds(it.cidrBlock, address))

/** Nobody on the internet has this address. (CL-5) */
function nobody(by: Decider, { goal, header }: Packet, network: NetworkView): Decision {
  const meant = goal.face && network.component(goal.face.ownerId)
  const idle = idleAt(header.destination, network)
  if (idle && !idle.undescribed) {
    const text = `Elastic IP address ${idle.name} is associated with nothing.`
    const because = { type: 'resource', resourceId: idle.id } as const
    return drop(by, 'NO_POSSIBLE_DESTINATION', { text, because }, header)
  }
  const text = isPublic(header.destination)
    ? `No network interface of the design has the public address ${header.destination}.`
    : meant
      ? `${meant.name} has only the private address ${header.destination}, which the internet cannot reach.`
      : `${header.destination} is a private address, which the internet cannot reach.`
  const isFour = familyOf(header.destination) === 'IPv4'
  const related =
    isFour && usesNat(goal.face?.subnetId, network) ? (['NAT_UNSOLICITED_INBOUND'] as const) : []
  const because = goal.face ? missing(goal.face.ownerId, 'publicIp') : null
  const call = isPublic(header.destination)
    ? ((idle ?? strangeAt(header.destination, network))?.undescribed ?? untoldAnywhere(network))
    : null
  if (call) {
    const unknown = `Whether a network interface has the public address ${header.destination} is not known: ${call} is missing.`
    return drop(by, 'UNSUPPORTED_COMPONENT', { text: unknown, because }, header)
  }
  return drop(by, 'NO_POSSIBLE_DESTINATION', { text, because, related }, header)
}

/** Would people expect a way in, because the host's own way out is a NAT gateway? (NET-12) */
function usesNat(subnetId: ResourceOf<'subnet'>['id'] | undefined, network: NetworkView): boolean {
  const table = subnetId && network.tableOf(subnetId)
  return Boolean(table && table.routes.some((route) => route.target?.startsWith('nat-gateway:')))
}
