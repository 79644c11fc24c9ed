import { called } from '../called'
import { capital } from '../contract'
import { allow, ends, field, type Doors, type Packet, type Step } from '../forward'
import { crossBorder } from '../network-acl/forward'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { deciderOf, unavailable, unsupported } from './decider'
import { throughFirewall } from './firewall'
import { throughBalancer } from './gateway-balancer'
import { outOf } from './inspected'

type Endpoint = ResourceOf<'vpc-endpoint'>

/**
 * What a route leads to an endpoint in a subnet is inspected behind it and comes out of the same
 * endpoint, to go on by the table of that subnet. Its network ACL is asked on the way in, within the
 * subnet too. (EP-12, RT-20, ACL-11, WALK-6)
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html
 */
export function throughInspection(
  it: Endpoint,
  _: Doors['through'],
  packet: Packet,
  network: NetworkView,
): Step {
  const [face, ...others] = network.interfacesOf(it.id)
  const fault = face?.fault ?? network.faultsOf(it.id)[0]
  const cannot = !face
    ? `AWS would refuse ${called(it)}: ${fault ?? 'it lies in no subnet'}.`
    : fault
      ? `AWS would refuse ${called(it)}: ${fault}.`
      : others.length > 0
        ? `${called(it)} lies in ${others.length + 1} subnets: AWS gives such an endpoint one.`
        : null
  if (!face || cannot) return ends(unsupported(it, cannot ?? '', 'subnets', packet), packet)
  const entering = crossBorder(face.subnetId, 'ingress', packet, network)
  const broken = unavailable(it, packet)
  const inspected = inspect(it, face, packet, network)
  return {
    ...inspected,
    decisions: [...entering, ...(broken ? [broken] : []), ...inspected.decisions],
  }
}

function inspect(it: Endpoint, face: NetworkInterface, packet: Packet, network: NetworkView): Step {
  const service = it.serviceId ? network.design.get(it.serviceId) : undefined
  if (service?.kind === 'network-firewall') return throughFirewall(it, service, face, packet)
  if (service?.kind === 'vpc-endpoint-service') {
    const text = `${capital(called(it))} hands it to ${called(service)}.`
    const because = field(it.id, 'serviceId')
    const taken = allow(deciderOf(it), 'passes', { text, because }, packet.header)
    const step = throughBalancer(it, service, face, packet, network)
    // a fault of the endpoint itself says more than that it takes the packet
    const isFaulty = step.decisions[0]?.component === it.id
    return isFaulty ? step : { ...step, decisions: [taken, ...step.decisions] }
  }
  // what is there and leads to a service of an account that nobody asked inspects by it (WALK-6)
  if (!service && it.awsId) {
    const text = `${capital(called(it))} hands it to a service that is not described: that it passes is assumed.`
    const because = field(it.id, 'serviceId')
    const passes = allow(deciderOf(it), 'passes', { text, because }, packet.header)
    return {
      decisions: [{ ...passes, details: ['PATH_THROUGH_GWLB_NOT_CHECKED'] }],
      packet: outOf(it, face, packet, false),
      next: { to: face.subnetId, door: 'leave', face },
    }
  }
  const text = `${called(it)} leads to no service that inspects traffic.`
  return ends(unsupported(it, text, 'serviceId', packet), packet)
}
