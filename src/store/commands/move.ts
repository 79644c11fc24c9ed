import type { Id } from '../../kinds/resource'
import { parentOf } from '../../model/containment'
import type { Box } from '../../model/document'
import { growToFit } from '../../model/layout'
import { command, designOfDraft } from '../history'

/** New places, and sizes where a container was resized; one entry for a whole gesture. */
export const moveBoxes = command<{
  readonly boxes: Readonly<Record<Id, Box>>
  readonly verb?: 'Move' | 'Resize'
}>(
  ({ verb }) => verb ?? 'Move',
  (draft, { boxes }) => {
    for (const [key, box] of Object.entries(boxes)) {
      const id = key as Id
      const before = draft.layout[id]
      if (!before) continue
      Object.assign(before, box)
    }
    const design = designOfDraft(draft)
    const parentIn = (id: Id) => {
      const it = design.get(id)
      return it ? parentOf(it, design) : null
    }
    for (const key of Object.keys(boxes)) growToFit(draft, parentIn(key as Id), parentIn)
  },
)
