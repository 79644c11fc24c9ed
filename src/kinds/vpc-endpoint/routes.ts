import { overlaps, type Cidr } from '../../net/cidr'
import { blocksOfService, isSameService } from '../aws-service/blocks'
import type { Design } from '../contract'
import type { ResolvedRoute } from '../network'
import type { Id, ResourceOf } from '../resource'

type Endpoint = ResourceOf<'vpc-endpoint'>

/** States in which AWS keeps no routes to an endpoint. */
const isOver = ({ state }: Endpoint) =>
  state === 'deleted' || state === 'rejected' || state === 'failed' || state === 'expired'

/** The service of a gateway endpoint as AWS has it: S3 or DynamoDB, of the same Region. (EP-1) */
export function gatewayServiceOf(
  it: Endpoint,
  design: Design,
): ResourceOf<'aws-service'> | undefined {
  const service = it.serviceId ? design.get(it.serviceId) : undefined
  if (it.vpcEndpointType !== 'Gateway' || service?.kind !== 'aws-service') return undefined
  const isOffered = service.service !== 'any' && service.region === design.get(it.vpcId)?.region
  return isOffered ? service : undefined
}

/**
 * The routes that AWS adds to a table for the gateway endpoints associated with it, one for each
 * entry of the prefix list of the service. (EP-1 to EP-3)
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export function endpointRoutes(
  design: Design,
  tableId: Id<'route-table'>,
  vpcId: Id<'vpc'>,
  blocks: readonly Cidr[],
): readonly ResolvedRoute[] {
  return design.all('vpc-endpoint').flatMap((it): readonly ResolvedRoute[] => {
    if (it.vpcId !== vpcId || !it.routeTableIds.includes(tableId) || isOver(it)) return []
    return servicesOf(it, design).flatMap((service) =>
      design
        .all('aws-service')
        .filter((other) => isSameService(other, service))
        .flatMap((each) => blocksOfService(each, design))
        .filter((destination) => !blocks.some((block) => overlaps(block, destination)))
        .map((destination) => ({
          destination,
          prefixListId: service.id,
          target: it.id,
          origin: 'static',
          state: 'active',
          cause: null,
        })),
    )
  })
}

/** The service of a gateway endpoint; where an import could not tell it, whichever it may be. (CL-17) */
function servicesOf(it: Endpoint, design: Design): readonly ResourceOf<'aws-service'>[] {
  const service = gatewayServiceOf(it, design)
  if (service) return [service]
  if (it.vpcEndpointType !== 'Gateway' || !it.undescribed) return []
  const region = design.get(it.vpcId)?.region
  return design
    .all('aws-service')
    .filter((each) => each.service !== 'any' && each.region === region)
}
