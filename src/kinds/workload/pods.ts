import { familyOf } from '../../net/ip'
import { holds } from '../../net/cidr'
import { isServiceOfAws } from '../aws-services'
import {
  allow,
  drop,
  ends,
  field,
  rewritten,
  type Decider,
  type Packet,
  type Step,
} from '../forward'
import { faulty, idle } from '../host'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { admit } from '../security-group/forward'

type Workload = ResourceOf<'workload'>

const deciderOf = (it: Workload): Decider => ({
  component: it.id,
  term: 'Amazon VPC CNI',
  name: it.name,
  at: it.id,
})

/** The primary interface of a node: the first of those that it is drawn with. */
const primaryOf = (it: Workload, network: NetworkView): NetworkInterface | undefined =>
  network.interfacesOf(it.id).find(({ interfaceId }) => interfaceId === null)

/**
 * What a pod of this node sends out of the VPC leaves by the node's primary interface and with its
 * address. Every address but that one is a pod's. Null where the packet goes as it is. (LB-15, CL-16)
 * @source https://docs.aws.amazon.com/eks/latest/userguide/external-snat.html
 */
export function asNode(
  it: Workload,
  face: NetworkInterface | null,
  packet: Packet,
  network: NetworkView,
): Step | null {
  const { direction, header } = packet
  const node = primaryOf(it, network)
  if (!it.hostsPods || !face || !node || familyOf(header.source) === 'IPv6') return null
  if (header.source === node.privateIp) return null
  if (network.blocksOf(face.vpcId).some((block) => holds(block, header.destination))) return null
  const because = field(it.id, 'hostsPods')
  if (direction === 'reply') {
    if (face.key === node.key) return null
    const text = `The pod ${header.source} of ${it.name} is called from ${header.destination}, outside its VPC, and lies on a further interface of its node: by which one its answer leaves is not modelled.`
    return ends(drop(deciderOf(it), 'UNSUPPORTED_COMPONENT', { text, because }, header), packet)
  }
  const broken = faulty(it, face, packet, network) ?? idle(it, packet)
  if (broken) return ends(broken, packet)
  const out = rewritten(packet, { source: node.privateIp })
  const sent: Packet = {
    ...out,
    sender: node,
    earlierSenders: [...packet.earlierSenders, face],
    bindings: [
      ...packet.bindings,
      { device: it.id, before: header, after: out.header, returnsToSender: false },
    ],
  }
  const starts = `The pod ${header.source} on ${it.name} sends to ${header.destination}.`
  const text = `${header.destination} lies outside the VPC, so the packet leaves with the primary address of the node, ${node.privateIp}.`
  return {
    decisions: [
      allow(
        { ...deciderOf(it), term: 'network interface' },
        'sends',
        { text: starts, because: { type: 'resource', resourceId: it.id } },
        header,
      ),
      allow(deciderOf(it), 'translates', { text, because }, out.header),
      ...(isServiceOfAws(header.destination, face.vpcId, network)
        ? []
        : admit(node, 'egress', sent, network)),
    ],
    packet: sent,
    next: { to: node.subnetId, door: 'leave', face: node },
  }
}

/** The answer to what a pod sent with its node's address; null for everything else. */
export function toOwnPod(
  it: Workload,
  node: NetworkInterface,
  packet: Packet,
  network: NetworkView,
): Step | null {
  const { direction, header } = packet
  if (!it.hostsPods || direction !== 'reply') return null
  const binding = packet.bindings.findLast(
    ({ device, after }) =>
      device === it.id &&
      after.source === header.destination &&
      after.destination === header.source,
  )
  const pod = binding?.before.source
  const face = network
    .interfacesOf(it.id)
    .find(({ addresses }) => addresses.some(({ ip }) => ip === pod))
  if (!pod || !face) return null
  const back = rewritten(packet, { destination: pod })
  const text = `The node knows the connection and hands the reply to ${pod}.`
  const because = field(it.id, 'hostsPods')
  return {
    decisions: [
      ...admit(node, 'ingress', packet, network),
      allow(deciderOf(it), 'translates', { text, because }, back.header),
    ],
    packet: back,
    next: { to: it.id, door: 'arrive', face },
  }
}
