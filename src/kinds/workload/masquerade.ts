import { familyOf } from '../../net/ip'
import { allow, field, rewritten, type Packet, type Step } from '../forward'
import { hostDecider } from '../host'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { admit } from '../security-group/forward'
import { passageOf, passed } from './passage'

type Workload = ResourceOf<'workload'>

/** The packet with the address of the interface it leaves by: a NAT instance. (CL-15) */
export function masqueraded(it: Workload, out: NetworkInterface, packet: Packet): Packet {
  const { header, sender } = packet
  if (packet.direction === 'reply' || familyOf(header.source) === 'IPv6') return packet
  const after = rewritten(packet, {
    source: out.privateIp,
    sourcePort: header.sourcePort === null ? null : 'device',
  })
  const binding = { device: it.id, before: header, after: after.header, returnsToSender: false }
  return {
    ...after,
    sender: out,
    senderKnown: true,
    earlierSenders: sender ? [...packet.earlierSenders, sender] : packet.earlierSenders,
    bindings: [...packet.bindings, binding],
  }
}

/** The answer to what a NAT instance sent goes back to who asked it; null for everything else. */
export function backThrough(
  it: Workload,
  face: NetworkInterface,
  packet: Packet,
  network: NetworkView,
): Step | null {
  const { header } = packet
  if (packet.direction !== 'reply') return null
  const binding = packet.bindings.findLast(
    ({ device, after }) =>
      device === it.id &&
      after.source === header.destination &&
      after.destination === header.source,
  )
  const passage = passageOf(it.id, packet)
  if (!binding || !passage) return null
  const back = rewritten(packet, {
    destination: binding.before.source,
    destinationPort: binding.before.sourcePort,
  })
  const out = passage.cameBy
  const after = passed(it, face, out, back)
  const text = `${it.name} knows the connection and sends the reply back to ${binding.before.source}.`
  return {
    decisions: [
      ...admit(face, 'ingress', packet, network),
      allow(
        hostDecider(it),
        'translates',
        { text, because: field(it.id, 'forwarding') },
        back.header,
      ),
      ...admit(out, 'egress', back, network),
    ],
    packet: after,
    next: { to: out.subnetId, door: 'leave', face: out },
  }
}
