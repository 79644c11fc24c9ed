import type { Design } from '../kinds/contract'
import type { Id, ResourceOf } from '../kinds/resource'
import type { RouteDestination } from '../kinds/route-table/schema'
import { keysOf } from '../kinds/without'

/** The internet gateway that is attached to this VPC; undefined where it has none. (NET-1) */
export function attachedGateway(
  design: Design,
  vpcId: Id<'vpc'>,
): ResourceOf<'internet-gateway'> | undefined {
  return design
    .all('internet-gateway')
    .find((it) => it.vpcId === vpcId && it.attachmentState === 'attached')
}

const served = new WeakMap<Design, Map<Id, ResourceOf<'subnet'>[]>>()

/** The subnets for which this table decides, explicitly or as the main one. */
export function subnetsServedBy(
  design: Design,
  tableId: Id<'route-table'>,
): readonly ResourceOf<'subnet'>[] {
  const known = served.get(design) ?? subnetsByTable(design)
  served.set(design, known)
  return known.get(tableId) ?? []
}

function subnetsByTable(design: Design): Map<Id, ResourceOf<'subnet'>[]> {
  const byTable = new Map<Id, ResourceOf<'subnet'>[]>()
  for (const subnet of design.all('subnet')) {
    const table = design.routeTableOf(subnet.id)
    if (!table) continue
    const list = byTable.get(table.id)
    if (list) list.push(subnet)
    else byTable.set(table.id, [subnet])
  }
  return byTable
}

/** Does the table name an internet gateway at all, attached or not? */
export function namesGateway({ routes }: Pick<ResourceOf<'route-table'>, 'routes'>): boolean {
  return Object.values(routes).some(({ target }) => target?.startsWith('internet-gateway:'))
}

/** Destinations that this table sends to this target, in order. */
export function destinationsTo(
  { routes }: Pick<ResourceOf<'route-table'>, 'routes'>,
  target: Id,
): readonly RouteDestination[] {
  return keysOf(routes)
    .filter((it) => routes[it]?.target === target)
    .toSorted()
}
