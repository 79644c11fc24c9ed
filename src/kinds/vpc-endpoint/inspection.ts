import { called } from '../called'
import { ends, type Doors, type Packet, type Step } from '../forward'
import { crossBorder } from '../network-acl/forward'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { unavailable, unsupported } from './decider'
import { throughFirewall } from './firewall'
import { throughBalancer } from './gateway-balancer'

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
  if (service?.kind === 'vpc-endpoint-service')
    return throughBalancer(it, service, face, packet, network)
  const text = `${called(it)} leads to no service that inspects traffic.`
  return ends(unsupported(it, text, 'serviceId', packet), packet)
}
