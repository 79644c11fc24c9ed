import { definitionOf } from '../../kinds/catalogue'
import { drop, type Guess, type Packet, type Visit } from '../../kinds/forward'
import type { Header } from '../../kinds/packet'
import type { NetworkInterface } from '../../kinds/network'
import { protocolNamed } from '../../kinds/protocols'
import type { Id } from '../../kinds/resource'
import { familyOf } from '../../net/ip'
import type { Branch, Hop, Question, Verdict } from '../answer'
import type { Code, Detail } from '../../kinds/codes'
import type { Network } from '../network'
import { walk, type Walk } from '../walk'
import type { Pair } from './ends'
import type { Source } from './sources'
import { throughGateways } from './beyond-gateway'
import { detailsOf } from './path-details'

/** A branch with the walks behind it, for what is said about it. */
export interface Conversation {
  readonly branch: Branch
  readonly request: Walk
  readonly reply: Walk | null
  /** What was supposed where the design does not say it. */
  readonly guesses: readonly Guess[]
}

/** What is sent: the part of a question that is not about ends. `port` is one port or none. */
export type Traffic = Pick<Question, 'protocol' | 'sourcePort' | 'icmpType' | 'icmpCode'> & {
  readonly port: number | null
}

/**
 * Can this pair talk? The request is followed by every way it may take, and from where it arrived
 * its reply, with the same strictness. (WALK-1, WALK-9, WALK-13)
 */
export function converse(
  network: Network,
  { source, goal, guests, guess }: Pair,
  traffic: Traffic,
  /** Gateways that the request has to lead through. */
  gateways: readonly Id[] = [],
  /** After which hop nobody wants to know how it goes on. */
  until: (hop: Hop) => boolean = () => false,
): readonly Conversation[] {
  const packet: Packet = {
    direction: 'request',
    header: {
      ...headerOf(addressOf(source), goal.address, traffic),
      sourcePort: chosenPort(network, source, traffic),
    },
    sender: source.type === 'face' ? source.face : null,
    senderKnown: source.type === 'face',
    bindings: [],
    returns: [],
    goal,
    earlierSenders: [],
    watchers: [],
    passed: [],
    pins: {},
    guests,
    enteredBy: null,
    unreferencedBy: null,
  }
  const label = labelOf(network, source, goal)
  return walk(network, packet, startOf(source), { until }).flatMap((followed) => {
    const request = throughGateways(network, followed, gateways)
    const replies = repliesTo(network, source, goal.address, request, until)
    return (replies.length > 0 ? replies : [null]).map((reply) =>
      conversationOf(network, request, reply, label, guess),
    )
  })
}

function conversationOf(
  network: Network,
  request: Walk,
  reply: Walk | null,
  label: string,
  guess: Guess | null,
): Conversation {
  const hops = [...request.hops, ...(reply?.hops ?? [])]
  const blocker = blockerOf(hops)
  const verdict: Verdict = !blocker
    ? 'reachable'
    : blocker.code === 'UNSUPPORTED_COMPONENT'
      ? 'not-modelled'
      : 'not-reachable'
  const details: readonly Detail[] = detailsOf(network, request, reply)
  const choices = [...request.choices, ...(reply?.choices ?? []).map((it) => `reply ${it}`)]
  return {
    request,
    reply,
    guesses: [...(guess ? [guess] : []), ...request.guesses, ...(reply?.guesses ?? [])],
    branch: {
      verdict,
      direction: !blocker ? null : request.hops.includes(blocker) ? 'request' : 'reply',
      codes: codesOf(blocker ? [blocker, ...hops] : hops),
      details,
      request: { delivered: request.delivered, hops: request.hops },
      reply: reply && { delivered: reply.delivered, hops: reply.hops },
      label: [label, ...choices].join(', '),
    },
  }
}

/** What says no more than that the model, or the import, knows nobody. */
const unsure: ReadonlySet<Code | null> = new Set([
  'UNSUPPORTED_COMPONENT',
  'NO_POSSIBLE_DESTINATION',
])

/**
 * The first that drops. Where that is only for want of knowing a filter, something behind it may drop
 * the packet whatever the filter does. (WALK-15)
 */
export function blockerOf(hops: readonly Hop[]): Hop | undefined {
  const drops = hops.filter(({ decision }) => decision === 'drops')
  const known = drops.find(({ filters }) => !filters)
  return known && decides(known) ? known : drops[0]
}

/** Does the packet end here, whatever else stands in its way? */
export const decides = ({ decision, filters, code }: Hop): boolean =>
  decision === 'drops' && !filters && !unsure.has(code)

const addressOf = (source: Source) => source.address

function startOf(source: Source): Visit {
  return source.type === 'face'
    ? { to: source.face.ownerId, door: 'send', face: source.face }
    : { to: source.place, door: 'send', face: null }
}

/** Which port does the source send from? What Lambda chooses for itself is a device's. (ACL-7) */
function chosenPort(
  network: Network,
  source: Source,
  { protocol, sourcePort }: Traffic,
): Header['sourcePort'] {
  if (!['tcp', 'udp'].includes(String(protocolNamed(protocol)))) return null
  if (sourcePort !== undefined) return sourcePort
  const owner = source.type === 'face' ? network.design.get(source.face.ownerId) : undefined
  return owner?.kind === 'workload' && owner.workloadType === 'lambda-function'
    ? 'device'
    : 'ephemeral'
}

/** A question about ICMP means a ping unless it says more. */
const echoRequests = { icmp: 8, icmpv6: 128 } as const

function headerOf(
  source: Header['source'],
  destination: Header['destination'],
  { protocol, port, icmpType, icmpCode }: Traffic,
): Omit<Header, 'sourcePort'> {
  const isSix = familyOf(destination) === 'IPv6'
  const asked = protocolNamed(protocol) as Header['protocol']
  // a ping over IPv6 is one of ICMPv6, whatever people call it
  const named = asked === 'icmp' && isSix ? 'icmpv6' : asked
  const hasPorts = named === 'tcp' || named === 'udp'
  return {
    source,
    destination,
    protocol: named,
    destinationPort: hasPorts ? port : null,
    icmp:
      named === 'icmp' || named === 'icmpv6'
        ? { type: icmpType ?? echoRequests[named], code: icmpCode ?? 0 }
        : null,
  }
}

/** The type of the answer to an ICMP message: an echo reply to an echo request, else its own. */
const answers: ReadonlyMap<string, number> = new Map([
  ['icmp 8', 0],
  ['icmpv6 128', 129],
])

function turned(header: Header): Header {
  const { icmp, protocol } = header
  return {
    ...header,
    source: header.destination,
    destination: header.source,
    sourcePort: header.destinationPort,
    destinationPort: header.sourcePort,
    icmp: icmp && { ...icmp, type: answers.get(`${protocol} ${icmp.type}`) ?? icmp.type },
  }
}

/**
 * The reply starts where the request arrived, with the header turned round. A request that would
 * have arrived, had its blockers passed, gets one too: what stands in its way is worth knowing at
 * once. (WALK-15)
 */
function repliesTo(
  network: Network,
  source: Source,
  asked: Header['destination'],
  request: Walk,
  until: (hop: Hop) => boolean,
): readonly Walk[] {
  const last = request.visits.at(-1)
  if (last?.door !== 'arrive' || request.hops.at(-1)?.decision !== 'delivers') return []
  const { header, bindings, returns, watchers, passed, pins, guests } = request.packet
  const packet: Packet = {
    direction: 'reply',
    header: turned(header),
    sender: last.face,
    senderKnown: last.face !== null,
    bindings,
    returns,
    goal: {
      face: source.type === 'face' ? source.face : null,
      place: source.type === 'outside' ? source.place : null,
      anyone: false,
      address: addressOf(source),
      expects: asked,
    },
    earlierSenders: [],
    watchers,
    passed,
    pins,
    guests,
    enteredBy: null,
    unreferencedBy: null,
  }
  const from: Visit = { to: last.to, door: 'send', face: last.face }
  const options = { hypothetical: !request.delivered, until }
  return walk(network, packet, from, options).map((reply) => watched(network, reply))
}

/**
 * A device that keeps state has to see both directions: one that the reply goes past drops what
 * follows. Told where the reply arrives, for no hop of it is wrong by itself. (CL-7)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html
 */
function watched(network: Network, reply: Walk): Walk {
  const [missed] = reply.packet.watchers
  const last = reply.hops.at(-1)
  const device = missed && network.component(missed)
  if (!device || last?.decision !== 'delivers') return reply
  const by = {
    component: device.id,
    term: definitionOf(device).term,
    name: device.name,
    at: device.id,
  }
  const text = `The reply goes past ${device.name}, which saw the request and keeps the state of the connection: it drops what follows.`
  const because = { type: 'resource', resourceId: device.id } as const
  const header = reply.packet.header
  const hop: Hop = {
    ...drop(by, 'MIDDLEBOX_ASYMMETRIC', { text, because }, header),
    before: header,
    hypothetical: !reply.delivered,
  }
  return { ...reply, hops: [...reply.hops, hop], delivered: false }
}

function codesOf(hops: readonly Hop[]): readonly Code[] {
  return [...new Set(hops.flatMap((hop) => hop.code ?? []))]
}

function labelOf(network: Network, source: Source, { face, place, address }: Pair['goal']): string {
  const subnet = ({ guest, privateIp, subnetId }: NetworkInterface) =>
    `subnet ${network.component(subnetId)?.name ?? subnetId}${guest ? ` (${privateIp})` : ''}`
  const from =
    source.type === 'face'
      ? subnet(source.face)
      : (network.component(source.place)?.name ?? source.address)
  const to = face ? subnet(face) : ((place && network.component(place)?.name) ?? address)
  return `${from} to ${to}`
}
