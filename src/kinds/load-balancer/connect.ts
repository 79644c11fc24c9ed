import { familyOf } from '../../net/ip'
import {
  allow,
  drop,
  rewritten,
  type Binding,
  type Decision,
  type Fork,
  type Packet,
} from '../forward'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { admit } from '../security-group/forward'
import { chooseFor, possibly } from './choice'
import { deciderOf, listenerOf, targetsOf } from './deciding'
import { fresh, knownOf } from './legs'
import type { Listener } from './links'
import { refusal } from './listening'
import { cannotPreserve, preservesClient } from './preserve'
import { registeredIn, type Target } from './targets'

type LoadBalancer = ResourceOf<'load-balancer'>
type TargetGroup = ResourceOf<'target-group'>

/** The node that a packet came to, and the listener that took it. */
export interface Taken {
  readonly it: LoadBalancer
  readonly node: NetworkInterface
  readonly port: number
  readonly listener: Listener
}

/** Every way that a request may take to a target of this group, whatever is not known of it. */
export function waysTo(
  group: TargetGroup,
  taken: Taken,
  packet: Packet,
  network: NetworkView,
): readonly Fork[] {
  const worlds = possibly(taken.it, group).map((supposed) => ({
    guess: supposed.guess,
    ways: waysInto(supposed.group, taken, packet, network),
  }))
  const [first] = worlds
  const isSame = new Set(worlds.map(({ ways }) => wordsOf(ways))).size === 1
  if (first && isSame) return first.ways
  return worlds.flatMap(({ guess, ways }) => ways.map((way) => (guess ? { ...way, guess } : way)))
}

const wordsOf = (ways: readonly Fork[]): string =>
  ways.map(({ label, decisions }) => [label, ...decisions.map(({ text }) => text)].join()).join()

/** Every way that a request may take to a target of this group. (WALK-11, WALK-13) */
function waysInto(
  group: TargetGroup,
  taken: Taken,
  packet: Packet,
  network: NetworkView,
): readonly Fork[] {
  const { it, node, port, listener } = taken
  const { header } = packet
  const refuse = (text: string): Fork => ({
    label: `to ${group.name}`,
    decisions: [
      drop(
        deciderOf(it),
        'UNSUPPORTED_COMPONENT',
        { text: `AWS would refuse it: ${text}.`, because: targetsOf(group) },
        header,
      ),
    ],
    packet,
    next: null,
  })
  const wrong = refusal(it, listener, group)
  if (wrong)
    return [
      {
        label: `to ${group.name}`,
        decisions: [
          drop(
            deciderOf(it),
            'ELBV2_LISTENER_REQUIRES_TG_ACCEPT',
            { text: `AWS would refuse it: ${wrong}.`, because: listenerOf(it, port) },
            header,
          ),
        ],
        packet,
        next: null,
      },
    ]
  const registered = registeredIn(group, network)
  const refused = registered.refused.map(refuse)
  if (registered.targets.length === 0 && refused.length > 0) return refused
  const choice = chooseFor(it, group, node, registered, network)
  if (choice.type === 'none') {
    const { code, text, related } = choice
    const because = targetsOf(group)
    const decisions = [drop(deciderOf(it), code, { text, because, related }, header)]
    return [...refused, { label: `to ${group.name}`, decisions, packet, next: null }]
  }
  const ways = choice.targets.map((target) =>
    connect(group, target, taken, packet, network, choice.failsOpen),
  )
  return [...refused, ...ways]
}

/** Sends a request on to one target. */
function connect(
  group: TargetGroup,
  target: Target,
  { it, node }: Taken,
  packet: Packet,
  network: NetworkView,
  failsOpen: boolean,
): Fork {
  const { header } = packet
  const by = deciderOf(it)
  const because = targetsOf(group)
  const label = `to ${target.ip}:${target.port}`
  const keeps = preservesClient(it, group, packet, target)
  const own = node.addresses.find(({ ip }) => familyOf(ip) === familyOf(target.ip))
  if (!keeps && !own) {
    const text = `${it.name} has no address of the family of its target ${target.ip}.`
    const decision = drop(by, 'ADDRESS_FAMILY_MISMATCH', { text, because }, header)
    return { label, decisions: [decision], packet, next: null }
  }
  const obstacle = keeps ? cannotPreserve(it, node, target, packet, network) : null
  if (obstacle) {
    const decision = drop(by, obstacle.code, { text: obstacle.text, because }, header)
    return { label, decisions: [decision], packet, next: null }
  }
  const sent = rewritten(packet, {
    destination: target.ip,
    destinationPort: target.port,
    ...(keeps || !own ? {} : { source: own.ip, sourcePort: 'device' as const }),
  })
  const binding: Binding = {
    device: it.id,
    before: header,
    after: sent.header,
    returnsToSender: false,
    earlier: knownOf(packet),
  }
  const whom = group.name
  const text = keeps
    ? `${it.name} hands it to ${target.ip}:${target.port}, a target of ${whom}, and keeps the client's address.`
    : `${it.name} opens a connection of its own to ${target.ip}:${target.port}, a target of ${whom}, as ${sent.header.source}.`
  const warning = failsOpen
    ? ` No target of ${whom} that it may choose is healthy, so all get traffic.`
    : ''
  const translates: Decision = {
    ...allow(by, 'translates', { text: `${text}${warning}`, because }, sent.header),
    ...(failsOpen ? { details: ['UNHEALTHY_TARGETS'] as const } : {}),
  }
  const on: Packet = {
    ...sent,
    ...fresh,
    // groups of targets know the load balancer, never the clients behind it (SG-7, LB-8)
    sender: node,
    senderKnown: true,
    earlierSenders: packet.sender
      ? [...packet.earlierSenders, packet.sender]
      : packet.earlierSenders,
    enteredBy: keeps ? packet.enteredBy : null,
    bindings: [...packet.bindings, binding],
    returns: keeps
      ? [
          ...packet.returns,
          {
            vpcId: target.face?.vpcId ?? it.vpcId,
            over: it.id,
            address: header.source,
            inside: node.subnetId,
          },
        ]
      : packet.returns,
    goal: {
      face: target.face,
      place: null,
      anyone: target.face === null,
      address: target.ip,
      expects: null,
    },
  }
  return {
    label,
    decisions: [translates, ...admit(node, 'egress', on, network)],
    packet: on,
    next: { to: node.subnetId, door: 'leave', face: node },
  }
}
