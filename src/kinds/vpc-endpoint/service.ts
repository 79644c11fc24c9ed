import { isSameZone, zoneOf, type Zone } from '../availability-zone'
import { called } from '../called'
import type { Code } from '../codes'
import type { Guess } from '../forward'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'

type Endpoint = ResourceOf<'vpc-endpoint'>
type Service = ResourceOf<'vpc-endpoint-service'>

/** Why an endpoint does not lead to its service; `field` is where the endpoint or service says so. */
export interface Refusal {
  readonly code: Code
  readonly text: string
  readonly of: Endpoint | Service
  readonly field: string
}

/**
 * Why does AWS not let this endpoint use this service of one's own? Null where it does. (EP-8)
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html
 */
export function refusedBy(
  it: Endpoint,
  service: Service,
  { design }: Pick<NetworkView, 'design'>,
): Refusal | null {
  const [consumer, provider] = [design.get(it.vpcId), design.get(service.vpcId)]
  if (!consumer || !provider)
    return {
      code: 'UNSUPPORTED_COMPONENT',
      text: `${called(it)} or ${called(service)} lies in a VPC that is not in the design.`,
      of: it,
      field: 'vpcId',
    }
  if (service.type !== it.vpcEndpointType)
    return {
      code: 'UNSUPPORTED_COMPONENT',
      text: `AWS would refuse ${called(it)}: ${called(service)} is for ${service.type === 'Interface' ? 'interface' : 'Gateway Load Balancer'} endpoints.`,
      of: it,
      field: 'serviceId',
    }
  if (consumer.region !== provider.region)
    return {
      code: 'UNSUPPORTED_COMPONENT',
      text: `${called(service)} is in ${provider.region} and ${called(it)} in ${consumer.region}: access across Regions is not modelled.`,
      of: it,
      field: 'serviceId',
    }
  const mayUse =
    consumer.ownerId === provider.ownerId ||
    service.allowedPrincipals.some((each) => each === '*' || each === consumer.ownerId)
  if (!mayUse)
    return {
      code: 'UNSUPPORTED_COMPONENT',
      text: `AWS would refuse ${called(it)}: ${called(service)} does not allow account ${consumer.ownerId}.`,
      of: service,
      field: 'allowedPrincipals',
    }
  if (service.state === 'Available') return null
  return {
    code: 'BAD_STATE',
    text: `${called(service)} is ${service.state}, not Available.`,
    of: service,
    field: 'state',
  }
}

/** A node that an endpoint hands packets to, and what is supposed where the zone IDs are unknown. */
export interface NodeWay {
  readonly node: NetworkInterface
  readonly guess?: Guess
}

/**
 * The nodes that this network interface of an endpoint hands packets to: those of its own zone, by
 * zone ID where the accounts differ. AWS makes no endpoint in a zone that its service is not in, so of
 * one that is there only the zone's other name may be unknown. (EP-10, VPC-24)
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html
 */
export function nodesFor(
  it: Endpoint,
  face: NetworkInterface,
  service: Service,
  network: NetworkView,
): readonly NodeWay[] | Refusal {
  const { design } = network
  const balancers = service.loadBalancerIds.flatMap((id) => design.get(id) ?? [])
  const [type, term] =
    service.type === 'Interface'
      ? ['network', 'Network Load Balancer']
      : ['gateway', 'Gateway Load Balancer']
  const wrong = balancers.find((each) => each.type !== type)
  if (wrong)
    return {
      code: 'UNSUPPORTED_COMPONENT',
      text: `AWS would refuse ${called(service)}: ${wrong.name} is no ${term}.`,
      of: service,
      field: 'loadBalancerIds',
    }
  const own = zoneOf(network.subnetOf(face), network)
  const nodes = balancers.flatMap(({ id }) => network.interfacesOf(id))
  const sameness = nodes.map((node) => isSameZone(own, zoneOf(network.subnetOf(node), network)))
  const here = nodes.filter((_, index) => sameness[index])
  if (here.length > 0) return here.map((node) => ({ node }))
  const perhaps = nodes.filter((_, index) => sameness[index] === null)
  const [first, ...others] = perhaps
  if (it.awsId && first) {
    const isOnly = others.every((each) => each.availabilityZone === first.availabilityZone)
    return perhaps.map((node) => ({ node, ...(!isOnly && guessOf(it, own, node, network)) }))
  }
  return sameness.includes(null)
    ? {
        code: 'UNSUPPORTED_COMPONENT',
        text: `Names of Availability Zones differ between accounts: without the zone IDs of the subnets it cannot be told whether ${called(service)} exists in ${own.name} of its consumer.`,
        of: service,
        field: 'loadBalancerIds',
      }
    : {
        code: 'VPCE_SERVICE_NOT_INSTALLED_IN_AZ',
        text: `${called(service)} has no load balancer node in ${own.name}, where this network interface lies.`,
        of: service,
        field: 'loadBalancerIds',
      }
}

function guessOf(it: Endpoint, own: Zone, node: NetworkInterface, network: NetworkView) {
  const other = zoneOf(network.subnetOf(node), network)
  const guess: Guess = {
    why: `Names of Availability Zones differ between accounts, and the answer differs between the zones of ${network.component(node.ownerId)?.name}: without the zone IDs of the subnets it cannot be told which of them is ${own.name}, where ${called(it)} lies.`,
    label: `${own.name} of ${own.ownerId} is ${other.name} of ${other.ownerId}`,
  }
  return { guess }
}
