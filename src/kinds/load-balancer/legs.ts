import { drop, type Binding, type Decision, type Packet } from '../forward'
import type { NetworkView } from '../network'

/*
 * To appliances and attachments on the way, what comes to a node and what it sends on are two
 * connections, even where the client's address is the same in both. (WALK-11, CL-7)
 */
type Known = Pick<Packet, 'watchers' | 'passed' | 'pins'>

export const knownOf = ({ watchers, passed, pins }: Packet): Known => ({ watchers, passed, pins })

/** A connection that nobody has seen yet. */
export const fresh: Known = { watchers: [], passed: [], pins: {} }

/** The packet as part of the connection that came in, where it was part of the node's own. */
export const earlierLeg = (packet: Packet, { earlier }: Binding): Packet => ({
  ...packet,
  ...earlier,
})

/** Who keeps state of the node's own connection, and was passed by by what the target answered? */
export function missedBy({ watchers, header }: Packet, network: NetworkView): readonly Decision[] {
  const [first] = watchers
  const device = first && network.component(first)
  if (!device) return []
  const by = { component: device.id, term: 'appliance', name: device.name, at: device.id }
  const text = `The answer of the target goes past ${device.name}, which saw the request and keeps the state of the connection: it drops what follows.`
  const because = { type: 'resource', resourceId: device.id } as const
  return [drop(by, 'MIDDLEBOX_ASYMMETRIC', { text, because }, header)]
}
