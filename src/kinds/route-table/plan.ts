import { assertNever, invariant } from '../../base/invariant'
import { ref, type Reference } from '../../iac/value'
import { cidr, compareCidrs, contains, isCidr, type Cidr } from '../../net/cidr'
import type { Design } from '../contract'
import { subnetIdsOf, type EmitContext, type Language } from '../emit'
import type { Resource, ResourceOf } from '../resource'
import { vpcIdOf } from '../vpc-of'
import { interfacePart, ownsInterfaces } from '../workload/plan'
import { isPeeringWritten, peeringPlan } from '../vpc-peering-connection/plan'

export type RouteTarget = ResourceOf<
  'internet-gateway' | 'nat-gateway' | 'vpc-peering-connection' | 'workload'
>

/** A route that AWS will take. */
export interface PlannedRoute {
  readonly destination: Cidr
  readonly target: RouteTarget
}

/** The targets that the exported code can name as yet. */
const isRouteTarget = (it: Resource): it is RouteTarget =>
  it.kind === 'internet-gateway' ||
  (it.kind === 'nat-gateway' && it.subnetId !== null) ||
  (it.kind === 'workload' && !ownsInterfaces(it)) ||
  it.kind === 'vpc-peering-connection'

/** Part of the table that a route is. */
export const routePart = (destination: Cidr) => `route ${destination}`

/** Words for the name of a route. */
export const routeWords = (destination: Cidr) =>
  destination === '0.0.0.0/0'
    ? 'default'
    : destination === '::/0'
      ? 'default IPv6'
      : `to ${destination}`

/**
 * A template cannot name the main table that comes with a VPC. One without routes is left as it
 * comes; one with routes is written as a table of its own.
 */
export function isWrittenToCloudFormation(table: ResourceOf<'route-table'>): boolean {
  return !table.main || Object.keys(table.routes).length > 0
}

/** The routes of a table by address, without those that AWS would refuse, which become gaps. */
export function plannedRoutes(
  table: ResourceOf<'route-table'>,
  { design, gap }: EmitContext,
  language: Language,
): readonly PlannedRoute[] {
  const destinations = Object.keys(table.routes).filter(isCidr).toSorted(compareCidrs)
  const lists = Object.keys(table.routes).filter((destination) => !isCidr(destination))
  if (table.gatewayId || lists.length > 0)
    gap(
      `The edge association or the prefix list routes of ${table.name} are not exported yet.`,
      'Write them by hand beside the exported code.',
    )
  return destinations.flatMap((destination) => {
    const id = table.routes[destination]?.target ?? null
    const target = id && design.get(id)
    const isWritten = target && isRouteTarget(target)
    if (target && !isWritten) {
      gap(
        `The route to ${destination} in ${table.name} by ${target.name} is not exported yet.`,
        'Write it by hand beside the exported code.',
      )
      return []
    }
    const refusal = isWritten
      ? (refusedDestination(table, destination, target, design) ??
        refusedTarget(table, target, design, language))
      : 'has no target any more'
    if (!refusal && isWritten) return [{ destination, target }]
    gap(
      `The route to ${destination} in ${table.name} of ${design.get(table.vpcId)?.name} is left out: it ${refusal}.`,
      'Give the route a target that AWS accepts, or remove it.',
    )
    return []
  })
}

/** Addresses that AWS keeps for itself. (RT-12) */
const reserved = cidr('169.254.168.0/22')

/** Inside a VPC's own blocks only a route to a whole subnet by way of a NAT gateway stands. (RT-5) */
function refusedDestination(
  table: ResourceOf<'route-table'>,
  destination: Cidr,
  target: RouteTarget,
  design: Design,
): string | null {
  if (contains(reserved, destination)) return `lies in ${reserved}, which AWS keeps for itself`
  const vpc = design.get(table.vpcId)
  const block =
    vpc && [vpc.cidrBlock, ...vpc.secondaryCidrBlocks].find((it) => contains(it, destination))
  if (!block) return null
  const isSubnet = design
    .all('subnet')
    .some((subnet) => subnet.vpcId === table.vpcId && subnet.cidrBlock === destination)
  if (isSubnet && destination !== block && target.kind === 'nat-gateway') return null
  return `lies inside ${block}, which the local route of the VPC serves`
}

function refusedTarget(
  table: ResourceOf<'route-table'>,
  target: RouteTarget,
  design: Design,
  language: Language,
): string | null {
  switch (target.kind) {
    case 'internet-gateway':
      if (target.vpcId !== table.vpcId) return `leads to ${target.name}, which is on another VPC`
      return target.attachmentState === 'attached'
        ? null
        : `leads to ${target.name}, which is detached`
    case 'nat-gateway':
      if (vpcIdOf(target, design) !== table.vpcId)
        return `leads to ${target.name}, which lies in another VPC`
      return target.state === 'deleting' || target.state === 'deleted'
        ? `leads to ${target.name}, which is ${target.state}`
        : null
    case 'vpc-peering-connection': {
      if (![target.requesterVpcId, target.accepterVpcId].includes(table.vpcId))
        return `leads to ${target.name}, which does not join this VPC`
      const plan = peeringPlan(target, design)
      return isPeeringWritten(plan, language)
        ? null
        : `leads to ${target.name}, which is ${target.status}`
    }
    case 'workload': {
      const home = vpcIdOf(target, design)
      if (home !== table.vpcId) return `leads to ${target.name}, which lies in another VPC`
      return subnetIdsOf(target).length > 1
        ? `leads to ${target.name}, which has several network interfaces`
        : null
    }
    default:
      return assertNever(target)
  }
}

/** The one interface of a workload that a route leads to, as it is written. */
export function targetInterface(workload: ResourceOf<'workload'>): Reference {
  const [subnetId] = subnetIdsOf(workload)
  invariant(subnetId, `${workload.id} lies in a subnet`)
  return ref(workload.id, 'id', interfacePart(subnetId))
}
