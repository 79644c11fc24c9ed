import type { Code } from '../codes'
import type { Guess } from '../forward'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { untold } from '../untold'
import { isAlwaysPreserved } from './preserve'
import type { Registered, Target } from './targets'

type LoadBalancer = ResourceOf<'load-balancer'>
type TargetGroup = ResourceOf<'target-group'>

/** The targets that a node may choose from, or why there are none. */
export type Choice =
  | { readonly type: 'targets'; readonly targets: readonly Target[]; readonly failsOpen: boolean }
  | {
      readonly type: 'none'
      readonly code: Code
      readonly related: readonly Code[]
      readonly text: string
    }

/**
 * The target group as it may be, where nobody asked for the attributes: cross-zone load balancing on
 * or off, the client's address kept or not. One where all is known. (CL-17)
 */
export function possibly(it: LoadBalancer, group: TargetGroup): readonly Supposed[] {
  const ofGroup = untold(group, 'targetGroup')
  const ofBalancer = it.type === 'application' ? null : untold(it, 'balancer')
  const zones = group.crossZone === null ? (ofGroup ?? ofBalancer) : null
  const keeps =
    it.type === 'network' && group.preserveClientIp === null && !isAlwaysPreserved(group)
      ? ofGroup
      : null
  return (zones ? [true, false] : [group.crossZone]).flatMap((crossZone) =>
    (keeps ? [true, false] : [group.preserveClientIp]).map((preserveClientIp) => {
      const call = zones ?? keeps
      const attributes = `${crossZone} ${preserveClientIp}`
      const guess: Guess | null =
        call === null
          ? null
          : {
              why: `The answer depends on attributes of ${it.name} and ${group.name}: ${call} is missing.`,
              label: `${it.id} ${group.id} ${attributes}`,
            }
      return { group: { ...group, crossZone, preserveClientIp }, guess }
    }),
  )
}

interface Supposed {
  readonly group: TargetGroup
  /** What is supposed; null where it is known. */
  readonly guess: Guess | null
}

/** The attribute of a target group goes before the load balancer's. (LB-10, CL-13) */
export function isCrossZone(it: LoadBalancer, group: TargetGroup): boolean {
  return group.crossZone ?? (it.type === 'application' || it.crossZone)
}

/**
 * Which targets may this node send to? Only those in zones of the load balancer, without cross-zone
 * load balancing only those in the node's own, and of them the healthy ones; all of them where none
 * is healthy. (LB-10, CL-13, CL-14)
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
 */
export function chooseFor(
  it: LoadBalancer,
  group: TargetGroup,
  node: NetworkInterface,
  { targets }: Registered,
  network: NetworkView,
): Choice {
  if (group.undescribed)
    return none(
      'UNSUPPORTED_COMPONENT',
      `The targets of target group ${group.name} are not known: ${group.undescribed} is missing.`,
    )
  if (targets.length === 0)
    return none('ELBV2_LISTENER_HAS_NO_TG', `Target group ${group.name} has no targets.`)
  const zones = new Set(network.interfacesOf(it.id).map((face) => face.availabilityZone))
  const served = targets.filter(({ zone }) => zone === null || zones.has(zone))
  if (served.length === 0)
    return none(
      'ELB_INSTALLED_AZ_RESTRICTION',
      `Every target of ${group.name} lies in a zone that ${it.name} has no subnet in: they get nothing.`,
    )
  const here = node.availabilityZone
  const near = isCrossZone(it, group)
    ? served
    : served.filter(({ zone }) => zone === null || zone === here)
  if (near.length === 0)
    return none(
      'ELB_NOT_CROSSZONE',
      `The node of ${it.name} in ${here} has no target in its zone, and cross-zone load balancing is off.`,
      ['ELBV2_NO_TARGETS_IN_AZ'],
    )
  const healthy = near.filter(({ isHealthy }) => isHealthy)
  return healthy.length > 0
    ? { type: 'targets', targets: healthy, failsOpen: false }
    : { type: 'targets', targets: near, failsOpen: true }
}

const none = (code: Code, text: string, related: readonly Code[] = []): Choice => ({
  type: 'none',
  code,
  related,
  text,
})
