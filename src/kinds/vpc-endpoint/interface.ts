import { called } from '../called'
import { capital } from '../contract'
import {
  allow,
  drop,
  ends,
  field,
  rewritten,
  type Binding,
  type Decision,
  type Fork,
  type Packet,
  type Step,
} from '../forward'
import { faulty } from '../host'
import { earlierLeg, fresh, knownOf, missedBy } from '../load-balancer/legs'
import type { NetworkInterface, NetworkView } from '../network'
import { isSameProtocol } from '../protocols'
import { received } from '../received'
import type { ResourceOf } from '../resource'
import { admit } from '../security-group/forward'
import { strayed } from '../strayed'
import { deciderOf, unavailable, unsupported } from './decider'
import { nodesFor, refusedBy, type Refusal } from './service'

type Endpoint = ResourceOf<'vpc-endpoint'>
type Service = ResourceOf<'vpc-endpoint-service'>

const resource = ({ id }: Endpoint) => ({ type: 'resource', resourceId: id }) as const

/**
 * A packet at a network interface of an interface endpoint: a request goes past its security groups
 * to the service, an answer of the service back to the client. (EP-6 to EP-11, WALK-12)
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html
 */
export function atInterface(
  it: Endpoint,
  face: NetworkInterface,
  packet: Packet,
  network: NetworkView,
): Step {
  if (packet.direction === 'reply') return answered(it, face, packet, network)
  const by = deciderOf(it)
  const { header } = packet
  const stray = strayed(by, face, packet, network)
  if (stray) return ends(stray, packet)
  const wrong = faulty(it, face, packet, network)
  if (wrong) return ends(wrong, packet)
  const decisions: Decision[] = [...admit(face, 'ingress', packet, network)]
  const broken = unavailable(it, packet)
  if (broken) decisions.push(broken)
  if (!['tcp', 'udp'].some((name) => isSameProtocol(name, header.protocol))) {
    const text = `${capital(called(it))} carries TCP and UDP, nothing else.`
    decisions.push(drop(by, 'PROTOCOL_RESTRICTION', { text, because: resource(it) }, header))
  }
  const service = it.serviceId ? network.design.get(it.serviceId) : undefined
  const step: Step =
    !service || service.kind === 'network-firewall'
      ? ends(unsupported(it, `${called(it)} names no service.`, 'serviceId', packet), packet)
      : service.kind === 'aws-service'
        ? toAws(it, service, packet, network)
        : service.kind === 'vpc-endpoint-service'
          ? toBalancer(it, service, face, packet, network)
          : ends(
              unsupported(
                it,
                `AWS would refuse ${called(it)}: ${called(service)} is nothing that an interface endpoint leads to.`,
                'serviceId',
                packet,
              ),
              packet,
            )
  return { ...step, decisions: [...decisions, ...step.decisions] }
}

/** AWS answers for its own service; what is behind the endpoint is its business. (WALK-10) */
function toAws(
  it: Endpoint,
  service: ResourceOf<'aws-service'>,
  packet: Packet,
  { design }: NetworkView,
): Step {
  const { header } = packet
  if (service.region !== design.get(it.vpcId)?.region) {
    const text = `${called(it)} leads to ${service.name} of ${service.region}: access across Regions is not modelled.`
    return ends(unsupported(it, text, 'serviceId', packet), packet)
  }
  const text = `${capital(called(it))} hands it to ${service.name} over AWS PrivateLink.`
  const by = { component: service.id, term: 'AWS service', name: service.name, at: service.id }
  const reaches = `It reaches ${service.name} by ${called(it)} (${header.destination}).`
  return {
    decisions: [
      allow(deciderOf(it), 'passes', { text, because: resource(it) }, header),
      allow(by, 'delivers', { text: reaches, because: field(it.id, 'serviceId') }, header),
    ],
    packet,
    next: null,
  }
}

const refuses = (it: Endpoint, { code, text, of, field: name }: Refusal, packet: Packet): Step =>
  ends(drop(deciderOf(it), code, { text, because: field(of.id, name) }, packet.header), packet)

/** To the nodes of the service's load balancers, which know the client by its private address. */
function toBalancer(
  it: Endpoint,
  service: Service,
  face: NetworkInterface,
  packet: Packet,
  network: NetworkView,
): Step {
  const refusal = refusedBy(it, service, network)
  if (refusal) return refuses(it, refusal, packet)
  const nodes = nodesFor(it, face, service, network)
  if ('code' in nodes) return refuses(it, nodes, packet)
  const { header } = packet
  const forks = nodes.map(({ node, guess }): Fork => {
    const sent = rewritten(packet, { destination: node.privateIp })
    const binding: Binding = {
      device: it.id,
      before: header,
      after: sent.header,
      returnsToSender: false,
      earlier: knownOf(packet),
    }
    const text = `${capital(called(it))} hands it to ${network.component(node.ownerId)?.name} (${node.privateIp}) of ${called(service)} over AWS PrivateLink.`
    const via = `${capital(called(service))} takes it for its load balancer.`
    const byService = {
      component: service.id,
      term: 'endpoint service',
      name: service.name,
      at: service.id,
    }
    return {
      label: `to ${node.privateIp}`,
      ...(guess && { guess }),
      decisions: [
        allow(deciderOf(it), 'translates', { text, because: resource(it) }, sent.header),
        allow(
          byService,
          'passes',
          { text: via, because: field(service.id, 'loadBalancerIds') },
          sent.header,
        ),
      ],
      packet: {
        ...sent,
        ...fresh,
        senderKnown: false,
        enteredBy: null,
        bindings: [...packet.bindings, binding],
        goal: { face: node, place: null, anyone: false, address: node.privateIp, expects: null },
      },
      next: { to: node.ownerId, door: 'arrive', face: node },
    }
  })
  return { decisions: [], packet, next: null, forks }
}

/** What the service answers goes back to the client from the address that the client asked. */
function answered(
  it: Endpoint,
  face: NetworkInterface,
  packet: Packet,
  network: NetworkView,
): Step {
  const { header } = packet
  const binding = packet.bindings.findLast(
    ({ device, after }) =>
      device === it.id &&
      after.source === header.destination &&
      after.destination === header.source,
  )
  if (!binding) {
    const stray = strayed(deciderOf(it), face, packet, network)
    return stray ? ends(stray, packet) : received(deciderOf(it), packet)
  }
  const { before } = binding
  const back: Packet = {
    ...rewritten(earlierLeg(packet, binding), {
      source: before.destination,
      sourcePort: before.destinationPort,
      destination: before.source,
      destinationPort: before.sourcePort,
    }),
    bindings: packet.bindings.filter((each) => each !== binding),
    sender: face,
    enteredBy: null,
  }
  const text = `${capital(called(it))} answers ${before.source} from ${before.destination}.`
  return {
    decisions: [
      ...missedBy(packet, network),
      allow(deciderOf(it), 'translates', { text, because: resource(it) }, back.header),
      ...admit(face, 'egress', back, network),
    ],
    packet: back,
    next: { to: face.subnetId, door: 'leave', face },
  }
}
