import { called } from '../called'
import { knowsConnection } from '../connections'
import { capital } from '../contract'
import { allow, drop, field, type Decision, type Packet } from '../forward'
import { faulty, hostDecider, idle } from '../host'
import type { Target } from '../load-balancer/targets'
import { crossBorder } from '../network-acl/forward'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { admit } from '../security-group/forward'
import { deciderOf } from './decider'
import { outOf } from './inspected'

type Endpoint = ResourceOf<'vpc-endpoint'>
type Workload = ResourceOf<'workload'>

interface Inspected {
  readonly decisions: readonly Decision[]
  /** The packet as it comes out of the endpoint. */
  readonly after: Packet
}

/** The port that GENEVE goes to, whichever way. */
const genevePort = 6081

/**
 * What the appliance behind a Gateway Load Balancer does with a packet. It gets it in GENEVE, past
 * network ACLs and its own security groups, and gives back what it passes. One that keeps state has
 * to see both directions; what is registered by an address of nobody's is not checked. (CL-7)
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/target-groups.html
 */
export function byAppliance(
  it: Endpoint,
  face: NetworkInterface,
  node: NetworkInterface,
  target: Target,
  packet: Packet,
  network: NetworkView,
): Inspected {
  const { direction, header } = packet
  const appliance = target.face && network.component(target.face.ownerId)
  if (!target.face || appliance?.kind !== 'workload') {
    const text = `What the appliance at ${target.ip} does with it is not in the design: that it passes is assumed.`
    const because = { type: 'resource', resourceId: it.id } as const
    const passes = allow(deciderOf(it), 'passes', { text, because }, header)
    const isNew =
      direction === 'reply' &&
      !packet.passed.some((each) => each.device === it.id && each.direction === 'request')
    const details = isNew
      ? (['PATH_THROUGH_GWLB_NOT_CHECKED', 'MIDDLEBOX_ASYMMETRIC'] as const)
      : (['PATH_THROUGH_GWLB_NOT_CHECKED'] as const)
    return { decisions: [{ ...passes, details }], after: outOf(it, face, packet, false) }
  }
  if (target.face.vpcId !== node.vpcId) {
    const text = `${appliance.name} lies in another VPC than its Gateway Load Balancer. Whether GENEVE finds the way there and back is not modelled.`
    const because = { type: 'resource', resourceId: appliance.id } as const
    const unknown = drop(hostDecider(appliance), 'UNSUPPORTED_COMPONENT', { text, because }, header)
    return { decisions: [unknown], after: outOf(it, face, packet, false) }
  }
  const keepsState = appliance.stateful
  const passage = {
    device: appliance.id,
    direction,
    cameBy: target.face,
    wentBy: target.face,
    tracked: null,
  }
  const seen = { ...packet, passed: [...packet.passed, passage] }
  const after = outOf(it, face, seen, keepsState)
  const decisions: Decision[] = [...carried(node, target.face, packet, network)]
  const broken = faulty(appliance, target.face, packet, network) ?? idle(appliance, packet)
  if (broken) decisions.push(broken)
  const refused = refusal(appliance, packet)
  if (refused) decisions.push(refused)
  if (keepsState && direction === 'reply' && !knowsConnection(it.id, packet)) {
    const text = `The reply comes to ${appliance.name} by ${called(it)}. It keeps the state of connections, and the request did not come that way: another appliance may have had it.`
    const because = field(appliance.id, 'stateful')
    decisions.push(drop(hostDecider(appliance), 'MIDDLEBOX_ASYMMETRIC', { text, because }, header))
  }
  if (!decisions.some(({ decision }) => decision === 'drops')) {
    const text = `${capital(appliance.name)} inspects it and gives it back.`
    const because = field(appliance.id, 'forwarding')
    decisions.push(allow(hostDecider(appliance), 'passes', { text, because }, header))
  }
  return { decisions, after }
}

function refusal(it: Workload, { header }: Packet): Decision | null {
  const by = hostDecider(it)
  const because = field(it.id, 'forwarding')
  if (it.forwarding === 'drop') {
    const text = `${it.name} drops what it inspects.`
    return drop(by, 'FIREWALL_RULES_RESTRICTION', { text, because }, header)
  }
  if (it.forwarding === 'none') {
    const text = `${it.name} is registered as an appliance, but does not forward.`
    return drop(by, 'NO_POSSIBLE_DESTINATION', { text, because }, header)
  }
  if (it.forwarding === 'forward') return null
  const text = `${it.name} translates addresses. What a Gateway Load Balancer does with a flow that comes back as another is not modelled.`
  return drop(by, 'UNSUPPORTED_COMPONENT', { text, because }, header)
}

/** From the node to the appliance and back, in GENEVE: to UDP port 6081 both ways. (SG-2, ACL-4) */
function carried(
  node: NetworkInterface,
  appliance: NetworkInterface,
  packet: Packet,
  network: NetworkView,
): readonly Decision[] {
  const tunnel: Packet = {
    ...packet,
    direction: 'request',
    header: {
      source: node.privateIp,
      destination: appliance.privateIp,
      protocol: 'udp',
      sourcePort: 'device',
      destinationPort: genevePort,
      icmp: null,
    },
    sender: node,
    senderKnown: true,
    earlierSenders: [],
  }
  const back: Packet = {
    ...tunnel,
    header: { ...tunnel.header, source: appliance.privateIp, destination: node.privateIp },
    sender: appliance,
  }
  const crosses = appliance.subnetId !== node.subnetId
  const asked = [
    ...(crosses ? crossBorder(node.subnetId, 'egress', tunnel, network) : []),
    ...(crosses ? crossBorder(appliance.subnetId, 'ingress', tunnel, network) : []),
    ...admit(appliance, 'ingress', tunnel, network),
    ...(crosses ? crossBorder(appliance.subnetId, 'egress', back, network) : []),
    ...(crosses ? crossBorder(node.subnetId, 'ingress', back, network) : []),
  ]
  return asked.map((decision) => ({ ...decision, after: packet.header }))
}
