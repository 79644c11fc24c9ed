import { called } from '../called'
import { capital } from '../contract'
import {
  allow,
  drop,
  ends,
  field,
  missing,
  rewritten,
  type Binding,
  type Decider,
  type Fork,
  type Forwarding,
  type Packet,
} from '../forward'
import { earlierLeg, fresh, knownOf } from '../load-balancer/legs'
import type { NetworkView } from '../network'
import { isSameProtocol } from '../protocols'
import type { ResourceOf } from '../resource'
import { latticeAddress } from '../service-network-vpc-association/routes'

type Network = ResourceOf<'service-network'>
type Service = Network['services'][string]

const deciderOf = (it: Network): Decider => ({
  component: it.id,
  term: 'service network',
  name: it.name,
  at: it.id,
})

/**
 * A service network hands a request to the target of the service, from an address of its own, and
 * brings the answer back: a service edge, with no route between the two VPCs. (EP-14)
 * @source https://docs.aws.amazon.com/vpc-lattice/latest/ug/what-is-vpc-lattice.html
 */
export const forward: Forwarding<'service-network'> = {
  arrive: (it, _, packet, network) => {
    const { header } = packet
    const by = deciderOf(it)
    const services = Object.entries(it.services).filter(
      ([, { port }]) => port === header.destinationPort && isSameProtocol('tcp', header.protocol),
    )
    if (services.length === 0) {
      const text = `No service of ${called(it)} listens for that.`
      const because = missing(it.id, 'services')
      return ends(drop(by, 'ELBV2_LISTENERS_MISMATCH', { text, because }, header), packet)
    }
    const forks = services.flatMap(([, service]) => waysTo(it, service, packet, network))
    return { decisions: [], packet, next: null, forks }
  },

  // the answer of a target
  through: (it, _, packet) => {
    const { header, bindings } = packet
    const by = deciderOf(it)
    const because = { type: 'resource', resourceId: it.id } as const
    const binding = bindings.findLast(
      ({ device, after }) =>
        device === it.id &&
        after.source === header.destination &&
        after.destination === header.source,
    )
    const client = packet.goal.face
    if (!binding || !client) {
      const text = `${capital(called(it))} did not see the request that this answers.`
      return ends(drop(by, 'RETURN_PATH_ASYMMETRIC', { text, because }, header), packet)
    }
    const { before } = binding
    const back: Packet = {
      ...rewritten(earlierLeg(packet, binding), {
        source: before.destination,
        sourcePort: before.destinationPort,
        destination: before.source,
        destinationPort: before.sourcePort,
      }),
      bindings: bindings.filter((each) => each !== binding),
      returns: packet.returns.filter(({ over }) => over !== it.id),
    }
    const text = `${capital(called(it))} brings the answer back to ${before.source}.`
    return {
      decisions: [allow(by, 'translates', { text, because }, back.header)],
      packet: back,
      next: { to: client.vpcId, door: 'local', from: null },
    }
  },
}

/** To every interface of the target of a service. */
function waysTo(
  it: Network,
  service: Service,
  packet: Packet,
  network: NetworkView,
): readonly Fork[] {
  const by = deciderOf(it)
  const { header } = packet
  const label = `to ${service.serviceName}`
  const stop = (
    code: 'UNSUPPORTED_COMPONENT' | 'ELBV2_LISTENER_HAS_NO_TG',
    text: string,
  ): Fork => ({
    label,
    decisions: [drop(by, code, { text, because: field(it.id, 'services') }, header)],
    packet,
    next: null,
  })
  if (it.authType === 'AWS_IAM' || service.authType === 'AWS_IAM')
    return [
      stop(
        'UNSUPPORTED_COMPONENT',
        `${service.serviceName} asks who calls by an auth policy, which is not modelled.`,
      ),
    ]
  const target = service.targetId ? network.component(service.targetId) : undefined
  if (target?.kind === 'workload' && target.workloadType === 'lambda-function')
    return [
      stop(
        'UNSUPPORTED_COMPONENT',
        `${service.serviceName} invokes ${target.name} by the Lambda API, not over its network interfaces: that is not modelled.`,
      ),
    ]
  const faces = target ? network.interfacesOf(target.id) : []
  const afar = faces.find((face) => network.design.get(face.vpcId)?.region !== it.region)
  if (afar)
    return [
      stop(
        'UNSUPPORTED_COMPONENT',
        `AWS would refuse ${service.serviceName}: its target lies in another Region than ${called(it)}.`,
      ),
    ]
  if (faces.length === 0)
    return [stop('ELBV2_LISTENER_HAS_NO_TG', `${service.serviceName} has no target that answers.`)]
  return faces.map((face): Fork => {
    const sent = rewritten(packet, {
      source: latticeAddress,
      sourcePort: 'device',
      destination: face.privateIp,
      destinationPort: service.targetPort,
    })
    const binding: Binding = {
      device: it.id,
      before: header,
      after: sent.header,
      returnsToSender: false,
      earlier: knownOf(packet),
    }
    const text = `${capital(called(it))} hands it to ${network.component(face.ownerId)?.name} (${face.privateIp}:${service.targetPort}), the target of ${service.serviceName}, from an address of VPC Lattice.`
    const because = field(it.id, 'services')
    return {
      label: `${label} (${face.privateIp})`,
      decisions: [allow(by, 'translates', { text, because }, sent.header)],
      packet: {
        ...sent,
        ...fresh,
        senderKnown: false,
        enteredBy: null,
        bindings: [...packet.bindings, binding],
        returns: [...packet.returns, { vpcId: face.vpcId, over: it.id, address: latticeAddress }],
        goal: { face, place: null, anyone: false, address: face.privateIp, expects: null },
      },
      next: { to: face.subnetId, door: 'enter', face, from: null },
    }
  })
}
