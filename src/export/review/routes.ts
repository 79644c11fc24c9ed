import { byCodeUnit } from '../../iac/order'
import type { Design } from '../../kinds/contract'
import { placeOf } from '../../kinds/emit'
import type { Id, Resource, ResourceOf } from '../../kinds/resource'
import { inOrder } from '../collect'
import { csv } from './csv'

const heads = [
  'account',
  'Region',
  'VPC or transit gateway',
  'route table',
  'used by',
  'destination',
  'target',
  'target kind',
]

/** All routes that are written down: local and propagated ones follow from blocks and propagations. */
export function routesCsv(design: Design): string {
  const nameOf = (id: Id | null) => (id && design.get(id)?.name) ?? ''
  const rowsOf = (
    table: ResourceOf<'route-table'> | ResourceOf<'transit-gateway-route-table'>,
    around: Id,
    usedBy: readonly string[],
    routes: readonly (readonly [string, Id | null])[],
  ) => {
    const place = placeOf(table, design)
    const known = [
      place?.ownerId ?? '',
      place?.region ?? '',
      nameOf(around),
      table.name,
      usedBy.join('; '),
    ]
    return routes
      .toSorted(([a], [b]) => byCodeUnit(a, b))
      .map(([destination, target]) => [
        ...known,
        destinationWords(destination, design),
        target ? nameOf(target) : 'blackhole',
        target ? (design.get(target)?.kind ?? '') : '',
      ])
  }
  return csv([
    heads,
    ...inOrder(design.all('route-table')).flatMap((table) =>
      rowsOf(
        table,
        table.vpcId,
        inOrder(design.all('subnet').filter(({ id }) => design.routeTableOf(id) === table)).map(
          ({ name }) => name,
        ),
        Object.entries(table.routes).map(([to, { target }]) => [to, target] as const),
      ),
    ),
    ...inOrder(design.all('transit-gateway-route-table')).flatMap((table) =>
      rowsOf(
        table,
        table.transitGatewayId,
        table.associations.map(nameOf),
        Object.entries(table.routes).map(([to, { attachmentId }]) => [to, attachmentId] as const),
      ),
    ),
  ])
}

/** A block as it is, a prefix list by its name. */
export function destinationWords(destination: string, design: Design): string {
  const resource: Resource | undefined = design.resources[destination]
  return resource?.name ?? destination
}
