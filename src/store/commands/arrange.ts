import type { Id } from '../../kinds/resource'
import type { Box, Document } from '../../model/document'
import { command } from '../history'

const alike = (a: Box | undefined, b: Box) =>
  a?.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

/** Every place of the design at once, as one entry of the history. */
export const arrangeAll = command<{ readonly layout: Document['layout'] }>(
  'Arrange',
  (draft, { layout }) => {
    for (const [key, box] of Object.entries<Box>(layout)) {
      const id = key as Id
      if (!alike(draft.layout[id], box)) draft.layout[id] = { ...draft.layout[id], ...box }
    }
  },
)
