import { holds } from '../../net/cidr'
import { isServiceOfAws } from '../aws-services'
import { called } from '../called'
import {
  allow,
  drop,
  ends,
  field,
  rewritten,
  type Decider,
  type Decision,
  type Forwarding,
  type Packet,
  type Step,
} from '../forward'
import { faulty, hostArrive, hostSend, idle } from '../host'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { admit } from '../security-group/forward'
import { nodeOf } from './nodes'

type Pods = ResourceOf<'eks-pods'>

const deciderOf = (it: Pods): Decider => ({
  component: it.id,
  term: 'Amazon VPC CNI',
  name: it.name,
  at: it.id,
})

/**
 * Pods keep their address inside the VPC. Anywhere else they are seen with the primary address of
 * their node, unless external SNAT is on or the destination is excluded. (LB-15 to LB-17)
 * @source https://docs.aws.amazon.com/eks/latest/userguide/external-snat.html
 */
export const forward: Forwarding<'eks-pods'> = {
  send: (it, { face }, packet, network) => {
    if (!face) return hostSend(it, face, packet, network)
    const broken = brokenNode(it, face, packet, network)
    if (broken) return ends(broken, packet)
    const { header } = packet
    const cluster = network.design.get(it.eksClusterId)
    const services = cluster?.serviceIpv4Cidr
    if (
      packet.direction === 'request' &&
      cluster &&
      services &&
      holds(services, header.destination)
    ) {
      const text = `${header.destination} lies in the service CIDR ${services} of ${called(cluster)}: the packet never leaves the cluster.`
      const because = field(cluster.id, 'serviceIpv4Cidr')
      return ends(drop(deciderOf(it), 'CIDR_OVERLAP', { text, because }, header), packet)
    }
    if (keepsAddress(it, face, packet, network)) return hostSend(it, face, packet, network)
    if (packet.direction === 'reply') return cannotTell(it, packet)
    return asNode(it, face, packet, network)
  },

  arrive: (it, { face }, packet, network) => {
    const broken = face && brokenNode(it, face, packet, network)
    return broken ? ends(broken, packet) : hostArrive(it, face, packet, network)
  },
}

/** Pods run where their node does: on one that is stopped, or that AWS would refuse, nothing runs. */
function brokenNode(
  it: Pods,
  face: NetworkInterface,
  packet: Packet,
  network: NetworkView,
): Decision | null {
  const nodes = network.design.get(it.nodeGroupId)
  const node = nodeOf(it, face, network)
  return (
    faulty(it, face, packet, network) ??
    (nodes ? (faulty(nodes, node ?? null, packet, network) ?? idle(nodes, packet)) : null)
  )
}

function keepsAddress(
  it: Pods,
  face: NetworkInterface,
  { header }: Packet,
  network: NetworkView,
): boolean {
  const cluster = network.design.get(it.eksClusterId)
  return (
    !cluster ||
    cluster.externalSnat ||
    [...network.blocksOf(face.vpcId), ...cluster.excludeSnatCidrs].some((block) =>
      holds(block, header.destination),
    )
  )
}

/** AWS asks for external SNAT where pods are called from outside; without it, it depends on the node. */
function cannotTell(it: Pods, packet: Packet): Step {
  const { header } = packet
  const text = `${it.name} is called from ${header.destination}, outside its VPC, and external SNAT is off: whether its answers get back depends on which interface of the node the pod is on, which is not modelled.`
  const because = field(it.eksClusterId, 'externalSnat')
  return ends(drop(deciderOf(it), 'UNSUPPORTED_COMPONENT', { text, because }, header), packet)
}

/** Sends a packet on with the node's address, from the node's primary interface and past its groups. */
function asNode(it: Pods, face: NetworkInterface, packet: Packet, network: NetworkView): Step {
  const { header } = packet
  const node = nodeOf(it, face, network)
  const because = field(it.eksClusterId, 'externalSnat')
  if (!node) {
    const text = `The node of ${it.name} has no network interface.`
    return ends(drop(deciderOf(it), 'UNSUPPORTED_COMPONENT', { text, because }, header), packet)
  }
  const out = rewritten(packet, { source: node.privateIp })
  const binding = { device: it.id, before: header, after: out.header, returnsToSender: false }
  const sent: Packet = {
    ...out,
    sender: node,
    earlierSenders: [...packet.earlierSenders, face],
    bindings: [...packet.bindings, binding],
  }
  const starts = `${it.name} (${header.source}) sends to ${header.destination}.`
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

/**
 * The answer to what a pod sent with its node's address goes from the node to the pod. Null for
 * everything else that comes to a node.
 */
export function toPod(node: NetworkInterface, packet: Packet, network: NetworkView): Step | null {
  if (packet.direction !== 'reply') return null
  const { header } = packet
  const binding = packet.bindings.findLast(
    ({ device, after }) =>
      network.component(device)?.kind === 'eks-pods' &&
      after.source === header.destination &&
      after.destination === header.source,
  )
  if (!binding) return null
  const pods = network.component(binding.device)
  if (pods?.kind !== 'eks-pods' || pods.nodeGroupId !== node.ownerId) return null
  const face = network.interfacesOf(pods.id).find((it) => it.privateIp === binding.before.source)
  if (!face) return null
  const back = rewritten(packet, { destination: binding.before.source })
  const text = `The node knows the connection and hands the reply to ${binding.before.source}.`
  const because = { type: 'resource', resourceId: pods.id } as const
  return {
    decisions: [
      ...admit(node, 'ingress', packet, network),
      allow(deciderOf(pods), 'translates', { text, because }, back.header),
    ],
    packet: back,
    next: { to: pods.id, door: 'arrive', face },
  }
}
