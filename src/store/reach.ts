import type { Question } from '../engine/answer'
import type { Reach, Way } from '../engine/matrix/reach'
import type { Id } from '../kinds/resource'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import type { DesignerState } from './designer'

/** What is asked: what this one reaches, or what reaches it. */
export interface ReachQuery {
  readonly id: Id
  readonly way: Way
  readonly traffic: Omit<Question, 'source' | 'destination'>
}

/** The last answer; it stays until the next one is there. */
export interface Reached {
  readonly query: ReachQuery
  /** The design that it is true of. */
  readonly document: Document
  readonly verdicts: ReadonlyMap<Id, Reach>
}

/** How a node is marked: by what becomes of it, or as the one that is asked about. */
export type ReachMark = Exclude<Reach, 'not-reachable'> | 'subject'

/** The ends in a container, and how many of them are reached, in part, or not modelled. */
export interface Inside {
  readonly ends: number
  readonly reachable: number
  readonly partly: number
  readonly unmodelled: number
}

/** The answer, if it is to the question that stands. */
export function reachedNow({ view, reached }: DesignerState): Reached | null {
  const asked = view.reach
  const known = reached?.query
  return asked && known?.id === asked.id && known.way === asked.way ? reached : null
}

const insides = new WeakMap<Reached, ReadonlyMap<Id, Inside>>()
const nothing: Inside = { ends: 0, reachable: 0, partly: 0, unmodelled: 0 }

/** What each container holds of the ends that were asked about. */
function insidesOf(reached: Reached): ReadonlyMap<Id, Inside> {
  const known = insides.get(reached)
  if (known) return known
  const design = designOf(reached.document)
  const made = new Map<Id, Inside>()
  for (const [end, verdict] of reached.verdicts) {
    const it = design.get(end)
    let home: Id | null = it ? parentOf(it, design) : null
    while (home) {
      const { ends, reachable, partly, unmodelled } = made.get(home) ?? nothing
      made.set(home, {
        ends: ends + 1,
        reachable: reachable + Number(verdict === 'reachable'),
        partly: partly + Number(verdict === 'partly'),
        unmodelled: unmodelled + Number(verdict === 'not-modelled'),
      })
      const holder = design.get(home)
      home = holder ? parentOf(holder, design) : null
    }
  }
  insides.set(reached, made)
  return made
}

const markOf = (reach: Reach | undefined): ReachMark | null =>
  !reach || reach === 'not-reachable' ? null : reach

/** How this node is marked; null where it steps back. */
export const reachMark =
  (id: Id) =>
  (state: DesignerState): ReachMark | null => {
    if (!state.view.reach) return null
    if (state.view.reach.id === id) return 'subject'
    return markOf(reachedNow(state)?.verdicts.get(id))
  }

/** How a container is marked that hides what it holds: by all that is in it. */
export const reachMarkWithin =
  (id: Id) =>
  (state: DesignerState): ReachMark | null => {
    const own = reachMark(id)(state)
    const reached = reachedNow(state)
    const inside = reached && insidesOf(reached).get(id)
    if (own === 'subject' || !inside) return own
    const { ends, reachable, partly, unmodelled } = inside
    if (reachable === ends && (own === null || own === 'reachable')) return 'reachable'
    if (reachable + partly > 0) return 'partly'
    return unmodelled > 0 ? 'not-modelled' : own
  }

/** Does it hold something that is marked, so that it must not step back with the rest? */
export const holdsReached =
  (id: Id) =>
  (state: DesignerState): boolean => {
    const reached = reachedNow(state)
    const inside = reached && insidesOf(reached).get(id)
    if (inside && inside.reachable + inside.partly + inside.unmodelled > 0) return true
    const asked = state.view.reach
    if (!asked) return false
    const design = designOf(state.document)
    let it = design.get(asked.id)
    while (it) {
      const home: Id | null = parentOf(it, design)
      if (home === id) return true
      it = home ? design.get(home) : undefined
    }
    return false
  }

const words: Readonly<Record<Way, Readonly<Record<Exclude<ReachMark, 'subject'>, string>>>> = {
  from: {
    reachable: 'is reached',
    partly: 'is reached in part',
    'not-modelled': 'reach not modelled',
  },
  to: {
    reachable: 'reaches it',
    partly: 'reaches it in part',
    'not-modelled': 'reach not modelled',
  },
}

/** What a screen reader says of a node that is marked. */
export function reachWords(state: DesignerState, id: Id): string | null {
  const collapsed = state.document.layout[id]?.collapsed === true
  const mark = (collapsed ? reachMarkWithin(id) : reachMark(id))(state)
  const asked = state.view.reach
  return mark && mark !== 'subject' && asked ? words[asked.way][mark] : null
}
