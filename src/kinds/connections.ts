import type { Packet } from './forward'
import type { Id } from './resource'

/**
 * Does this device know the connection that a reply belongs to? It tells connections by their
 * addresses: where a NAT gateway lies between, the request that it saw is another connection than
 * the reply. (CL-7, NET-11)
 */
export const knowsConnection = (device: Id, { header, passed }: Packet): boolean =>
  passed.some(
    (it) =>
      it.device === device &&
      it.direction === 'request' &&
      it.tracked?.source === header.destination &&
      it.tracked.destination === header.source,
  )

/** The devices that keep state and are to see the reply, once this one has seen the packet. (CL-7) */
export const watchersAfter = (device: Id, { direction, watchers }: Packet): readonly Id[] => [
  ...watchers.filter((id) => id !== device),
  ...(direction === 'request' ? [device] : []),
]
