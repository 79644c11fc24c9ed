import type { Guess } from '../../kinds/forward'
import type { Conversation } from './conversation'

/** A conversation, with why its failing decides nothing where that is so. */
export interface Hedged extends Conversation {
  /** In words what would have to be known; null where the verdict stands. */
  readonly unsure: string | null
}

/**
 * Of ways between which something decides that the design does not say, one alone is real: what
 * fails on some of them and passes on others fails perhaps. What fails whichever it is, or where
 * nothing had to be guessed, fails for sure. (VPC-24)
 */
export function hedged(conversations: readonly Conversation[]): readonly Hedged[] {
  const guessed = conversations.filter(({ guesses }) => guesses.length > 0)
  const worlds = new Set(guessed.map(worldOf))
  const failing = new Set(guessed.filter(fails).map(worldOf))
  const isSure =
    failing.size === worlds.size || conversations.some((it) => fails(it) && it.guesses.length === 0)
  const cut = conversations.find(isCut)
  return conversations.map((it) => {
    const [guess] = it.guesses
    if (it === cut) return undecided(it, tooMany)
    if (isSure || !guess || !fails(it)) return { ...it, unsure: null }
    return undecided(it, guess.why)
  })
}

const undecided = (it: Conversation, unsure: string): Hedged => ({
  ...it,
  unsure,
  branch: {
    ...it.branch,
    verdict: 'not-modelled',
    direction: null,
    codes: ['UNSUPPORTED_COMPONENT', ...it.branch.codes],
  },
})

const tooMany = 'There are more ways than are followed here, and one of the others may fail.'

/** All ways that were followed pass, but not all were. One of them says so. (WALK-13) */
const isCut = ({ branch, request, reply }: Conversation) =>
  branch.verdict === 'reachable' && (request.cut || (reply?.cut ?? false))

const fails = ({ branch }: Conversation) => branch.verdict === 'not-reachable'

const worldOf = ({ guesses }: Conversation) =>
  [...new Set(guesses.map(({ label }: Guess) => label))].toSorted().join(', ')
