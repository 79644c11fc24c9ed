import { allow, type Decider, type Packet, type Step } from '../forward'
import type { NetworkView } from '../network'

/** A host outside AWS puts a packet on the internet. */
export function sendFromOutside(by: Decider, packet: Packet, network: NetworkView): Step {
  const { direction, header } = packet
  const text = `${header.source} ${direction === 'request' ? 'sends to' : 'answers'} ${header.destination}.`
  return {
    decisions: [allow(by, 'sends', { text, because: null }, header)],
    packet,
    next: { to: network.internet.id, door: 'transit' },
  }
}
