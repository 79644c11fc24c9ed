import { called } from '../called'
import { capital } from '../contract'
import {
  allow,
  drop,
  ends,
  field,
  missing,
  type Decider,
  type Decision,
  type Forwarding,
  type Packet,
  type Step,
} from '../forward'
import type { NetworkView, TransitGatewayAttachment } from '../network'
import { crossBorder } from '../network-acl/forward'
import type { ResourceOf } from '../resource'
import { consultTransitGateway } from '../transit-gateway-route-table/consult'
import { isSameZone, zoneOf, type Zone } from '../availability-zone'
import { attachmentTo, subnetsOfAttachment } from './attached'
import { brokenAt, deciderAt } from './attachment-hop'
import { withoutGroup } from './group-referencing'
import { carryOn } from './carry-on'
import { untold } from '../untold'

type Gateway = ResourceOf<'transit-gateway'>
type VpcAttachment = ResourceOf<'transit-gateway-vpc-attachment'>
type Subnet = ResourceOf<'subnet'>

/**
 * A transit gateway takes packets from the attachments of VPCs and of other transit gateways, and
 * looks each up in the route table that its attachment is associated with. (TGW-3, TGW-6, ACL-9)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
export const forward: Forwarding<'transit-gateway'> = {
  through: (it, { vpcId, from }, packet, network) => {
    const attachment = attachmentTo(network, vpcId, it.id)
    const call = attachment ? null : untold(it, 'attachments')
    if (call) {
      const text = `Whether the VPC is attached to ${called(it)} is not known: ${call} is missing.`
      const because = missing(vpcId, 'attachments')
      const reason = { text, because }
      return ends(drop(deciderOf(it), 'UNSUPPORTED_COMPONENT', reason, packet.header), packet)
    }
    if (!attachment) {
      const text = `The VPC is not attached to ${called(it)}.`
      const because = missing(vpcId, 'attachments')
      return ends(
        drop(deciderOf(it), 'BAD_STATE_ATTACHMENT', { text, because }, packet.header),
        packet,
      )
    }
    const broken = brokenAt(attachment, packet, network)
    if (broken?.code === 'UNSUPPORTED_COMPONENT') return ends(broken, packet)
    const attached = subnetsOfAttachment(attachment, network.design)
    const subnet = from && network.design.get(from)
    if (!subnet) return fromNowhere(it, attachment, attached, broken, packet, network)
    const zone = zoneOf(subnet, network)
    const door = attached.find((each) => isSameZone(zoneOf(each, network), zone))
    if (door) return byDoor(it, attachment, door, zone, broken, packet, network)
    const text = `${capital(called(attachment))} has no subnet in ${zone.name}, where subnet ${subnet.name} lies, so nothing in that zone reaches ${called(it)}.`
    const because = missing(attachment.id, 'subnetIds')
    const restricted = drop(
      deciderAt(attachment),
      'TGW_ROUTE_AZ_RESTRICTION',
      { text, because },
      packet.header,
    )
    const decisions = broken ? [broken, restricted] : [restricted]
    return { decisions, ...carryOn(packet, network, it, zone) }
  },

  incoming: (it, { attachmentId, zone }, packet, network) => {
    const attachment = network.design.get(attachmentId)
    if (attachment) return lookUp(it, attachment, zone, packet, network)
    const text = `${capital(called(it))} knows no attachment ${attachmentId}.`
    const because = missing(it.id, 'attachments')
    return ends(
      drop(deciderOf(it), 'UNSUPPORTED_COMPONENT', { text, because }, packet.header),
      packet,
    )
  },
}

const deciderOf = (it: Gateway): Decider => ({
  component: it.id,
  term: 'transit gateway',
  name: it.name,
  at: it.id,
})

/** A table that serves no single subnet sends it: the zone it comes in by may be any. (RT-20) */
function fromNowhere(
  it: Gateway,
  attachment: VpcAttachment,
  attached: readonly Subnet[],
  broken: Decision | null,
  packet: Packet,
  network: NetworkView,
): Step {
  const ways = attached.map((door) => ({
    label: `from ${door.availabilityZone}`,
    ...byDoor(it, attachment, door, zoneOf(door, network), broken, packet, network),
  }))
  return { decisions: [], packet, next: null, forks: ways }
}

/**
 * Into the transit gateway by the attachment's subnet in the packet's own zone. Its network ACL is
 * asked inbound only, also where the packet comes from that very subnet. (ACL-9)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
function byDoor(
  it: Gateway,
  attachment: VpcAttachment,
  door: Subnet,
  zone: Zone,
  broken: Decision | null,
  packet: Packet,
  network: NetworkView,
): Step {
  const { header } = packet
  const filtered = crossBorder(door.id, 'ingress', packet, network)
  const text = `${capital(called(attachment))} takes it in subnet ${door.name} (${door.availabilityZone}).`
  const because = field(attachment.id, 'subnetIds')
  const entered = broken
    ? [broken, ...filtered]
    : [...filtered, allow(deciderAt(attachment), 'passes', { text, because }, header)]
  // a group counts from one VPC to the next, not through a third one
  const own = packet.sender?.vpcId === attachment.vpcId
  const known: Packet = own
    ? withoutGroup(packet, it, attachment, door)
    : { ...packet, senderKnown: false }
  const step = lookUp(it, attachment, zone, { ...known, enteredBy: null }, network)
  return { ...step, decisions: [...entered, ...step.decisions] }
}

/** Which table decides for what comes in by this attachment, and what does it say? (TGW-6) */
function lookUp(
  it: Gateway,
  attachment: TransitGatewayAttachment,
  zone: Zone | null,
  packet: Packet,
  network: NetworkView,
): Step {
  const { header } = packet
  const table = network.associatedTableOf(attachment.id, it.id)
  const call = table ? null : untold(it, 'attachments')
  if (call) {
    const text = `Which route table of ${called(it)} ${called(attachment)} is associated with is not known: ${call} is missing.`
    const because = missing(attachment.id, 'associations')
    return ends(drop(deciderOf(it), 'UNSUPPORTED_COMPONENT', { text, because }, header), packet)
  }
  if (!table) {
    const text = `${capital(called(attachment))} is associated with no route table of ${called(it)}, so nothing that comes in by it is forwarded.`
    const because = missing(attachment.id, 'associations')
    const code = 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION'
    return {
      decisions: [drop(deciderOf(it), code, { text, because }, header)],
      ...carryOn(packet, network, it, zone),
    }
  }
  const text = `${capital(called(it))} looks up what comes in by ${called(attachment)} in its route table ${table.name}.`
  const because = field(table.id, 'associations')
  const taken = allow(deciderOf(it), 'passes', { text, because }, header)
  const step = consultTransitGateway(it, table, zone, packet, network)
  return { ...step, decisions: [taken, ...step.decisions] }
}
