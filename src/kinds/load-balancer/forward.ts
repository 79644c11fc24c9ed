import { crossBorder } from '../network-acl/forward'
import {
  allow,
  drop,
  ends,
  field,
  missing,
  rewritten,
  type Binding,
  type Decision,
  type Fork,
  type Forwarding,
  type Packet,
  type Step,
  type Visit,
} from '../forward'
import { faulty } from '../host'
import type { NetworkInterface, NetworkView } from '../network'
import { received } from '../received'
import type { ResourceOf } from '../resource'
import { admit } from '../security-group/forward'
import { strayed } from '../strayed'
import { overPrivateLink } from '../vpc-endpoint/private-link'
import { waysTo } from './connect'
import { deciderOf, listenerOf } from './deciding'
import { earlierLeg, missedBy } from './legs'
import { groupIdsOf, listenerFor } from './listening'
import { host, isForTarget, sends, unplaced } from './sends'

type LoadBalancer = ResourceOf<'load-balancer'>

/**
 * A node of a load balancer takes what a listener listens for and sends it on to a target: by a
 * connection of its own, or, with the client's address preserved, as the client's packet. What a
 * target answers comes back to the node, which answers the client. (WALK-11, LB-3 to LB-8, CL-4)
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
 */
export const forward: Forwarding<'load-balancer'> = {
  send: (it, { face }, packet, network) => {
    if (packet.direction === 'reply') return sends(it, face, packet, network)
    const from = rewritten(packet, {
      sourcePort: packet.header.sourcePort === null ? null : 'device',
    })
    return isForTarget(it, from, network)
      ? sends(it, face, from, network)
      : ends(
          drop(
            deciderOf(it),
            'UNSUPPORTED_COMPONENT',
            {
              text: `${it.name} opens connections to its targets only, on the ports of traffic and health checks.`,
              because: field(it.id, 'listeners'),
            },
            from.header,
          ),
          from,
        )
  },

  arrive: (it, { face }, packet, network) => {
    if (!face) return ends(unplaced(it, packet, network), packet)
    if (packet.direction === 'reply') return answered(it, face, packet, network)
    const stray = strayed(deciderOf(it), face, packet, network)
    if (stray) return ends(stray, packet)
    const broken = faulty(host(it), face, packet, network)
    return broken ? ends(broken, packet) : asked(it, face, packet, network)
  },

  // an answer to a preserved client, which comes back whatever the target's table says (WALK-11)
  through: (it, { from }, packet, network) => {
    const { header } = packet
    const binding = packet.bindings.findLast(
      ({ device, after }) =>
        device === it.id &&
        after.source === header.destination &&
        after.destination === header.source,
    )
    const node = binding && nodeAt(it, binding, network)
    if (packet.direction === 'request' || !binding || !node)
      return ends(unplaced(it, packet, network), packet)
    const way = packet.returns.findLastIndex(
      ({ over, address }) => over === it.id && address === header.destination,
    )
    const rest: Packet = { ...packet, returns: packet.returns.filter((_, index) => index !== way) }
    const entering =
      from === node.subnetId ? [] : crossBorder(node.subnetId, 'ingress', rest, network)
    return undone(it, node, binding, rest, network, entering)
  },
}

const nodeAt = (it: LoadBalancer, { before }: Binding, network: NetworkView) =>
  network
    .interfacesOf(it.id)
    .find(({ addresses }) => addresses.some(({ ip }) => ip === before.destination))

/** A request at a node: past its groups to a listener, and on to every target. (CL-12) */
function asked(
  it: LoadBalancer,
  node: NetworkInterface,
  packet: Packet,
  network: NetworkView,
): Step {
  const { header } = packet
  const by = deciderOf(it)
  // inbound rules may be switched off for what comes over AWS PrivateLink (EP-11)
  const isFiltered =
    it.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic || !overPrivateLink(packet)
  const decisions: Decision[] = isFiltered ? [...admit(node, 'ingress', packet, network)] : []
  if (it.state === 'provisioning' || it.state === 'failed') {
    const text = `${it.name} is ${it.state}, not active.`
    decisions.push(drop(by, 'BAD_STATE', { text, because: field(it.id, 'state') }, header))
  }
  const found = listenerFor(it, header)
  if (!found) {
    const because = missing(it.id, 'listeners')
    const text = `${it.name} has no listener for ${wanted(packet)}.`
    return {
      decisions: [...decisions, drop(by, 'ELBV2_LISTENERS_MISMATCH', { text, because }, header)],
      packet,
      next: null,
    }
  }
  const { port, listener } = found
  const because = listenerOf(it, port)
  const others = Object.keys(listener.rules).length
  const details = others > 0 ? { details: ['OTHER_LISTENER_RULES'] as const } : {}
  const action = listener.defaultAction
  const what = `The listener ${listener.protocol}:${port} of ${it.name}`
  if (action.type !== 'forward') {
    const how = action.type === 'redirect' ? 'answers with a redirect' : 'answers by itself'
    const text = `${what} ${how}; nothing goes on to a target.`
    const answers = { ...allow(by, 'delivers', { text, because }, header), ...details }
    return { decisions: [...decisions, answers], packet, next: null }
  }
  const groups = groupIdsOf(action).flatMap((id) => network.design.get(id) ?? [])
  if (groups.length === 0) {
    const text = `${what} forwards to no target group.`
    const decision = drop(by, 'ELBV2_LISTENER_HAS_NO_TG', { text, because }, header)
    return { decisions: [...decisions, decision], packet, next: null }
  }
  const names = groups.map(({ name }) => name).join(', ')
  const text = `${what} forwards to ${names}.`
  const forwards = { ...allow(by, 'passes', { text, because }, header), ...details }
  const forks: readonly Fork[] = groups.flatMap((group) =>
    waysTo(group, { it, node, port, listener }, packet, network),
  )
  return { decisions: [...decisions, forwards], packet, next: null, forks }
}

function wanted({ header: { protocol, destinationPort } }: Packet): string {
  const name = typeof protocol === 'number' ? `protocol ${protocol}` : protocol
  return typeof destinationPort === 'number'
    ? `${name}/${destinationPort}`
    : `every port of ${name}`
}

/** A reply at a node: of a target to the node's own connection, or to a health check. */
function answered(
  it: LoadBalancer,
  node: NetworkInterface,
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
  if (binding) return undone(it, node, binding, packet, network, [])
  const stray = strayed(deciderOf(it), node, packet, network)
  if (stray) return ends(stray, packet)
  const step = received(deciderOf(it), packet)
  return { ...step, decisions: [...admit(node, 'ingress', packet, network), ...step.decisions] }
}

/** Answers the client from the address that the client asked. */
function undone(
  it: LoadBalancer,
  node: NetworkInterface,
  binding: Binding,
  packet: Packet,
  network: NetworkView,
  entering: readonly Decision[],
): Step {
  const { before } = binding
  const back: Packet = {
    ...rewritten(earlierLeg(packet, binding), {
      source: before.destination,
      sourcePort: before.destinationPort,
      destination: before.source,
      destinationPort: before.sourcePort,
    }),
    sender: node,
    enteredBy: null,
  }
  const text = `${it.name} answers ${before.source} from ${before.destination}.`
  const because = { type: 'resource', resourceId: it.id } as const
  return {
    decisions: [
      ...entering,
      ...admit(node, 'ingress', packet, network),
      ...missedBy(packet, network),
      allow(deciderOf(it), 'translates', { text, because }, back.header),
      ...admit(node, 'egress', back, network),
    ],
    packet: back,
    next: backOverPrivateLink(back, network) ?? {
      to: node.subnetId,
      door: 'leave',
      face: node,
    },
  }
}

/** To the endpoint that a client used, whatever the tables of the service's VPC say. (EP-9) */
function backOverPrivateLink(back: Packet, network: NetworkView): Visit | null {
  const link = overPrivateLink(back)
  const face =
    link &&
    network
      .interfacesOf(link.device)
      .find(({ addresses }) => addresses.some(({ ip }) => ip === link.before.destination))
  return face ? { to: link.device, door: 'arrive', face } : null
}
