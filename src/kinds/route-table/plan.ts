import { assertNever, invariant } from '../../base/invariant'
import { ref, type Reference } from '../../iac/value'
import { cidr, compareCidrs, contains, isCidr, type Cidr } from '../../net/cidr'
import { byCodeUnit } from '../../iac/order'
import { familyOf } from '../../net/ip'
import { isListAt } from '../prefix-list/plan'
import { attachmentOf } from '../transit-gateway-vpc-attachment/plan'
import type { Design } from '../contract'
import { subnetIdsOf, type EmitContext, type Language } from '../emit'
import type { Id, ResourceOf } from '../resource'
import { vpcIdOf } from '../vpc-of'
import { interfacePart, ownsInterfaces } from '../workload/plan'
import { propagating } from '../vpn-gateway/plan'
import { endpointPlan } from '../vpc-endpoint/plan'
import { hasGatewayEndpoint } from '../vpc-endpoint/tables'
import { isPeeringWritten, peeringPlan } from '../vpc-peering-connection/plan'

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

/** A route that AWS will take; its destination is a block or a managed prefix list. */
export interface PlannedRoute {
  readonly destination: Cidr | ResourceOf<'prefix-list'>
  readonly target: RouteTarget
}

/** Part of the table that a route is. */
export const routePart = ({ destination }: PlannedRoute) => `route ${saidOf(destination)}`

/** Words for the name of a route. */
export const routeWords = ({ destination }: PlannedRoute) =>
  destination === '0.0.0.0/0'
    ? 'default'
    : destination === '::/0'
      ? 'default IPv6'
      : `to ${typeof destination === 'string' ? destination : destination.name}`

/** The part that associates a table with a gateway. (RT-15) */
export const edgePart = 'edge association'

const saidOf = (destination: PlannedRoute['destination']) =>
  typeof destination === 'string' ? destination : destination.id

/**
 * A template cannot name the main table that comes with a VPC. One without routes is left as it
 * comes; one with routes is written as a table of its own.
 */
export function isWrittenToCloudFormation(
  table: ResourceOf<'route-table'>,
  design: Design,
): boolean {
  return (
    !table.main ||
    Object.keys(table.routes).length > 0 ||
    propagating(table, design).length > 0 ||
    hasGatewayEndpoint(table, design)
  )
}

/** The routes of a table, blocks by address and then lists, without those that AWS would refuse, which become gaps. */
export function plannedRoutes(
  table: ResourceOf<'route-table'>,
  { design, gap }: EmitContext,
  language: Language,
): readonly PlannedRoute[] {
  return destinationsOf(table, design).flatMap((destination) => {
    const id = table.routes[saidOf(destination)]?.target ?? null
    const target = id && design.get(id)
    const said = typeof destination === 'string' ? destination : destination.name
    const { otherTarget } = table.routes[saidOf(destination)] ?? {}
    if (otherTarget) {
      gap(
        `The route to ${said} in ${table.name} by ${otherTarget} is not exported: the design knows nothing of that target.`,
        'Write it by hand beside the exported code.',
      )
      return []
    }
    const refusal = target
      ? (refusedDestination(table, destination, target, design) ??
        refusedTarget(table, target, design, language) ??
        refusedFamily(destination, target) ??
        refusedList(destination, target))
      : 'has no target any more'
    if (!refusal && target) return [{ destination, target }]
    gap(
      `The route to ${said} in ${table.name} of ${design.get(table.vpcId)?.name} is left out: it ${refusal}.`,
      'Give the route a target that AWS accepts, or remove it.',
    )
    return []
  })
}

function destinationsOf(
  table: ResourceOf<'route-table'>,
  design: Design,
): readonly PlannedRoute['destination'][] {
  const keys = Object.keys(table.routes)
  const lists = keys.flatMap((key) =>
    isCidr(key) ? [] : (design.get(key as Id<'prefix-list'>) ?? []),
  )
  return [
    ...keys.filter(isCidr).toSorted(compareCidrs),
    ...lists.toSorted((a, b) => byCodeUnit(a.id, b.id)),
  ]
}

/** An egress-only internet gateway carries IPv6 alone. (RT-13) */
function refusedFamily(
  destination: PlannedRoute['destination'],
  target: RouteTarget,
): string | null {
  const family = typeof destination === 'string' ? familyOf(destination) : destination.addressFamily
  return target.kind === 'egress-only-internet-gateway' && family === 'IPv4'
    ? `leads IPv4 to ${target.name}, which carries IPv6 alone`
    : null
}

/** An endpoint for inspection is no target for a prefix list. (RT-10) */
const refusedList = (destination: PlannedRoute['destination'], target: RouteTarget) =>
  target.kind === 'vpc-endpoint' && typeof destination !== 'string'
    ? `leads a prefix list to ${target.name}, which takes blocks alone`
    : null

/** The gateway whose incoming traffic a table routes, where AWS would associate the two. (RT-15) */
export function edgeGateway(
  { gatewayId, name, vpcId }: ResourceOf<'route-table'>,
  { design, gap }: EmitContext,
): ResourceOf<'internet-gateway' | 'vpn-gateway'> | null {
  const gateway = gatewayId && design.get(gatewayId)
  if (!gateway) return null
  if (gateway.vpcId === vpcId && gateway.attachmentState === 'attached') return gateway
  gap(
    `The edge association of ${name} with ${gateway.name} is left out: that gateway is not attached to the VPC of the table.`,
    'Attach the gateway, or choose another.',
  )
  return null
}

/** Addresses that AWS keeps for itself. (RT-12) */
const reserved = cidr('169.254.168.0/22')

/**
 * Inside a VPC's own blocks only a route to a whole subnet by way of a NAT gateway or a network
 * interface stands; a gateway's table may also send a whole block there. (RT-5, RT-15)
 */
function refusedDestination(
  table: ResourceOf<'route-table'>,
  destination: PlannedRoute['destination'],
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

/** The network interface that a route leads to, as it is written. */
export function targetInterface(it: ResourceOf<'workload' | 'network-interface'>): Reference {
  if (it.kind === 'network-interface') return ref(it.id)
  const [subnetId] = subnetIdsOf(it)
  invariant(subnetId, `${it.id} lies in a subnet`)
  return ref(it.id, 'id', interfacePart(subnetId))
}
