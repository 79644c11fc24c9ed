import type { Id } from '../../kinds/resource'
import { designOf } from '../../model/design'
import { placeResource } from '../commands/place'
import type { Designer } from '../designer'
import { kindOfPlaced, termOf, variantOfPlaced, type Placed } from '../placed'

export interface Place {
  /** What it is dropped on; none for the canvas itself. */
  readonly on: readonly Id[]
  /** Where its top left corner shall be, in the coordinates of what it is dropped on. */
  readonly at: { readonly x: number; readonly y: number }
  /** Joins several placements into one history entry. */
  readonly burst?: string
}

/** Places what the palette offers and selects it; null when the page only looks. */
export function place(designer: Designer, placed: Placed, { on, at, burst }: Place): Id | null {
  const kind = kindOfPlaced(placed)
  const id = designer.newId(kind)
  const { newId } = designer
  const variant = variantOfPlaced(placed)
  const done = designer.run(placeResource, { kind, id, on, at, newId, variant }, burst)
  if (!done) return null
  designer.select([id])
  const design = designOf(designer.getState().document)
  const made = design.get(id)
  const host = on[0] && design.get(on[0])
  if (made)
    designer.announce(
      `Added ${termOf(made, design)} ${made.name}${host ? ` on ${host.name}` : ''}.`,
    )
  return id
}
