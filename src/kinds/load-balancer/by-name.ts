import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { chooseFor } from './choice'
import { groupIdsOf } from './listening'
import { registeredIn } from './targets'

/**
 * Which nodes does the DNS name of a load balancer lead to? Those with a healthy target in every
 * target group: without cross-zone load balancing one in their own zone. Where that leaves none,
 * all of them. (LB-10, CL-14)
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health.html
 * @source https://repost.aws/knowledge-center/elb-dns-cross-zone-balance-configuration
 */
export function nodesByName(
  it: ResourceOf<'load-balancer'>,
  nodes: readonly NetworkInterface[],
  network: NetworkView,
): readonly NetworkInterface[] {
  const actions = Object.values(it.listeners).flatMap(({ defaultAction, rules }) => [
    defaultAction,
    ...Object.values(rules).map(({ action }) => action),
  ])
  const groups = [...new Set(actions.flatMap(groupIdsOf))].flatMap((id) => {
    const group = network.design.get(id)
    return group ? [{ group, registered: registeredIn(group, network) }] : []
  })
  const answered = nodes.filter((node) =>
    groups.every(({ group, registered }) => {
      const choice = chooseFor(it, group, node, registered, network)
      return choice.type === 'targets' && !choice.failsOpen
    }),
  )
  return answered.length > 0 ? answered : nodes
}
