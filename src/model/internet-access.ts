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

/** The subnets for which this table decides, explicitly or as the main one. */
export function subnetsServedBy(
  design: Design,
  tableId: Id<'route-table'>,
): readonly ResourceOf<'subnet'>[] {
  return design.all('subnet').filter((it) => design.routeTableOf(it.id)?.id === tableId)
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
