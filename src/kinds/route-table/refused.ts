import { assertNever } from '../../base/invariant'
import { cidr, contains, type Cidr } from '../../net/cidr'
import { familyOf } from '../../net/ip'
import type { Design } from '../contract'
import { subnetIdsOf, type Language } from '../emit'
import { isListAt } from '../prefix-list/plan'
import type { ResourceOf } from '../resource'
import { attachmentOf } from '../transit-gateway-vpc-attachment/plan'
import { endpointPlan } from '../vpc-endpoint/plan'
import { vpcIdOf } from '../vpc-of'
import { isPeeringWritten, peeringPlan } from '../vpc-peering-connection/plan'
import { ownsInterfaces } from '../workload/plan'

export type RouteTarget = ResourceOf<
  | 'internet-gateway'
  | 'egress-only-internet-gateway'
  | 'nat-gateway'
  | 'vpc-peering-connection'
  | 'transit-gateway'
  | 'network-interface'
  | 'workload'
  | 'vpc-endpoint'
  | 'vpn-gateway'
>

/** A block, or a managed prefix list that stands for several. */
export type PlannedDestination = Cidr | ResourceOf<'prefix-list'>

/** Why AWS, or the code, takes no such route: `leads to igw, which is detached`; null where it does. */
export function refusedRoute(
  table: ResourceOf<'route-table'>,
  { destination, target }: { destination: PlannedDestination; target: RouteTarget },
  design: Design,
  language: Language,
): string | null {
  return (
    refusedDestination(table, destination, target, design) ??
    refusedTarget(table, target, design, language) ??
    refusedFamily(destination, target) ??
    refusedList(destination, target)
  )
}

/** An egress-only internet gateway carries IPv6 alone. (RT-13) */
function refusedFamily(destination: PlannedDestination, target: RouteTarget): string | null {
  const family = typeof destination === 'string' ? familyOf(destination) : destination.addressFamily
  return target.kind === 'egress-only-internet-gateway' && family === 'IPv4'
    ? `leads IPv4 to ${target.name}, which carries IPv6 alone`
    : null
}

/** An endpoint for inspection is no target for a prefix list. (RT-10) */
const refusedList = (destination: PlannedDestination, target: RouteTarget) =>
  target.kind === 'vpc-endpoint' && typeof destination !== 'string'
    ? `leads a prefix list to ${target.name}, which takes blocks alone`
    : null

/** Addresses that AWS keeps for itself. (RT-12) */
const reserved = cidr('169.254.168.0/22')

/**
 * Inside a VPC's own blocks only a route to a whole subnet by way of a NAT gateway or a network
 * interface stands; a gateway's table may also send a whole block there. (RT-5, RT-15)
 */
function refusedDestination(
  table: ResourceOf<'route-table'>,
  destination: PlannedDestination,
  target: RouteTarget,
  design: Design,
): string | null {
  if (typeof destination !== 'string') {
    const home = design.get(table.vpcId)
    return home && !isListAt(destination, home)
      ? `names ${destination.name}, a prefix list of another account or Region`
      : null
  }
  if (contains(reserved, destination)) return `lies in ${reserved}, which AWS keeps for itself`
  const vpc = design.get(table.vpcId)
  const block =
    vpc && [vpc.cidrBlock, ...vpc.secondaryCidrBlocks].find((it) => contains(it, destination))
  if (!block) return null
  const isSubnet = design
    .all('subnet')
    .some((subnet) => subnet.vpcId === table.vpcId && subnet.cidrBlock === destination)
  const mayServe = ['nat-gateway', 'network-interface', 'workload', 'vpc-endpoint'].includes(
    target.kind,
  )
  if (
    mayServe &&
    (table.gatewayId ? isSubnet || destination === block : isSubnet && destination !== block)
  )
    return null
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
    case 'vpn-gateway':
      if (target.vpcId !== table.vpcId) return `leads to ${target.name}, which is on another VPC`
      return target.attachmentState === 'attached'
        ? null
        : `leads to ${target.name}, which is detached`
    case 'egress-only-internet-gateway':
      return target.vpcId === table.vpcId
        ? null
        : `leads to ${target.name}, which is on another VPC`
    case 'transit-gateway':
      return attachmentOf(table.vpcId, target.id, design, language)
        ? null
        : `leads to ${target.name}, to which the code attaches no VPC of this table`
    case 'network-interface':
      return vpcIdOf(target, design) === table.vpcId
        ? null
        : `leads to ${target.name}, which lies in another VPC`
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
    case 'vpc-endpoint':
      if (target.vpcId !== table.vpcId) return `leads to ${target.name}, which lies in another VPC`
      if (target.vpcEndpointType !== 'GatewayLoadBalancer')
        return `leads to ${target.name}, and only a Gateway Load Balancer endpoint is a target of routes`
      return endpointPlan(target, design, language).outcome === 'available'
        ? null
        : `leads to ${target.name}, which does not become available by the code`
    case 'workload': {
      if (ownsInterfaces(target))
        return `leads to ${target.name}, whose network interfaces belong to a service of AWS`
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
