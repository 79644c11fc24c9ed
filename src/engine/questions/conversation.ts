import type { Goal, Packet, Visit } from '../../kinds/forward'
import type { Header } from '../../kinds/packet'
import type { Branch, Hop, Question, Verdict } from '../answer'
import type { Code, Detail } from '../../kinds/codes'
import type { Network } from '../network'
import { walk, type Walk } from '../walk'
import type { Pair, Source } from './ends'
import { detailsOf } from './path-details'

/** A branch with the walks behind it, for what is said about it. */
export interface Conversation {
  readonly branch: Branch
  readonly request: Walk
  readonly reply: Walk | null
}

/**
 * Can this pair talk? The request is followed, and from where it arrived its reply, with the same
 * strictness. (WALK-1, WALK-9)
 */
export function converse(
  network: Network,
  { source, goal }: Pair,
  question: Pick<Question, 'protocol' | 'port'>,
): Conversation {
  const packet: Packet = {
    direction: 'request',
    header: headerOf(addressOf(source), goal, question),
    sender: source.type === 'face' ? source.face : null,
    senderKnown: source.type === 'face',
    bindings: [],
    returns: [],
    goal,
  }
  const request = walk(network, packet, startOf(source))
  const reply = walkBack(network, source, goal, request)
  const hops = [...request.hops, ...(reply?.hops ?? [])]
  const blocker = hops.find((hop) => hop.decision === 'drops')
  const verdict: Verdict = !blocker
    ? 'reachable'
    : blocker.code === 'UNSUPPORTED_COMPONENT'
      ? 'not-modelled'
      : 'not-reachable'
  const details: readonly Detail[] = detailsOf(network, request, reply)
  return {
    request,
    reply,
    branch: {
      verdict,
      direction: !blocker ? null : request.delivered ? 'reply' : 'request',
      codes: codesOf(hops),
      details,
      request: { delivered: request.delivered, hops: request.hops },
      reply: reply && { delivered: reply.delivered, hops: reply.hops },
      label: labelOf(network, source, goal),
    },
  }
}

const addressOf = (source: Source) =>
  source.type === 'face' ? source.face.privateIp : source.address

function startOf(source: Source): Visit {
  return source.type === 'face'
    ? { to: source.face.ownerId, door: 'send', face: source.face }
    : { to: source.place, door: 'send', face: null }
}

function headerOf(
  source: Header['source'],
  { address }: Goal,
  { protocol, port }: Pick<Question, 'protocol' | 'port'>,
): Header {
  const named =
    protocol === 6 ? 'tcp' : protocol === 17 ? 'udp' : protocol === 1 ? 'icmp' : protocol
  const hasPorts = named === 'tcp' || named === 'udp'
  return {
    source,
    destination: address,
    protocol: named,
    sourcePort: hasPorts ? 'ephemeral' : null,
    destinationPort: hasPorts ? port : null,
  }
}

/**
 * The reply starts where the request arrived, with the header turned round. A request that would
 * have arrived, had its blockers passed, gets one too: what stands in its way is worth knowing at
 * once. (WALK-15)
 */
function walkBack(network: Network, source: Source, goal: Goal, request: Walk): Walk | null {
  const last = request.visits.at(-1)
  if (last?.door !== 'arrive' || request.hops.at(-1)?.decision !== 'delivers') return null
  const { header, bindings, returns } = request.packet
  const packet: Packet = {
    direction: 'reply',
    header: {
      ...header,
      source: header.destination,
      destination: header.source,
      sourcePort: header.destinationPort,
      destinationPort: header.sourcePort,
    },
    sender: last.face,
    senderKnown: last.face !== null,
    bindings,
    returns,
    goal: {
      face: source.type === 'face' ? source.face : null,
      place: source.type === 'outside' ? source.place : null,
      anyone: false,
      address: addressOf(source),
      expects: goal.address,
    },
  }
  const from: Visit = { to: last.to, door: 'send', face: last.face }
  return walk(network, packet, from, !request.delivered)
}

function codesOf(hops: readonly Hop[]): readonly Code[] {
  return [...new Set(hops.flatMap((hop) => hop.code ?? []))]
}

function labelOf(network: Network, source: Source, { face, place, address }: Goal): string {
  const subnet = (id: Parameters<typeof network.design.get>[0]) =>
    `subnet ${network.component(id)?.name ?? id}`
  const from =
    source.type === 'face'
      ? subnet(source.face.subnetId)
      : (network.component(source.place)?.name ?? source.address)
  const to = face ? subnet(face.subnetId) : ((place && network.component(place)?.name) ?? address)
  return `${from} to ${to}`
}
