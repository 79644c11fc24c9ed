import type { PortRange } from '../../kinds/ports'
import type { Network } from '../network'

/**
 * The parts of a range of ports that something in the design may treat apart: cut wherever a rule
 * of a security group, a network ACL or a firewall, or a listener, begins or ends.
 */
export function partsOf({ design }: Network, { from, to }: PortRange): readonly PortRange[] {
  const ranges = [
    ...design
      .all('security-group')
      .flatMap((it) => [...Object.values(it.ingress), ...Object.values(it.egress)]),
    ...design
      .all('network-acl')
      .flatMap((it) => [...Object.values(it.ingress), ...Object.values(it.egress)]),
    ...design
      .all('network-firewall')
      .flatMap((it) => [...Object.values(it.statelessRules), ...Object.values(it.statefulRules)]),
  ]
  const listeners = design
    .all('load-balancer')
    .flatMap((it) => Object.keys(it.listeners).map(Number))
  const starts = new Set([
    from,
    ...ranges.flatMap((it) => [it.fromPort ?? from, (it.toPort ?? to) + 1]),
    ...listeners.flatMap((port) => [port, port + 1]),
  ])
  const cuts = [...starts].filter((start) => from <= start && start <= to).sort((a, b) => a - b)
  return cuts.map((start, index) => ({ from: start, to: (cuts[index + 1] ?? to + 1) - 1 }))
}
