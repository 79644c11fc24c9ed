import { allow, drop, ends, field, type Decision, type Packet, type Step } from '../forward'
import { faulty } from '../host'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { admit } from '../security-group/forward'
import { deciderOf } from './deciding'
import { groupIdsOf } from './listening'
import { registeredIn } from './targets'

type LoadBalancer = ResourceOf<'load-balancer'>

/** It is a host without the state of one. */
export const host = ({ id, name }: LoadBalancer) => ({ id, name })

/** It has no node there, or not one that takes packets in this way. */
export function unplaced(it: LoadBalancer, packet: Packet, network: NetworkView): Decision {
  const text = `${it.name} does not take packets this way in the model.`
  const because = field(it.id, 'subnets')
  return (
    faulty(host(it), null, packet, network) ??
    drop(deciderOf(it), 'UNSUPPORTED_COMPONENT', { text, because }, packet.header)
  )
}

/** A node puts a packet of its own on the wire. */
export function sends(
  it: LoadBalancer,
  face: NetworkInterface | null,
  packet: Packet,
  network: NetworkView,
): Step {
  const { direction, header } = packet
  const broken = faulty(host(it), face, packet, network)
  if (broken || !face) return ends(broken ?? unplaced(it, packet, network), packet)
  const verb = direction === 'request' ? 'sends to' : 'answers'
  const text = `${it.name} (${header.source}) ${verb} ${header.destination}.`
  const because = { type: 'resource', resourceId: it.id } as const
  return {
    decisions: [
      allow(deciderOf(it), 'sends', { text, because }, header),
      ...admit(face, 'egress', packet, network),
    ],
    packet,
    next: { to: face.subnetId, door: 'leave', face },
  }
}

/** Is the packet addressed to a target, on the port of its traffic or its health checks? (LB-11) */
export function isForTarget(it: LoadBalancer, { header }: Packet, network: NetworkView): boolean {
  const groups = Object.values(it.listeners).flatMap(({ defaultAction, rules }) =>
    [defaultAction, ...Object.values(rules).map(({ action }) => action)].flatMap(groupIdsOf),
  )
  return groups.some((id) => {
    const group = network.design.get(id)
    if (!group) return false
    return registeredIn(group, network).targets.some(({ ip, port }) => {
      const asked: unknown = header.destinationPort
      return ip === header.destination && (asked === port || asked === group.healthCheckPort)
    })
  })
}
