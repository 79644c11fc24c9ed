import type { Draft } from 'immer'
import type { Id } from '../../kinds/resource'
import { parentOf } from '../../model/containment'
import type { Document } from '../../model/document'
import { clash, freeSpot, growToFit, marginsOf, sizeOf } from '../../model/layout'
import { command, designOfDraft } from '../history'
import { siblingBoxes } from './siblings'

/** Locks or unlocks what has a place of its own. */
export const setLocked = command<{ readonly ids: readonly Id[]; readonly locked: boolean }>(
  ({ locked }) => (locked ? 'Lock' : 'Unlock'),
  (draft, { ids, locked }) => {
    for (const id of ids) {
      const box = draft.layout[id]
      if (!box) continue
      if (locked) box.locked = true
      else delete box.locked
    }
  },
)

/** Draws containers small, or opens them to their size again, clear of their neighbours. */
export const setCollapsed = command<{ readonly ids: readonly Id[]; readonly collapsed: boolean }>(
  ({ collapsed }) => (collapsed ? 'Collapse' : 'Expand'),
  (draft, { ids, collapsed }) => {
    for (const id of ids) {
      const box = draft.layout[id]
      if (!box) continue
      if (collapsed) box.collapsed = true
      else open(draft, id)
    }
  },
)

/** Opens one container; where its room was taken meanwhile it moves to the nearest free place. */
function open(draft: Draft<Document>, id: Id): void {
  const box = draft.layout[id]
  const it = draft.resources[id]
  if (!box?.collapsed || !it) return
  delete box.collapsed
  const design = designOfDraft(draft)
  const parentIn = (id: Id) => {
    const it = design.get(id)
    return it ? parentOf(it, design) : null
  }
  // what was put into it while it was small has not been measured
  growToFit(draft, id, parentIn)
  const size = sizeOf(it, draft.layout[id])
  const grown = draft.layout[id]
  if (!size || !grown) return
  const others = siblingBoxes(draft, id, parentIn)
  if (!others.some((other) => clash({ ...grown, ...size }, other))) return
  const parent = design.get(parentIn(id) ?? id)
  const margins = parent && parent.id !== id ? marginsOf(parent) : null
  const bounds = margins
    ? { left: margins.side, top: margins.top }
    : { left: Number.NEGATIVE_INFINITY, top: Number.NEGATIVE_INFINITY }
  Object.assign(grown, freeSpot(grown, size, others, bounds))
  growToFit(draft, parentIn(id), parentIn)
}

/** Opens a container and all that it lies in. */
export function openAround(draft: Draft<Document>, id: Id): void {
  const design = designOfDraft(draft)
  for (let it = design.get(id); it;) {
    open(draft, it.id)
    const home: Id | null = parentOf(it, design)
    it = home ? design.get(home) : undefined
  }
}
