import { called } from '../../kinds/called'
import { capital } from '../../kinds/contract'
import type { Branch, Endpoint, Question } from '../answer'
import type { Network } from '../network'
import { blockerOf, type Conversation } from './conversation'
import type { Hedged } from './guesses'
import { devicesOf } from './path-details'

const everybody = 'the internet'
const nobody = 'something that is not in the design'

/** The verdict in one sentence, naming the very component that decides. */
export function sentenceOf(
  network: Network,
  question: Question,
  deciding: Hedged,
  branches: readonly Branch[],
): string {
  return begun(plainSentence(network, question, deciding, branches))
}

/** A name is spelt as its owner spells it; our own words begin as sentences do. */
export function begun(text: string): string {
  return [everybody, nobody].some((it) => text.startsWith(`${it} `)) ? capital(text) : text
}

function plainSentence(
  network: Network,
  question: Question,
  { branch, request, unsure }: Hedged,
  branches: readonly Branch[],
): string {
  const [from, to] = [nameOf(network, question.source), nameOf(network, question.destination)]
  const what = `${to} on ${trafficOf(question)}`
  const reason = reasonOf(branch)
  if (branch.verdict === 'reachable') {
    const asked = [question.source, question.destination].flatMap((end) =>
      end.type === 'resource' ? [end.id] : [],
    )
    const way = devicesOf(request.visits).flatMap((id) => {
      const device = network.component(id)
      // a load balancer that is asked for itself is no way to itself
      return device && !asked.includes(id) ? [called(device)] : []
    })
    const [start] = request.visits
    const fromInside = start?.door === 'send' && start.face !== null
    const exposed =
      fromInside && request.visits.some((visit) => visit.door === 'transit')
        ? exposure(request)
        : ''
    const hairpin = branch.details.includes('PUBLIC_HAIRPIN')
      ? ' It leaves the VPC and comes back by its internet gateway, seen with a public address.'
      : ''
    return `${from} reaches ${what}${way.length > 0 ? ` by way of ${listed(way)}` : ''}, and the reply comes back.${hairpin}${exposed}`
  }
  if (branch.verdict === 'not-modelled')
    return `Whether ${from} reaches ${what} cannot be told: ${unsure ?? reason}`
  const passing = branches.filter((each) => each.verdict === 'reachable').length
  const some =
    passing > 0 ? `Only ${passing} of ${branches.length} ways work. From ${branch.label}: ` : ''
  return branch.direction === 'reply'
    ? `${some}${from} reaches ${what}, but the reply is lost: ${reason}`
    : `${some}${from} cannot reach ${what}: ${reason}${lostToo(branch)}`
}

/** The reply's own trouble, where the request does not get that far yet. */
function lostToo({ reply }: Branch): string {
  const blocker = reply?.hops.find((hop) => hop.decision === 'drops')
  return blocker ? ` The reply would be lost too: ${blocker.text}` : ''
}

function exposure({ visits }: Conversation['request']): string {
  const last = visits.at(-1)
  return last && 'face' in last && last.face
    ? ' The way leads over public addresses: it costs more, and both ends are exposed to the internet.'
    : ''
}

/** What the first blocker says. */
export function reasonOf({ request, reply }: Branch): string {
  const hops = [...request.hops, ...(reply?.hops ?? [])]
  return blockerOf(hops)?.text ?? ''
}

export function nameOf(network: Network, end: Endpoint): string {
  if (end.type === 'address') return end.address
  const resource = network.component(end.id)
  if (!resource) return nobody
  return resource.kind === 'internet' ? everybody : resource.name
}

/** `tcp/443`, `icmp`, `protocol 50`. */
export function trafficOf({ protocol, port }: Pick<Question, 'protocol' | 'port'>): string {
  const name = typeof protocol === 'number' ? `protocol ${protocol}` : protocol
  if (port === null || name === 'icmp' || name === 'icmpv6') return name
  if (typeof port === 'number') return `${name}/${port}`
  return port.from === port.to ? `${name}/${port.from}` : `${name}/${port.from}-${port.to}`
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
