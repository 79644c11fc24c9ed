import type { Packet, Step } from './forward'
import type { NetworkView } from './network'

/**
 * Where a packet would have come had somebody carried it: straight to the interface it is meant
 * for. Lets a walk go on behind a missing link and name what else stands in the way. (WALK-15)
 */
export function asIfCarried(
  packet: Packet,
  { design }: NetworkView,
): Pick<Step, 'packet' | 'next'> {
  const { face } = packet.goal
  if (packet.direction === 'reply' || !face || packet.header.destination !== face.privateIp)
    return { packet, next: null }
  // a direct connection would keep the sender's group known within a Region (PEER-14)
  const [from, to] = [packet.sender, face].map((end) => end && design.get(end.vpcId)?.region)
  return {
    packet: { ...packet, senderKnown: packet.senderKnown && from === to },
    next: { to: face.subnetId, door: 'enter', face, from: null },
  }
}
