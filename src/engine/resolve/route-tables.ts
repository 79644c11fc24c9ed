import type { Design } from '../../kinds/contract'
import type {
  BlackholeCause,
  NetworkView,
  ResolvedRoute,
  ResolvedRouteTable,
} from '../../kinds/network'
import type { Id, Kind, Resource, ResourceOf } from '../../kinds/resource'
import type { AsTarget, TargetFacts } from '../../kinds/target'
import { asTarget } from '../../kinds/targets'
import { directWays, hasDirectConnect, isOpen } from '../../kinds/virtual-interface/direct'
import { latticeRoutes } from '../../kinds/service-network-vpc-association/routes'
import { endpointRoutes } from '../../kinds/vpc-endpoint/routes'
import { propagatedBy } from '../../kinds/vpn-connection/learned'
import {
  cidr,
  cidr6,
  compareCidrs,
  contains,
  isCidr,
  prefixLengthOf,
  type Cidr,
} from '../../net/cidr'
import { familyOf } from '../../net/ip'
import { nat64 } from '../../net/ranges'

type Table = ResourceOf<'route-table'>
type Route = Pick<
  ResolvedRoute,
  'destination' | 'prefixListId' | 'target' | 'otherTarget' | 'origin'
>

/** Every route table as AWS shows it: local routes written out, the state of each route known. */
export function resolveRouteTables(
  design: Design,
  facts: TargetFacts,
): Pick<NetworkView, 'tables' | 'tableOf' | 'resolvedTable' | 'edgeTableOf'> {
  const tables = design.all('route-table')
  const written = new Map(tables.map((table) => [table.id, resolveTable(design, facts, table)]))
  const vpcsWithMain = new Set(tables.filter((table) => table.main).map((table) => table.vpcId))
  const implicit = new Map(
    design
      .all('vpc')
      .filter((vpc) => !vpcsWithMain.has(vpc.id))
      .map((vpc): [Id<'vpc'>, ResolvedRouteTable] => [
        vpc.id,
        {
          id: null,
          vpcId: vpc.id,
          name: `main route table of ${vpc.name}`,
          routes: [
            ...facts.blocksOf(vpc.id).map(localRoute),
            ...latticeRoutes(design, vpc.id),
          ].sort(mostSpecificFirst),
          refused: [],
        },
      ]),
  )
  const edges = new Map<Id, ResolvedRouteTable | undefined>()
  // neither a main table nor one of another VPC can be a gateway's (RT-2, RT-15)
  for (const { id, gatewayId, main, vpcId } of tables)
    if (gatewayId && !main && design.get(gatewayId)?.vpcId === vpcId && !edges.has(gatewayId))
      edges.set(gatewayId, written.get(id))
  return {
    tables: [...written.values(), ...implicit.values()],
    tableOf: (subnetId) => {
      const table = design.routeTableOf(subnetId)
      if (table) return written.get(table.id)
      const subnet = design.get(subnetId)
      return subnet && implicit.get(subnet.vpcId)
    },
    resolvedTable: (id) => written.get(id),
    edgeTableOf: (gatewayId) => edges.get(gatewayId),
  }
}

function resolveTable(design: Design, facts: TargetFacts, table: Table): ResolvedRouteTable {
  const blocks = facts.blocksOf(table.vpcId)
  const routes: ResolvedRoute[] = []
  const refused: ResolvedRoute[] = []
  for (const route of [...writtenRoutes(design, table), ...propagatedRoutes(design, table)]) {
    const target = route.target && route.target !== 'local' ? design.get(route.target) : undefined
    const cause = target
      ? causeOf(target, table.vpcId, facts)
      : route.otherTarget
        ? null
        : 'target-gone'
    const resolved: ResolvedRoute = { ...route, state: cause ? 'blackhole' : 'active', cause }
    if (isAccepted(design, table, blocks, resolved, target)) routes.push(resolved)
    else refused.push(resolved)
  }
  const replaced = new Set(routes.map((route) => route.destination))
  if (!table.gatewayId)
    routes.push(
      ...endpointRoutes(design, table.id, table.vpcId, blocks),
      ...latticeRoutes(design, table.vpcId),
    )
  const local = blocks.filter((block) => !replaced.has(block)).map(localRoute)
  return {
    id: table.id,
    vpcId: table.vpcId,
    name: table.name,
    routes: [...routes, ...local].sort(mostSpecificFirst),
    refused: refused.sort(mostSpecificFirst),
  }
}

/** The routes of a table as written, those by prefix list once for each entry of the list. */
function writtenRoutes(design: Design, table: Table): readonly Route[] {
  return Object.entries(table.routes).flatMap(
    ([key, { target, otherTarget }]): readonly Route[] => {
      const rest = { target, ...(otherTarget && { otherTarget }), origin: 'static' as const }
      if (isCidr(key)) return [{ destination: key, prefixListId: null, ...rest }]
      const prefixListId = key as Id<'prefix-list'>
      const entries = Object.keys(design.get(prefixListId)?.entries ?? {}) as Cidr[]
      return entries.map((destination) => ({ destination, prefixListId, ...rest }))
    },
  )
}

/** What virtual private gateways install that may. (VPN-2, RT-7) */
function propagatedRoutes(design: Design, table: Table): readonly Route[] {
  return table.propagatingVgwIds.flatMap((id): readonly Route[] => {
    const gateway = design.get(id)
    if (gateway?.vpcId !== table.vpcId || gateway.attachmentState !== 'attached') return []
    const prefixes = new Set(
      [...directWays(id, design).filter(isOpen), ...propagatedBy(id, design)].map(
        ({ prefix }) => prefix,
      ),
    )
    return [...prefixes].map((destination) => ({
      destination,
      prefixListId: null,
      target: id,
      origin: 'propagated',
    }))
  })
}

const localRoute = (destination: Cidr): ResolvedRoute => ({
  destination,
  prefixListId: null,
  target: 'local',
  origin: 'local',
  state: 'active',
  cause: null,
})

/**
 * Which of two equal prefixes counts: a static route, then one by prefix list, then a propagated
 * one. (RT-7)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function priorityOf({ origin, prefixListId }: Route): number {
  return origin === 'local' ? 0 : origin === 'propagated' ? 3 : prefixListId ? 2 : 1
}

const mostSpecificFirst = (a: ResolvedRoute, b: ResolvedRoute) =>
  prefixLengthOf(b.destination) - prefixLengthOf(a.destination) ||
  compareCidrs(a.destination, b.destination) ||
  priorityOf(a) - priorityOf(b) ||
  ((a.target ?? '') < (b.target ?? '') ? -1 : 1)

/**
 * Does AWS take this route beside the local ones? Its family must be one that the target carries.
 * Inside a VPC block only a whole block (the local route with another target) or a whole subnet may
 * be routed elsewhere, and only to a device in the VPC. Blocks wider than the VPC's are no business
 * of that rule. (RT-4, RT-5, RT-10, RT-12, RT-13,
 * RT-15)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
 */
function isAccepted(
  design: Design,
  table: Table,
  blocks: readonly Cidr[],
  { destination, cause, origin, prefixListId }: ResolvedRoute,
  target: Resource | undefined,
): boolean {
  if (servicesOfAws.some((block) => contains(block, destination))) return false
  // what is learned never beats the local route, however specific (RT-8)
  if (origin === 'propagated' && blocks.some((block) => contains(block, destination))) return false
  const what = target && asTarget(target.kind)
  const family = familyOf(destination)
  if (what && !what.families.includes(family)) return false
  if (target?.kind === 'nat-gateway' && family === 'IPv6' && destination !== nat64) return false
  if (target?.kind === 'vpn-gateway' && family === 'IPv6' && !hasDirectConnect(target.id, design))
    return false
  // no prefix list to an endpoint for inspection (RT-10, EP-12)
  if (
    prefixListId?.startsWith('prefix-list:') &&
    target?.kind === 'vpc-endpoint' &&
    target.vpcEndpointType === 'GatewayLoadBalancer'
  )
    return false
  if (table.gatewayId && (prefixListId || (what && !what.onEdge))) return false
  const inside = blocks.some((block) => contains(block, destination))
  if (!inside) return !table.gatewayId
  // a target that is gone was one that AWS took
  if (cause === 'foreign-target' || cause === 'no-route-target' || (what && !what.insideVpc))
    return false
  return (
    blocks.includes(destination) ||
    design
      .all('subnet')
      .some(
        ({ vpcId, cidrBlock, ipv6CidrBlock }) =>
          vpcId === table.vpcId && (cidrBlock === destination || ipv6CidrBlock === destination),
      )
  )
}

/** AWS's own services, which no route may name. (RT-12) */
const servicesOfAws: readonly Cidr[] = [cidr('169.254.168.0/22'), cidr6('fd00:ec2::/32')]

/** Why does a route to this target drop packets? Null when it does not. */
function causeOf(target: Resource, vpcId: Id<'vpc'>, facts: TargetFacts): BlackholeCause | null {
  // a resource goes with what its own kind says
  const what: AsTarget<Kind> | null = asTarget(target.kind)
  return what ? what.cause(target, vpcId, facts) : 'foreign-target'
}
