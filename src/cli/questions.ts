import type { z } from '../base/zod'
import type { Hop, Question, Trace } from '../engine/answer'
import type { Network } from '../engine/network'
import { trace } from '../engine/questions/trace'
import type { Header, Protocol } from '../kinds/packet'
import type { Id } from '../kinds/resource'
import { endpointsOf } from './ends'
import { UsageError } from './output'
import type { flowsSchema } from './results'

/** One flow as people and files write it. */
export type Flow = z.infer<typeof flowsSchema>[number]

const numbers: Readonly<Record<string, Protocol>> = {
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
}

/** How people call protocols that have no ports here. */
const called: Readonly<Record<string, Protocol>> = {
  'ipv6-icmp': 'icmpv6',
  icmp6: 'icmpv6',
  gre: 47,
  esp: 50,
  ah: 51,
  sctp: 132,
}
const names: readonly string[] = ['tcp', 'udp', 'icmp', 'icmpv6']

function protocolOf(written: string | number): Protocol {
  const text = String(written).toLowerCase()
  const known = numbers[text] ?? called[text] ?? (names.includes(text) ? (text as Protocol) : null)
  if (known) return known
  if (/^\d{1,3}$/.test(text) && Number(text) <= 255) return Number(text)
  throw new UsageError(`${written} is no IP protocol: write tcp, udp, icmp, icmpv6 or a number.`)
}

const isPort = (port: number | undefined): port is number =>
  port !== undefined && Number.isInteger(port) && port >= 0 && port <= 65_535

/** As AWS writes that any will do. */
const isAny = (written: unknown) => written === -1 || written === '-1'

function portOf(written: Flow['port'], protocol: Protocol): Question['port'] {
  if (protocol !== 'tcp' && protocol !== 'udp') return null
  if (written === undefined || written === null || written === '' || isAny(written)) return null
  const [from, to = from] = String(written).split('-').map(Number)
  if (!isPort(from) || !isPort(to) || from > to)
    throw new UsageError(
      `${written} is no port: write one from 0 to 65535, or a range such as 80-90.`,
    )
  return from === to ? from : { from, to }
}

function sourcePortOf({ srcPort }: Flow, protocol: Protocol): number | null {
  const port = portOf(srcPort, protocol)
  if (typeof port === 'object' && port !== null)
    throw new UsageError(`${srcPort} is a range: a connection is opened from one port.`)
  return port
}

/** The question that a flow asks of this network. */
export function questionOf(network: Network, flow: Flow): Question {
  return questionsOf(network, flow)[0]
}

/** The questions that a flow asks: one, but of links to several networks, or of what a service consists of, one for each. */
function questionsOf(network: Network, flow: Flow): readonly [Question, ...Question[]] {
  const protocol = protocolOf(flow.protocol ?? 'tcp')
  const sourcePort = sourcePortOf(flow, protocol)
  const isIcmp = protocol === 'icmp' || protocol === 'icmpv6'
  const [source, ...sources] = endpointsOf(network, flow.from, flow.srcIp ?? null)
  const [destination, ...destinations] = endpointsOf(network, flow.to, flow.dstIp ?? null)
  const question: Question = {
    source,
    destination,
    protocol,
    port: portOf(flow.port, protocol),
    ...(sourcePort !== null && { sourcePort }),
    ...(isIcmp && flow.icmpType != null && !isAny(flow.icmpType) && { icmpType: flow.icmpType }),
    ...(isIcmp && flow.icmpCode != null && !isAny(flow.icmpCode) && { icmpCode: flow.icmpCode }),
  }
  const ends = [source, ...sources].flatMap((from) =>
    [destination, ...destinations].map((to) => ({ source: from, destination: to })),
  )
  return [question, ...ends.slice(1).map((pair) => ({ ...question, ...pair }))]
}

/** The answer as `public/schema/trace-1.schema.json` describes it. */
export function resultOf(network: Network, answer: Trace) {
  const nameOf = (id: Id) => network.component(id)?.awsId ?? id
  const hopOf = (hop: Hop) => ({
    component: nameOf(hop.component),
    kind: hop.term,
    name: hop.name,
    decision: hop.decision,
    code: hop.code,
    because: hop.text,
    header: headerOf(hop.before),
    headerAfter: headerOf(hop.after),
    hypothetical: hop.hypothetical,
  })
  const leg = (direction: 'request' | 'reply') => {
    const it = answer[direction]
    return it && { delivered: it.delivered, hops: it.hops.map(hopOf) }
  }
  return {
    verdict: answer.verdict,
    direction: answer.direction,
    codes: answer.codes,
    details: answer.details,
    sentence: answer.sentence,
    missing: answer.missing,
    request: leg('request') ?? { delivered: false, hops: [] },
    reply: leg('reply') ?? { delivered: false, hops: [] },
  }
}

const headerOf = ({ source, destination, protocol, sourcePort, destinationPort }: Header) => ({
  source,
  destination,
  protocol,
  sourcePort,
  destinationPort,
})

/**
 * The answer to a flow; where it may mean several networks, the one answer that holds for all. A service
 * reaches what each of its tasks reaches, and is reached where each of them is; so does a cluster. (CL-3)
 */
export function asked(network: Network, flow: Flow): Trace {
  const [question, ...others] = questionsOf(network, flow)
  const answer = trace(network, question)
  const answers = [answer, ...others.map((other) => trace(network, other))]
  if (answers.every(({ verdict }) => verdict === answer.verdict)) return answer
  const failing =
    answers.find(({ verdict }) => verdict === 'not-reachable') ??
    answers.find(({ verdict }) => verdict === 'not-modelled')
  if (failing && areOfMembers(network, [question, ...others]))
    return { ...failing, details: [...new Set([...failing.details, 'PARTIAL' as const])] }
  const told = answers.map((it) => `${pairOf(network, it.question)}: ${it.verdict}`)
  throw new UsageError(
    `Several networks are meant, and the answers differ: ${told.join('; ')}. Name one of them, or an address in it.`,
  )
}

/** Do these differ in nothing but which task or instance they are about? */
const areOfMembers = ({ design }: Network, questions: readonly Question[]): boolean =>
  (['source', 'destination'] as const).every((side) => {
    const ids = new Set(
      questions.flatMap(({ [side]: end }) => (end.type === 'resource' ? end.id : [])),
    )
    return ids.size < 2 || [...ids].every((id) => design.get(id)?.kind === 'workload')
  })

/** Both ends as the user may name them. */
function pairOf({ design }: Network, { source, destination }: Question): string {
  const nameOf = (end: Question['source']) =>
    end.type === 'address' ? end.address : `${design.get(end.id)?.name ?? ''} (${end.id})`
  return `${nameOf(source)} to ${nameOf(destination)}`
}
