import type { EmitContext, Language } from '../emit'
import type { ResourceOf } from '../resource'
import { keysOf } from '../without'
import type { EndpointPlan } from './plan'
import { refusedTable } from './tables'

type Endpoint = ResourceOf<'vpc-endpoint'>

/** Says what of an endpoint the code does not make as drawn. */
export function reportEndpoint(
  it: Endpoint,
  plan: EndpointPlan,
  context: EmitContext,
  language: Language,
): void {
  const { design, gap } = context
  const { service, subnets, outcome, because } = plan
  if (because) {
    gap(
      `The endpoint ${it.name} is left out, with the routes to it. ${because}`,
      'Mend it in the design.',
    )
    return
  }
  if (outcome === 'awaited') reportAwaited(it, plan, gap)
  else if (it.state !== 'available')
    gap(
      `The endpoint ${it.name} is ${it.state} in the design; the code makes one that becomes available.`,
      'Nothing to do, unless the design is to show a fault.',
    )
  for (const id of keysOf(it.subnets)) {
    const subnet = design.get(id)
    if (subnet && !subnets.includes(subnet))
      gap(
        `The subnet ${subnet.name} is left out of ${it.name}: ${
          it.vpcEndpointType === 'Interface'
            ? 'an endpoint takes one subnet with IPv4 addresses of its VPC in each Availability Zone where the service is'
            : 'a Gateway Load Balancer endpoint has one subnet with IPv4 addresses of its VPC, in a zone where the service is'
        }.`,
        'Remove it from the endpoint.',
      )
  }
  for (const { id, name } of subnets) {
    const address = it.subnets[id]?.privateIp
    if (address && !(language === 'terraform' && it.vpcEndpointType === 'Interface'))
      gap(
        `The address ${address} of ${it.name} in ${name} is not exported: ${
          it.vpcEndpointType === 'Interface'
            ? 'CloudFormation has no property for it, so that AWS chooses one'
            : 'AWS chooses that of a Gateway Load Balancer endpoint'
        }.`,
        it.vpcEndpointType === 'Interface'
          ? `Let rules and routes name the subnet, or make the endpoint by aws ec2 create-vpc-endpoint --subnet-configurations SubnetId=<id>,Ipv4=${address}`
          : 'Let rules name the subnet, not the address.',
      )
  }
  for (const id of it.routeTableIds) {
    const table = design.get(id)
    const refusal = table && refusedTable(it, table, design)
    if (refusal)
      gap(
        `The route table ${table.name} is left out of ${it.name}: ${refusal}.`,
        'Remove it from the endpoint.',
      )
  }
  for (const id of it.securityGroupIds) {
    const group = design.get(id)
    if (group && (it.vpcEndpointType !== 'Interface' || group.vpcId !== it.vpcId))
      gap(
        `${it.name} cannot carry ${group.name}: ${it.vpcEndpointType === 'Interface' ? 'it belongs to another VPC' : 'only interface endpoints have security groups'}.`,
        'Take the security group from the endpoint.',
      )
  }
  if (service?.kind === 'network-firewall')
    gap(
      `The name and tags of ${it.name} are not exported: AWS makes the endpoints of ${service.name} itself.`,
      'To name it, run aws ec2 create-tags on the endpoint that the firewall made.',
    )
  reportDns(it, plan, gap)
}

function reportAwaited(it: Endpoint, { service, vpc }: EndpointPlan, gap: EmitContext['gap']) {
  const drawn = it.state === 'pendingAcceptance'
  gap(
    drawn
      ? `The endpoint ${it.name} is requested and not accepted, as in the design; routes to it are left out.`
      : `The endpoint ${it.name} is requested and not accepted: CloudFormation has no resource that accepts it. Routes to it are left out.`,
    `${drawn ? 'Accept it in the design and export again, or,' : 'Then,'} with credentials of the owner of ${service?.name}, run: aws ec2 accept-vpc-endpoint-connections --region ${vpc.region} --service-id <id> --vpc-endpoint-ids <id>`,
  )
}

/** Do the names of the service mean the endpoint, as far as AWS allows that? (EP-13) */
export function hasPrivateDns(it: Endpoint, { service, vpc }: EndpointPlan): boolean {
  return (
    it.privateDnsEnabled &&
    it.vpcEndpointType === 'Interface' &&
    service?.kind === 'aws-service' &&
    vpc.enableDnsSupport &&
    vpc.enableDnsHostnames
  )
}

function reportDns(it: Endpoint, plan: EndpointPlan, gap: EmitContext['gap']): void {
  if (!it.privateDnsEnabled || hasPrivateDns(it, plan)) return
  const { service, vpc } = plan
  const because =
    it.vpcEndpointType !== 'Interface'
      ? 'only interface endpoints have them'
      : service?.kind === 'vpc-endpoint-service'
        ? `the design gives ${service.name} no private DNS name`
        : `${vpc.name} lacks DNS resolution or DNS hostnames`
  gap(
    `The private DNS names of ${it.name} are not exported: ${because}.`,
    service?.kind === 'vpc-endpoint-service'
      ? 'Give the endpoint service a private DNS name, have its domain verified, and switch it on at the endpoint.'
      : 'Switch on both DNS attributes of the VPC, or take private DNS from the endpoint.',
  )
}
