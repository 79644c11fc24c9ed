import type { Packet } from '../forward'
import type { NetworkInterface } from '../network'
import type { ResourceOf } from '../resource'

type Endpoint = ResourceOf<'vpc-endpoint'>

/** The packet as it comes out of the endpoint, for the table of its subnet. (SG-7) */
export function outOf(it: Endpoint, face: NetworkInterface, packet: Packet): Packet {
  const passage = { device: it.id, direction: packet.direction, cameBy: face, wentBy: face }
  return { ...packet, senderKnown: false, passed: [...packet.passed, passage] }
}

/** The packet with this endpoint among those that keep state of its connection. (CL-7) */
export function watched(it: Endpoint, packet: Packet): Packet {
  const others = packet.watchers.filter((id) => id !== it.id)
  return { ...packet, watchers: packet.direction === 'request' ? [...others, it.id] : others }
}
