import { allow, drop, type Decider, type Packet, type Step } from '../forward'
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

/** A host outside AWS takes what is addressed to it; an answer only from whom it asked. */
export function receiveOutside(by: Decider, packet: Packet): Step {
  const { goal, header } = packet
  const strange = goal.expects !== null && goal.expects !== header.source
  const decision = strange
    ? drop(
        by,
        'RETURN_PATH_ASYMMETRIC',
        {
          text: `${by.name} asked ${goal.expects}, but the reply comes from ${header.source}.`,
          because: null,
        },
        header,
      )
    : allow(by, 'delivers', { text: `It reaches ${header.destination}.`, because: null }, header)
  return { decisions: [decision], packet, next: null }
}
