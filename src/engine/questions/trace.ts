import type { Code, Detail } from '../../kinds/codes'
import type { Branch, Question, Trace, Verdict } from '../answer'
import { resolveBeside, type Network } from '../network'
import { beyondGateways } from './beyond-gateway'
import { asksLink } from './beyond-link'
import { converse, decides, type Conversation } from './conversation'
import { pairsOf, type Pair } from './ends'
import { hedged, type Hedged } from './guesses'
import { type Unanswered } from './unanswered'
import { partsOf } from './ports'
import { begun, nameOf, reasonOf, sentenceOf, trafficOf } from './sentence'

/**
 * Can the source open a connection to the destination, and why not? Every pair of interfaces is
 * followed by every way; it is reachable when all of them are, or over a link one of them. Where a
 * range of ports is asked for, every part of it that some rule treats apart is. (WALK-13, CL-3)
 */
export function trace(resolved: Network, question: Question): Trace {
  const { port, source, destination } = question
  const named = [source, destination].flatMap((end) =>
    end.type === 'address' ? [end.address] : [],
  )
  const network = resolveBeside(resolved.document, named)
  if (port === null || typeof port === 'number') return traceOne(network, question, port)
  const traces = partsOf(network, port).map((ports) => ({
    ports,
    trace: traceOne(network, question, ports.from),
  }))
  const deciding =
    traces.find(({ trace: it }) => it.verdict === 'not-reachable') ??
    traces.find(({ trace: it }) => it.verdict === 'not-modelled') ??
    traces[0]
  if (!deciding) return traceOne(network, question, port.from)
  const parts = traces.map(({ ports, trace: it }) => ({
    ports,
    verdict: it.verdict,
    code: it.codes[0] ?? null,
    sentence: it.sentence,
  }))
  const merged = parts.reduce<typeof parts>((left, part) => {
    const last = left.at(-1)
    const isSame = last?.verdict === part.verdict && last.code === part.code
    return isSame
      ? [...left.slice(0, -1), { ...last, ports: { from: last.ports.from, to: part.ports.to } }]
      : [...left, part]
  }, [])
  const details: readonly Detail[] =
    new Set(parts.map(({ verdict }) => verdict)).size > 1
      ? [...new Set<Detail>(['PARTIAL', ...deciding.trace.details])]
      : deciding.trace.details
  return { ...deciding.trace, question, details, parts: merged.length > 1 ? merged : [] }
}

/** The verdict of a trace and its first code, without the words: nothing is followed further than they need. */
export function judged(
  network: Network,
  question: Question,
): { readonly verdict: Verdict; readonly code: Code | null } {
  const { port } = question
  const ends = [question.source, question.destination]
  if (typeof port === 'object' && port !== null) return firstOf(trace(network, question))
  if (ends.some(({ type }) => type === 'address')) return firstOf(trace(network, question))
  const { asked, gateways } = beyondGateways(network, question)
  const found = pairsOf(network, asked)
  if (found.type !== 'pairs') return firstOf(branchWithout(found))
  const told = (until?: typeof decides) =>
    heldUp(network, asked, found.pairs, (pair) =>
      converse(network, pair, { ...question, port }, gateways, until),
    )
  const briefly = told(decides)
  // what fails is weighed against what had to be guessed, which may lie behind it
  const isPlain = briefly.conversations.every(
    ({ guesses, branch }) => guesses.length === 0 && branch.verdict !== 'not-modelled',
  )
  const { deciding } = isPlain ? briefly : told()
  return firstOf(deciding?.branch ?? branchWithout(nothing))
}

/**
 * What is said on every way, and which of them decides: one that fails. Where a link is asked for,
 * which stands for many hosts, one pair of ends that talk over it in every way is enough.
 */
function heldUp(
  network: Network,
  question: Question,
  pairs: readonly Pair[],
  talk: (pair: Pair) => readonly Conversation[],
): { readonly conversations: readonly Hedged[]; readonly deciding: Hedged | undefined } {
  const talks = pairs.map(talk)
  const conversations = hedged(talks.flat())
  const working = asksLink(network, question) ? talks.map(hedged).find(works) : undefined
  return { conversations, deciding: working?.[0] ?? decidingOf(conversations) }
}

const firstOf = ({ verdict, codes }: Branch) => ({ verdict, code: codes[0] ?? null })

function traceOne(network: Network, question: Question, port: number | null): Trace {
  const { asked, gateways } = beyondGateways(network, question)
  const found = pairsOf(network, asked)
  if (found.type !== 'pairs') return unanswered(network, question, found)
  const { conversations, deciding } = heldUp(network, asked, found.pairs, (pair) =>
    converse(network, pair, { ...question, port }, gateways),
  )
  if (!deciding) return unanswered(network, question, nothing)
  const branches = conversations.map(({ branch }) => branch)
  const { branch } = deciding
  const isPartial = new Set(branches.map(({ verdict }) => verdict)).size > 1
  const details: readonly Detail[] = isPartial ? ['PARTIAL', ...branch.details] : branch.details
  return {
    ...branch,
    details,
    question,
    sentence: sentenceOf(network, { ...question, port }, deciding, branches),
    branches,
    parts: [],
    missing: branch.verdict === 'not-modelled' ? [deciding.unsure ?? reasonOf(branch)] : [],
    repairs: [],
  }
}

const nothing: Unanswered = { type: 'not-modelled', missing: '' }

const works = (ways: readonly Hedged[]) =>
  ways.length > 0 && ways.every(({ branch }) => branch.verdict === 'reachable')

/** One that fails decides, then one that cannot be told. */
const decidingOf = (conversations: readonly Hedged[]): Hedged | undefined =>
  withVerdict(conversations, 'not-reachable') ??
  withVerdict(conversations, 'not-modelled') ??
  conversations[0]

function withVerdict(conversations: readonly Hedged[], verdict: Verdict): Hedged | undefined {
  return conversations.find(({ branch }) => branch.verdict === verdict)
}

/** The answer where there is nothing to follow. */
function unanswered(network: Network, question: Question, why: Unanswered): Trace {
  const [from, to] = [nameOf(network, question.source), nameOf(network, question.destination)]
  const what = `${from} reaches ${to} on ${trafficOf(question)}`
  const isKnown = why.type !== 'not-modelled'
  const branch = branchWithout(why)
  const reason = isKnown ? why.text : why.missing
  return {
    ...branch,
    question,
    sentence: isKnown
      ? begun(`${from} cannot reach ${to} on ${trafficOf(question)}: ${reason}`)
      : `Whether ${what} cannot be told: ${reason}`,
    branches: [branch],
    parts: [],
    missing: isKnown ? [] : [reason],
    repairs: [],
  }
}

function branchWithout(why: Unanswered): Branch {
  if (why.type === 'not-modelled')
    return { ...empty, verdict: 'not-modelled', direction: null, codes: [] }
  const code: Code = why.type === 'family' ? 'ADDRESS_FAMILY_MISMATCH' : 'NO_SOURCE_OR_DESTINATION'
  return { ...empty, verdict: 'not-reachable', direction: 'request', codes: [code] }
}

const empty = {
  details: [],
  request: { delivered: false, hops: [] },
  reply: null,
  label: '',
} as const
