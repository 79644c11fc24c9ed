import type { Trace } from '../engine/answer'
import type { Id } from '../kinds/resource'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import type { DesignerState } from '../store/designer'
import { realHops } from './lit-path'

const none: ReadonlySet<Id> = new Set()
const known = new WeakMap<Trace, ReadonlySet<Id>>()

/** Everything the packet or its reply meets: nodes by `at`, chips by `component`. */
export function litIds({ analysis }: DesignerState): ReadonlySet<Id> {
  const trace = analysis?.trace
  if (!trace) return none
  const before = known.get(trace)
  if (before) return before
  const hops = [...realHops(trace.request), ...realHops(trace.reply)]
  const made = new Set(hops.flatMap(({ at, component }) => [at, component]))
  known.set(trace, made)
  return made
}

const around = new WeakMap<ReadonlySet<Id>, ReadonlySet<Id>>()

/** Containers that hold something lit: they do not step back, or it would with them. */
export const holdsLit =
  (id: Id) =>
  (state: DesignerState): boolean => {
    const lit = litIds(state)
    let holders = around.get(lit)
    if (!holders) {
      const design = designOf(state.document)
      const made = new Set<Id>()
      for (const start of lit) {
        let it = design.get(start)
        while (it) {
          const home: Id | null = parentOf(it, design)
          if (home) made.add(home)
          it = home ? design.get(home) : undefined
        }
      }
      holders = made
      around.set(lit, holders)
    }
    return holders.has(id)
  }

/** Is a path lit at all? Then everything off it steps back. */
export const pathIsLit = (state: DesignerState): boolean => litIds(state).size > 0

export const isLit =
  (id: Id) =>
  (state: DesignerState): boolean =>
    litIds(state).has(id)

/** Is this the node of the hop that is being looked at? */
export const isCurrentHop =
  (id: Id) =>
  ({ analysis, view: { hop } }: DesignerState): boolean => {
    const found = hop && analysis?.trace?.[hop.leg]?.hops[hop.index]
    return found?.at === id || found?.component === id
  }

/** Does the drawn path stop here? */
export const dropsHere =
  (id: Id) =>
  ({ analysis }: DesignerState): boolean => {
    const trace = analysis?.trace
    return [trace?.request ?? null, trace?.reply ?? null].some((leg) => {
      const last = realHops(leg).at(-1)
      return last?.decision === 'drops' && last.at === id
    })
  }
