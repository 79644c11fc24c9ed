import type { Design } from '../../kinds/contract'
import type {
  BlackholeCause,
  NetworkView,
  ResolvedRoute,
  ResolvedRouteTable,
} from '../../kinds/network'
import type { Id, ResourceOf } from '../../kinds/resource'
import { contains, prefixLengthOf, rangeOf, type Cidr } from '../../net/cidr'

type Facts = Pick<NetworkView, 'blocksOf' | 'internetGatewayOf' | 'peeringStatusOf'>
type Table = ResourceOf<'route-table'>

/** Every route table as AWS shows it: local routes written out, the state of each route known. */
export function resolveRouteTables(
  design: Design,
  facts: Facts,
): Pick<NetworkView, 'tables' | 'tableOf'> {
  const written = new Map(
    design.all('route-table').map((table) => [table.id, resolveTable(design, facts, table)]),
  )
  const vpcsWithMain = new Set(
    design
      .all('route-table')
      .filter((table) => table.main)
      .map((table) => table.vpcId),
  )
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
          routes: facts.blocksOf(vpc.id).map(localRoute).sort(longestFirst),
          refused: [],
        },
      ]),
  )
  return {
    tables: [...written.values(), ...implicit.values()],
    tableOf: (subnetId) => {
      const table = design.routeTableOf(subnetId)
      if (table) return written.get(table.id)
      const subnet = design.get(subnetId)
      return subnet && implicit.get(subnet.vpcId)
    },
  }
}

function resolveTable(design: Design, facts: Facts, table: Table): ResolvedRouteTable {
  const blocks = facts.blocksOf(table.vpcId)
  const routes: ResolvedRoute[] = []
  const refused: ResolvedRoute[] = []
  for (const [destination, { target }] of Object.entries(table.routes) as [
    Cidr,
    Table['routes'][Cidr] & object,
  ][]) {
    const cause = blackholeCause(design, facts, table, target)
    const route: ResolvedRoute = {
      destination,
      target,
      origin: 'static',
      state: cause ? 'blackhole' : 'active',
      cause,
    }
    const takes = mayStandInside(design, table, blocks, route)
    if (takes) routes.push(route)
    else refused.push(route)
  }
  const replaced = new Set(routes.map((route) => route.destination))
  const local = blocks.filter((block) => !replaced.has(block)).map(localRoute)
  return {
    id: table.id,
    vpcId: table.vpcId,
    name: table.name,
    routes: [...routes, ...local].sort(longestFirst),
    refused: refused.sort(longestFirst),
  }
}

const localRoute = (destination: Cidr): ResolvedRoute => ({
  destination,
  target: 'local',
  origin: 'local',
  state: 'active',
  cause: null,
})

const longestFirst = (a: ResolvedRoute, b: ResolvedRoute) =>
  prefixLengthOf(b.destination) - prefixLengthOf(a.destination) ||
  rangeOf(a.destination).first - rangeOf(b.destination).first

/**
 * Does AWS take this route beside the local ones? Inside a VPC block only a whole block (the local
 * route with another target) or a whole subnet may be routed elsewhere, and only to a device in
 * the VPC: of the kinds here, a NAT gateway. Blocks wider than the VPC's are no business of this
 * rule. (RT-4, RT-5)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
 */
function mayStandInside(
  design: Design,
  table: Table,
  blocks: readonly Cidr[],
  { destination, target, cause }: ResolvedRoute,
): boolean {
  if (!blocks.some((block) => contains(block, destination))) return true
  // a target that is gone was one that AWS took
  const isDevice = target === null || target.startsWith('nat-gateway:')
  if (cause === 'foreign-target' || !isDevice) return false
  return (
    blocks.includes(destination) ||
    design
      .all('subnet')
      .some((subnet) => subnet.vpcId === table.vpcId && subnet.cidrBlock === destination)
  )
}

/**
 * Why does a route to this target drop packets? Null when it does not. A NAT gateway that is
 * pending or failed keeps its route active and drops by itself. (RT-11, CL-1)
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html
 */
function blackholeCause(
  design: Design,
  facts: Facts,
  table: Table,
  targetId: Id | null,
): BlackholeCause | null {
  const target = targetId ? design.get(targetId) : undefined
  if (!target) return 'target-gone'
  if (target.kind === 'internet-gateway') {
    if (target.vpcId !== table.vpcId) return 'foreign-target'
    return facts.internetGatewayOf(table.vpcId)?.id === target.id ? null : 'detached'
  }
  if (target.kind === 'nat-gateway') {
    if (target.state === 'deleted') return 'target-gone'
    return design.get(target.subnetId)?.vpcId === table.vpcId ? null : 'foreign-target'
  }
  if (target.kind === 'vpc-peering-connection') {
    const ends = [target.requesterVpcId, target.accepterVpcId]
    if (!ends.includes(table.vpcId)) return 'foreign-target'
    return facts.peeringStatusOf(target.id) === 'active' ? null : 'peering-not-active'
  }
  return 'foreign-target'
}
