import type { Leg, Trace } from '../engine/answer'
import { linksOf } from '../kinds/catalogue'
import { holderOf } from '../kinds/packet'
import type { Id } from '../kinds/resource'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import type { DesignerState } from '../store/designer'
import { endsOf } from './edges'
import { realHops } from './lit-path'

const none: ReadonlySet<Id> = new Set()
const known = new WeakMap<Trace, ReadonlySet<Id>>()

/**
 * The ends of the links that the packet crosses: they decide nothing, so that no hop names them, as
 * of the customer gateway between an on-premises network and its VPN connection. A link that drops
 * is entered at most: of its ends only that one which the sender stands behind.
 */
function crossed(document: Document, leg: Leg | null): readonly Id[] {
  return realHops(leg).flatMap((hop, i, hops) => {
    const link = document.resources[hop.at]
    const ends = (link && endsOf(link)) ?? []
    if (hop.decision !== 'drops') return ends
    const from = hops[i - 1]?.at
    return ends.filter((id) => {
      const end = document.resources[id]
      return end && linksOf(end).some(({ to, relation }) => relation !== 'inside' && to === from)
    })
  })
}

/**
 * Everything the packet or its reply meets: nodes by `at`, chips by `component`, what decided by the
 * evidence (a target group, a firewall behind its endpoint), and what the links between them join.
 */
export function litIds({
  analysis,
  document,
  view,
}: Pick<DesignerState, 'analysis' | 'document'> & {
  readonly view?: Pick<DesignerState['view'], 'reach'>
}): ReadonlySet<Id> {
  const trace = analysis?.trace
  // what can be reached is looked at by itself
  if (!trace || view?.reach) return none
  const before = known.get(trace)
  if (before) return before
  const hops = [...realHops(trace.request), ...realHops(trace.reply)]
  const made = new Set([
    ...hops.flatMap(({ at, component, because }) =>
      because ? [at, component, holderOf(because)] : [at, component],
    ),
    ...[trace.request, trace.reply].flatMap((leg) => crossed(document, leg)),
  ])
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
  ({ analysis, view: { hop, reach } }: DesignerState): boolean => {
    const found = reach ? null : hop && analysis?.trace?.[hop.leg]?.hops[hop.index]
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
