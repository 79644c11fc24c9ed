import { called } from '../../kinds/called'
import type { Id, ResourceOf } from '../../kinds/resource'
import type { RouteDestination } from '../../kinds/route-table/schema'
import { addRoute } from '../../model/edits/add-route'
import { overlaps, prefixLengthOf } from '../../net/cidr'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { repair } from './repair'
import { counted, listed } from './words'

type Attachment = ResourceOf<'transit-gateway-vpc-attachment'>
type Subnet = ResourceOf<'subnet'>

/**
 * Routes to a transit gateway for the tables of these subnets: to all that the attachment can reach,
 * default routes left out, for those are a decision of their own. Null where that is nothing, or a
 * subnet has no table in the design.
 */
export function routesToTransitGateway(
  network: Network,
  it: Attachment,
  subnets: readonly Subnet[],
  destinations: readonly RouteDestination[] = reachedBy(network, it),
): Repair | null {
  const { design, document } = network
  const gateway = design.get(it.transitGatewayId)
  const tables = new Map<Id, ResourceOf<'route-table'>>()
  for (const subnet of subnets) {
    const table = design.routeTableOf(subnet.id)
    if (!table || table.vpcId !== it.vpcId) return null
    tables.set(table.id, table)
  }
  const changes = [...tables.values()].flatMap((table) =>
    destinations
      .filter((destination) => !Object.hasOwn(table.routes, destination))
      .map((destination) => ({ tableId: table.id, destination })),
  )
  if (!gateway || changes.length === 0) return null
  const words = [
    ...new Set(changes.map((each) => design.get(each.destination as Id)?.name ?? each.destination)),
  ]
  return repair({
    id: `route-to-transit-gateway:${it.id}:${[...tables.keys()].join()}`,
    label: `Add the missing routes to ${called(gateway)}`,
    preview: `Adds ${counted(changes.length, 'route')}: ${listed(words)}.`,
    document,
    run: (draft) => {
      for (const { tableId, destination } of changes)
        addRoute(draft, tableId, destination, gateway.id)
    },
  })
}

/** What can be reached from this attachment, its own VPC and default routes left out. */
function reachedBy(network: Network, it: Attachment): readonly RouteDestination[] {
  const own = network.blocksOf(it.vpcId)
  const routes = network.associatedTableOf(it.id, it.transitGatewayId)?.routes ?? []
  return [
    ...new Set(
      routes
        .filter(
          (route) =>
            route.state === 'active' &&
            route.attachmentId !== it.id &&
            prefixLengthOf(route.destination) > 0 &&
            !own.some((block) => overlaps(block, route.destination)),
        )
        .map((route) => route.destination),
    ),
  ]
}
