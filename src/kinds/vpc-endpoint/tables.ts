import { isSameService } from '../aws-service/blocks'
import type { Design } from '../contract'
import type { Id, ResourceOf } from '../resource'
import { endpointPlan } from './plan'
import { isOver } from './states'

type Endpoint = ResourceOf<'vpc-endpoint'>
type Table = ResourceOf<'route-table'>

/** The part of a gateway endpoint that adds its route to a table. */
export const associationPart = (id: Id<'route-table'>) => `association ${id}`

/** The tables that a gateway endpoint adds its route to, as AWS takes them, ordered by id. (EP-1) */
export function tablesOf(it: Endpoint, design: Design): readonly Table[] {
  return [...new Set(it.routeTableIds)].toSorted().flatMap((id) => {
    const table = design.get(id)
    return table && refusedTable(it, table, design) === null ? [table] : []
  })
}

/** Why AWS does not associate a table with a gateway endpoint; null where it does. (EP-1, RT-15) */
export function refusedTable(it: Endpoint, table: Table, design: Design): string | null {
  if (table.vpcId !== it.vpcId) return 'it belongs to another VPC'
  if (table.gatewayId) return 'the table of a gateway takes no prefix list'
  const service = serviceOf(it, design)
  const first = design.all('vpc-endpoint').find((other) => {
    const another = serviceOf(other, design)
    return (
      other.id < it.id &&
      other.vpcEndpointType === 'Gateway' &&
      other.routeTableIds.includes(table.id) &&
      !isOver(other) &&
      service &&
      another &&
      isSameService(service, another)
    )
  })
  return first ? `${first.name} has added its route there already` : null
}

function serviceOf({ serviceId }: Endpoint, design: Design): ResourceOf<'aws-service'> | null {
  const service = serviceId && design.get(serviceId)
  return service?.kind === 'aws-service' ? service : null
}

/** Does a gateway endpoint that the code makes add a route to this table? */
export const hasGatewayEndpoint = ({ id }: Table, design: Design): boolean =>
  design
    .all('vpc-endpoint')
    .some(
      (it) =>
        it.vpcEndpointType === 'Gateway' &&
        tablesOf(it, design).some((table) => table.id === id) &&
        endpointPlan(it, design, 'cloudformation').outcome !== 'none',
    )
