import { isSameService } from '../../kinds/aws-service/blocks'
import type { NetworkInterface } from '../../kinds/network'
import type { Id, Resource, ResourceOf } from '../../kinds/resource'
import type { Network } from '../network'

type Endpoint = ResourceOf<'vpc-endpoint'>

/**
 * Which endpoint does the name of an AWS service mean to hosts of this VPC? An interface endpoint
 * with private DNS names, where the VPC has both DNS attributes. Null means the public addresses.
 * (EP-13, VPC-21)
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
 */
export function privateNameOf(
  network: Network,
  service: ResourceOf<'aws-service'>,
  vpcId: Id<'vpc'>,
): readonly NetworkInterface[] | null {
  const { design } = network
  const vpc = design.get(vpcId)
  if (!vpc?.enableDnsSupport || !vpc.enableDnsHostnames) return null
  const endpoint = design.all('vpc-endpoint').find((it) => {
    const meant = it.serviceId && design.get(it.serviceId)
    return (
      it.vpcId === vpcId &&
      it.vpcEndpointType === 'Interface' &&
      it.privateDnsEnabled &&
      it.state === 'available' &&
      meant?.kind === 'aws-service' &&
      isSameService(meant, service)
    )
  })
  return endpoint ? network.interfacesOf(endpoint.id) : null
}

/**
 * An endpoint service is met at its endpoints: those in the VPC of whoever asks, else all of them,
 * for they are usable from other networks too. (EP-6, EP-8)
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html
 */
export function endpointsOf(
  network: Network,
  service: ResourceOf<'vpc-endpoint-service'>,
  near: Id<'vpc'> | null,
): readonly Endpoint[] {
  const all = network.design
    .all('vpc-endpoint')
    .filter((it) => it.serviceId === service.id && it.vpcEndpointType === 'Interface')
  const own = all.filter(({ vpcId }) => vpcId === near)
  return own.length > 0 ? own : all
}

/** A gateway endpoint as an end stands for its service, by that very endpoint; else null. (EP-1) */
export function servedBy(network: Network, it: Resource): Id<'aws-service'> | null {
  if (it.kind !== 'vpc-endpoint' || it.vpcEndpointType !== 'Gateway' || !it.serviceId) return null
  const service = network.design.get(it.serviceId)
  return service?.kind === 'aws-service' ? service.id : null
}
