import { familyOf } from '../../net/ip'
import { isPublic, isRfc6598 } from '../../net/ranges'
import { called } from '../called'
import type { Code } from '../codes'
import { capital } from '../contract'
import { allow, drop, faceAt, field, type Decision, type Packet, type Step } from '../forward'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { consult } from '../route-table/forward'
import { deciderOf, detached, resource, translated } from './decider'
import { lacksPublicIp } from './edge'
import { blockedPublicAccess } from './public-access'

type Gateway = ResourceOf<'internet-gateway'>

/**
 * In from the internet: to a public address of the VPC. The gateway's own table decides where it
 * goes next, if it has one; else it is handed straight to the interface. (NET-4, NET-7, WALK-7)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export function comeIn(it: Gateway, packet: Packet, network: NetworkView): Step {
  const { header } = packet
  const by = deciderOf(it)
  const unattached = detached(it, packet, network)
  const drops: Decision[] = unattached ? [unattached] : []
  if (!isPublic(header.source)) {
    const code: Code = isRfc6598(header.source)
      ? 'IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS'
      : 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS'
    const text = `${capital(called(it))} takes nothing from ${header.source}: it is no public address.`
    drops.push(drop(by, code, { text, because: resource(it) }, header))
  }
  const nat = network.regionalNatAt(header.destination)
  if (nat?.vpcId === it.vpcId) {
    const at = { vpcId: it.vpcId, face: null, outwardOnly: true }
    const blocked = blockedPublicAccess(by, at, header, network)
    if (blocked) drops.push(blocked)
    const text = `${capital(called(it))} hands it to ${called(nat)}.`
    return {
      decisions:
        drops.length > 0 ? drops : [allow(by, 'passes', { text, because: resource(it) }, header)],
      packet: { ...packet, senderKnown: false, enteredBy: null },
      next: { to: nat.id, door: 'arrive', face: null },
    }
  }
  const face = faceFor(it, packet, network)
  if (!face) {
    const text = `${header.destination} is no public address of the VPC of ${called(it)}.`
    const because = field(it.id, 'vpcId')
    drops.push(drop(by, 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', { text, because }, header))
    return { decisions: drops, packet, next: null }
  }
  const outwardOnly = network.component(face.ownerId)?.kind === 'nat-gateway'
  const blocked = blockedPublicAccess(by, { vpcId: it.vpcId, face, outwardOnly }, header, network)
  if (blocked) drops.push(blocked)
  const own = face.addresses.find((each) => each.publicIp === header.destination)
  const come: Packet = {
    ...(own ? translated(it, packet, { destination: own.ip }) : packet),
    senderKnown: false,
    enteredBy: null,
  }
  const barred = lacksPublicIp(by, it.id, come, network)
  if (barred) drops.push(barred)
  const text = own
    ? `${capital(called(it))} hands it to ${own.ip}, whose public address is ${header.destination}.`
    : `${capital(called(it))} takes it in for ${header.destination}.`
  const passes = allow(
    by,
    own ? 'translates' : 'passes',
    { text, because: resource(it) },
    come.header,
  )
  const decisions = drops.length > 0 ? drops : [passes]
  const table = network.edgeTableOf(it.id)
  if (!table)
    return {
      decisions,
      packet: come,
      next: { to: face.subnetId, door: 'enter', face, from: null },
    }
  const step = consult(table, come, network, { at: it.id, from: null })
  return { ...step, decisions: [...decisions, ...step.decisions] }
}

/** Whose address is it, in this VPC? (NET-7) */
function faceFor(it: Gateway, packet: Packet, network: NetworkView): NetworkInterface | undefined {
  const { destination } = packet.header
  if (familyOf(destination) === 'IPv6') return faceAt(network, packet, it.vpcId, destination)
  const face = network.interfaceByPublicIp(destination)
  return face?.vpcId === it.vpcId ? face : undefined
}
