import { watchersAfter } from '../connections'
import type { Packet } from '../forward'
import type { NetworkInterface } from '../network'
import type { ResourceOf } from '../resource'

type Endpoint = ResourceOf<'vpc-endpoint'>

/**
 * The packet as it comes out of the endpoint, for the table of its subnet: behind one that keeps
 * the state of connections among those that do. (SG-7, CL-7)
 */
export function outOf(
  it: Endpoint,
  face: NetworkInterface,
  packet: Packet,
  keepsState: boolean,
): Packet {
  const { direction, header, passed, watchers } = packet
  const tracked = keepsState ? header : null
  return {
    ...packet,
    senderKnown: false,
    watchers: keepsState ? watchersAfter(it.id, packet) : watchers,
    passed: [...passed, { device: it.id, direction, cameBy: face, wentBy: face, tracked }],
  }
}
