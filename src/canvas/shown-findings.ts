import type { Severity } from '../engine/answer'
import type { Id } from '../kinds/resource'
import type { Document } from '../model/document'
import type { DesignerState } from '../store/designer'
import { findingCounts, type FindingCount } from '../store/selectors'
import { heldBy } from './rects'

const ranks: readonly Severity[] = ['info', 'warn', 'error']

type Counts = ReadonlyMap<Id, FindingCount>

/** The findings that a node shows: a collapsed container has those of all that it hides. */
export function findingsShownAt(document: Document, counts: Counts, id: Id): FindingCount | null {
  const own = counts.get(id) ?? null
  if (!document.layout[id]?.collapsed) return own
  return heldBy(document, id).reduce(
    (sum, it) => together(sum, within(document, counts, it.id)),
    own,
  )
}

function within(document: Document, counts: Counts, id: Id): FindingCount | null {
  return heldBy(document, id).reduce(
    (sum, it) => together(sum, within(document, counts, it.id)),
    counts.get(id) ?? null,
  )
}

function together(a: FindingCount | null, b: FindingCount | null): FindingCount | null {
  if (!a || !b) return a ?? b
  const worst = ranks.indexOf(a.worst) > ranks.indexOf(b.worst) ? a.worst : b.worst
  return { count: a.count + b.count, worst }
}

export const shownFindings =
  (id: Id) =>
  (state: DesignerState): FindingCount | null =>
    findingsShownAt(state.document, findingCounts(state), id)
