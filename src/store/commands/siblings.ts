import type { Draft } from 'immer'
import type { Id } from '../../kinds/resource'
import type { Box, Document } from '../../model/document'
import { sizeOf, type Size } from '../../model/layout'

/** Where the others lie that are drawn in the same container, or beside it on the canvas. */
export function siblingBoxes(
  draft: Draft<Document>,
  id: Id,
  parentIn: (id: Id) => Id | null,
): readonly (Box & Size)[] {
  const parentId = parentIn(id)
  return Object.values(draft.resources).flatMap((other) => {
    const box = draft.layout[other.id]
    const size = sizeOf(other, box)
    return box && size && other.id !== id && parentIn(other.id) === parentId
      ? [{ ...box, ...size }]
      : []
  })
}
