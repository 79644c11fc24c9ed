import { isResolver, listensAt } from '../aws-services'
import { called } from '../called'
import { capital } from '../contract'
import { allow, drop, ends, faceAt, field, type Decider, type Packet, type Step } from '../forward'
import type { NetworkInterface, NetworkView } from '../network'
import { isSameProtocol } from '../protocols'
import type { ResourceOf } from '../resource'

type Subnet = ResourceOf<'subnet'>

const deciderOf = (subnet: Subnet): Decider => ({
  component: subnet.id,
  term: 'subnet',
  name: subnet.name,
  at: subnet.id,
})

/** Only instances have metadata and the time of their host; the Resolver answers every interface. */
const instances: readonly string[] = ['ec2-instance', 'appliance', 'eks-node-group']

/**
 * A packet for a service that AWS itself runs in every VPC: no security group, network ACL or route
 * table is asked. (SG-10, ACL-10, RT-12, VPC-20)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
export function toServiceOfAws(
  subnet: Subnet,
  from: NetworkInterface,
  packet: Packet,
  network: NetworkView,
): Step {
  const { header, sender } = packet
  const because = field(subnet.vpcId, 'enableDnsSupport')
  const owner = network.component(from.ownerId)
  const service = listensAt(header.destination, subnet.vpcId, network)
  const isKnown =
    service !== null &&
    service.protocols.some((name) => isSameProtocol(name, header.protocol)) &&
    header.destinationPort === service.port &&
    (isResolver(service) ||
      (owner?.kind === 'workload' && instances.includes(owner.workloadType))) &&
    // what somebody else forwards, or sends for others, is not documented
    sender?.key === from.key &&
    packet.bindings.length === 0
  const by = deciderOf(subnet)
  if (!isKnown) {
    const what = service ? service.name : 'a service of AWS in every VPC'
    const text = `${header.destination} is ${what}: what it does with this packet is not modelled.`
    return ends(drop(by, 'UNSUPPORTED_COMPONENT', { text, because }, header), packet)
  }
  const vpc = network.design.get(subnet.vpcId)
  if (vpc && isResolver(service) && !vpc.enableDnsSupport) {
    const text = `${capital(called(vpc))} has DNS support switched off: the Resolver does not answer at ${header.destination}.`
    return ends(drop(by, 'NO_POSSIBLE_DESTINATION', { text, because }, header), packet)
  }
  return { decisions: [], packet, next: { to: subnet.id, door: 'arrive', face: null } }
}

/** AWS answers for its own service. (WALK-10) */
export function atServiceOfAws(subnet: Subnet, packet: Packet, network: NetworkView): Step {
  const { header } = packet
  const service = listensAt(header.destination, subnet.vpcId, network)
  const text = `It reaches ${service?.name ?? 'AWS'} at ${header.destination}, past security groups, network ACLs and route tables.`
  const because = field(subnet.vpcId, 'enableDnsSupport')
  return {
    decisions: [allow(deciderOf(subnet), 'delivers', { text, because }, header)],
    packet,
    next: null,
  }
}

/** The answer goes straight back to whoever asked. */
export function fromServiceOfAws(subnet: Subnet, packet: Packet, network: NetworkView): Step {
  const { header } = packet
  const text = `${header.source} answers ${header.destination}.`
  const because = field(subnet.vpcId, 'enableDnsSupport')
  const face = faceAt(network, packet, subnet.vpcId, header.destination)
  return {
    decisions: [allow(deciderOf(subnet), 'sends', { text, because }, header)],
    packet,
    next: face ? { to: subnet.id, door: 'enter', face, from: subnet.id } : null,
  }
}
