import { called } from '../called'
import { capital } from '../contract'
import { allow, drop, ends, type Forwarding, type Packet } from '../forward'
import type { ResourceOf } from '../resource'
import { admit } from '../security-group/forward'
import { deciderOf, unsupported } from './decider'
import { throughGateway } from './gateway'
import { throughInspection } from './inspection'
import { atInterface } from './interface'

const resource = ({ id }: ResourceOf<'vpc-endpoint'>) =>
  ({ type: 'resource', resourceId: id }) as const

const notThisWay = (it: ResourceOf<'vpc-endpoint'>, packet: Packet) =>
  ends(
    unsupported(
      it,
      `${called(it)} does not take packets this way in the model.`,
      'vpcEndpointType',
      packet,
    ),
    packet,
  )

/**
 * A VPC endpoint leads to a service: a gateway endpoint as the target of routes that AWS adds, an
 * interface endpoint by its network interfaces. Nobody behind it opens a connection through it.
 * (EP-1, EP-6, EP-7)
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html
 */
export const forward: Forwarding<'vpc-endpoint'> = {
  through: (it, arrival, packet, network) =>
    it.vpcEndpointType === 'Gateway'
      ? throughGateway(it, arrival, packet, network)
      : it.vpcEndpointType === 'GatewayLoadBalancer'
        ? throughInspection(it, arrival, packet, network)
        : notThisWay(it, packet),

  arrive: (it, { face }, packet, network) =>
    it.vpcEndpointType === 'Interface' && face
      ? atInterface(it, face, packet, network)
      : notThisWay(it, packet),

  send: (it, { face }, packet, network) => {
    const { direction, header } = packet
    if (!face || it.vpcEndpointType !== 'Interface') return notThisWay(it, packet)
    const by = deciderOf(it)
    if (direction === 'request') {
      const text = `Nobody opens a connection out of ${called(it)}: it answers what its VPC asks, and the service behind it cannot call.`
      return ends(
        drop(by, 'VPCE_INTRA_VPC_TRAFFIC', { text, because: resource(it) }, header),
        packet,
      )
    }
    const text = `${capital(called(it))} (${header.source}) answers ${header.destination}.`
    return {
      decisions: [
        allow(by, 'sends', { text, because: resource(it) }, header),
        ...admit(face, 'egress', packet, network),
      ],
      packet,
      next: { to: face.subnetId, door: 'leave', face },
    }
  },
}
