import { called } from '../../../kinds/called'
import { isCrossZone, possibly } from '../../../kinds/load-balancer/choice'
import { groupIdsOf } from '../../../kinds/load-balancer/listening'
import { registeredIn } from '../../../kinds/load-balancer/targets'
import type { ResourceOf } from '../../../kinds/resource'
import type { Repair } from '../../answer'
import type { Network } from '../../network'
import { repair } from '../../repairs/repair'
import { listed } from '../../repairs/words'
import { defineRule } from '../define-rule'

type LoadBalancer = ResourceOf<'load-balancer'>
type TargetGroup = ResourceOf<'target-group'>

/** Without cross-zone load balancing a node sends to targets in its own zone, and to no others. */
export const balancerZoneEmpty = defineRule<{
  it: LoadBalancer
  group: TargetGroup
  zones: readonly string[]
}>({
  id: 'L43',
  name: 'balancer-zone-empty',
  severity: 'warn',
  rules: ['LB-10'],
  source:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
  *check(network) {
    for (const it of network.design.all('load-balancer')) {
      if (it.type !== 'network') continue
      const own = network.interfacesOf(it.id).map((node) => node.availabilityZone)
      for (const group of groupsOf(network, it)) {
        const { targets } = registeredIn(group, network)
        if (isCrossZone(it, group) || targets.length === 0) continue
        // the switch may be on as well, if nobody asked
        if (possibly(it, group).length > 1) continue
        const zones = [...new Set(own)]
          .filter((here) => !targets.some(({ zone }) => zone === null || zone === here))
          .sort()
        if (zones.length === 0) continue
        yield {
          resources: [it.id, group.id],
          evidence: [
            { type: 'field', resourceId: it.id, field: 'crossZone' },
            { type: 'field', resourceId: group.id, field: 'targets' },
          ],
          facts: { it, group, zones },
          repairs: [turnOn(network, group)],
        }
      }
    }
  },
  say: ({ it, group, zones }) =>
    `${called(it)} has no target of ${called(group)} in ${listed(zones)}, and cross-zone load balancing is off: its ${zones.length === 1 ? 'node' : 'nodes'} there can send to nobody. Register targets there, turn cross-zone load balancing on, or take the ${zones.length === 1 ? 'zone' : 'zones'} from the load balancer.`,
})

/** The target groups that listeners forward to by default, each once. */
function groupsOf({ design }: Network, it: LoadBalancer): readonly TargetGroup[] {
  const ids = Object.values(it.listeners).flatMap(({ defaultAction }) => groupIdsOf(defaultAction))
  return [...new Set(ids)].flatMap((id) => design.get(id) ?? [])
}

function turnOn({ document }: Network, group: TargetGroup): Repair | null {
  return repair({
    id: `cross-zone:${group.id}`,
    label: `Turn on cross-zone load balancing of ${called(group)}`,
    preview: `Changes ${called(group)}. Traffic between zones costs.`,
    document,
    run: (draft) => {
      const it = draft.resources[group.id]
      if (it?.kind === 'target-group') it.crossZone = true
    },
  })
}
