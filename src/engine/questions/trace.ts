import type { Branch, Question, Trace, Verdict } from '../answer'
import type { Code, Detail } from '../../kinds/codes'
import type { Network } from '../network'
import { converse, type Conversation } from './conversation'
import { pairsOf, type Unanswered } from './ends'
import { begun, nameOf, reasonOf, sentenceOf, trafficOf } from './sentence'

/**
 * Can the source open a connection to the destination, and why not? Every pair of interfaces is
 * followed; it is reachable when all of them are. (WALK-13, CL-3)
 */
export function trace(network: Network, question: Question): Trace {
  const found = pairsOf(network, question)
  if (found.type !== 'pairs') return unanswered(network, question, found)
  const conversations = found.pairs.map((pair) => converse(network, pair, question))
  const deciding =
    withVerdict(conversations, 'not-reachable') ??
    withVerdict(conversations, 'not-modelled') ??
    conversations[0]
  if (!deciding) return unanswered(network, question, { type: 'not-modelled', missing: '' })
  const branches = conversations.map(({ branch }) => branch)
  const { branch } = deciding
  const isPartial = new Set(branches.map(({ verdict }) => verdict)).size > 1
  const details: readonly Detail[] = isPartial ? ['PARTIAL', ...branch.details] : branch.details
  return {
    ...branch,
    details,
    question,
    sentence: sentenceOf(network, question, deciding, branches),
    branches,
    missing: branch.verdict === 'not-modelled' ? [reasonOf(branch)] : [],
    repairs: [],
  }
}

function withVerdict(
  conversations: readonly Conversation[],
  verdict: Verdict,
): Conversation | undefined {
  return conversations.find(({ branch }) => branch.verdict === verdict)
}

/** The answer where there is nothing to follow. */
function unanswered(network: Network, question: Question, why: Unanswered): Trace {
  const [from, to] = [nameOf(network, question.source), nameOf(network, question.destination)]
  const what = `${from} reaches ${to} on ${trafficOf(question)}`
  const noCodes: readonly Code[] = []
  const branch: Branch =
    why.type === 'nobody'
      ? { ...empty, verdict: 'not-reachable', direction: 'request', codes: [noEnd] }
      : { ...empty, verdict: 'not-modelled', direction: null, codes: noCodes }
  const reason = why.type === 'nobody' ? why.text : why.missing
  return {
    ...branch,
    question,
    sentence:
      why.type === 'nobody'
        ? begun(`${from} cannot reach ${to} on ${trafficOf(question)}: ${reason}`)
        : `Whether ${what} cannot be told: ${reason}`,
    branches: [branch],
    missing: why.type === 'nobody' ? [] : [reason],
    repairs: [],
  }
}

const noEnd: Code = 'NO_SOURCE_OR_DESTINATION'
const empty = {
  details: [],
  request: { delivered: false, hops: [] },
  reply: null,
  label: '',
} as const
