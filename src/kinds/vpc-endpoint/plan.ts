import { isSameZone, zoneOf } from '../availability-zone'
import type { Design } from '../contract'
import type { Language } from '../emit'
import { plannedNodes } from '../load-balancer/plan'
import { isFirewallWritten, endpointSubnets } from '../network-firewall/endpoints'
import type { ResourceOf } from '../resource'
import { asksForAcceptance, servicePlan } from '../vpc-endpoint-service/plan'
import { keysOf } from '../without'
import { refusedBy } from './service'
import { isOver } from './states'

type Endpoint = ResourceOf<'vpc-endpoint'>
type Service = ResourceOf<'vpc-endpoint-service'>

/** What becomes of an endpoint in the code. */
export interface EndpointPlan {
  readonly vpc: ResourceOf<'vpc'>
  readonly service: ResourceOf<'aws-service' | 'vpc-endpoint-service' | 'network-firewall'> | null
  /** One in each zone where the service is, as AWS takes them, ordered by zone. */
  readonly subnets: readonly ResourceOf<'subnet'>[]
  /** Available, left waiting for the owner of the service, or not made at all. */
  readonly outcome: 'available' | 'awaited' | 'none'
  /** Why it is not made, as a sentence. */
  readonly because: string | null
}

/** The part of an endpoint that accepts it, which the owner of the service does. (EP-8) */
export const accepterPart = 'accepter'

export function endpointPlan(it: Endpoint, design: Design, language: Language): EndpointPlan {
  const vpc = design.get(it.vpcId)
  if (!vpc) throw new Error(`Bug: ${it.id} lies in a VPC that is not there`)
  const service = (it.serviceId && design.get(it.serviceId)) ?? null
  const subnets = subnetsOf(it, service, design)
  const because =
    refusalOf(it, service, vpc, design) ??
    (it.vpcEndpointType !== 'Gateway' && subnets.length === 0
      ? 'It lies in no subnet of its VPC that such an endpoint can have.'
      : null)
  const outcome = because
    ? 'none'
    : isAwaited(it, service, design, language)
      ? 'awaited'
      : 'available'
  return { vpc, service, subnets, outcome, because }
}

/** Does it wait for the owner of the service, in the design or because a template cannot accept? */
function isAwaited(
  { state }: Endpoint,
  service: EndpointPlan['service'],
  design: Design,
  language: Language,
): boolean {
  if (service?.kind !== 'vpc-endpoint-service') return false
  return (
    asksForAcceptance(service, design, language) &&
    (state === 'pendingAcceptance' || language === 'cloudformation')
  )
}

function refusalOf(
  it: Endpoint,
  service: EndpointPlan['service'],
  vpc: ResourceOf<'vpc'>,
  design: Design,
): string | null {
  if (isOver(it)) return `It is ${it.state}.`
  if (!service) return 'It names no service.'
  if (service.kind === 'vpc-endpoint-service') return refusedService(it, service, design)
  if (service.kind === 'network-firewall') return refusedFirewall(it, service, design)
  if (service.region !== vpc.region)
    return `${service.name} is in ${service.region} and its VPC in ${vpc.region}: access across Regions is not exported.`
  if (it.vpcEndpointType === 'GatewayLoadBalancer')
    return `A Gateway Load Balancer endpoint does not lead to ${service.name}.`
  return it.vpcEndpointType === 'Gateway' && service.service === 'any'
    ? `There is no gateway endpoint for ${service.name}: S3 and DynamoDB have one.`
    : null
}

function refusedService(it: Endpoint, service: Service, design: Design): string | null {
  const { because } = servicePlan(service, design)
  if (because) return `The endpoint service ${service.name} is not made: it ${because}.`
  const refusal = refusedBy(it, { ...service, state: 'Available' }, { design })
  return refusal && `${refusal.text.slice(0, 1).toUpperCase()}${refusal.text.slice(1)}`
}

function refusedFirewall(
  it: Endpoint,
  firewall: ResourceOf<'network-firewall'>,
  design: Design,
): string | null {
  if (it.vpcEndpointType !== 'GatewayLoadBalancer')
    return `The endpoints of ${firewall.name} are Gateway Load Balancer endpoints.`
  if (it.vpcId !== firewall.vpcId)
    return `${firewall.name} is in another VPC: a VPC endpoint association of a firewall is not exported.`
  if (!isFirewallWritten(firewall, design)) return `The firewall ${firewall.name} is not made.`
  return endpointSubnets(firewall, design).some(({ endpoint }) => endpoint.id === it.id)
    ? null
    : `${firewall.name} has an endpoint in its Availability Zone already: a VPC endpoint association of a firewall is not exported.`
}

/** The first of each zone that the service is in; a Gateway Load Balancer endpoint has one. (EP-10) */
function subnetsOf(
  it: Endpoint,
  service: EndpointPlan['service'],
  design: Design,
): readonly ResourceOf<'subnet'>[] {
  const zones = new Map<string, ResourceOf<'subnet'>>()
  for (const id of keysOf(it.subnets).toSorted()) {
    const subnet = design.get(id)
    if (!subnet || subnet.vpcId !== it.vpcId || subnet.cidrBlock === null) continue
    if (service?.kind === 'vpc-endpoint-service' && !isServed(subnet, service, design)) continue
    if (!zones.has(subnet.availabilityZone)) zones.set(subnet.availabilityZone, subnet)
  }
  const found = [...zones].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, subnet]) => subnet)
  return it.vpcEndpointType === 'GatewayLoadBalancer' ? found.slice(0, 1) : found
}

/** Is the service in the zone of this subnet, as far as that can be told? */
function isServed(subnet: ResourceOf<'subnet'>, service: Service, design: Design): boolean {
  const zone = zoneOf(subnet, { design })
  return servicePlan(service, design)
    .balancers.flatMap((it) => plannedNodes(it, design))
    .some((node) => isSameZone(zone, zoneOf(node.subnet, { design })) !== false)
}

/** Does the code have to accept it, for the owner of the service? */
export function isAcceptedByCode({ service, outcome }: EndpointPlan, language: Language): boolean {
  return (
    language === 'terraform' &&
    outcome === 'available' &&
    service?.kind === 'vpc-endpoint-service' &&
    service.acceptanceRequired
  )
}
