import type { Id } from '../../kinds/resource'
import { parentOf } from '../../model/containment'
import { growToFit } from '../../model/layout'
import { command, designOfDraft } from '../history'
import type { Rehoming } from '../asking'
import { rehomed } from './rehoming'

/** Moves resources into other containers, with all that follows; one entry for one drag. */
export const rehome = command<{ readonly moves: readonly Rehoming[] }>(
  'Move to another container',
  (draft, { moves }) => {
    for (const { id, to, box } of moves) {
      for (const resource of rehomed(designOfDraft(draft), id, to).changed)
        draft.resources[resource.id] = resource
      const before = draft.layout[id]
      if (before) Object.assign(before, box)
    }
    const design = designOfDraft(draft)
    const parentIn = (id: Id) => {
      const it = design.get(id)
      return it ? parentOf(it, design) : null
    }
    for (const { id } of moves) growToFit(draft, parentIn(id), parentIn)
  },
)
