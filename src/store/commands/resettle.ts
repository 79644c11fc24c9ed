import type { Draft } from 'immer'
import { definitionOf } from '../../kinds/catalogue'
import type { Id, Resource } from '../../kinds/resource'
import { parentOf } from '../../model/containment'
import type { Document } from '../../model/document'
import { growToFit, marginsOf, sizeOf, snap } from '../../model/layout'
import { designOfDraft } from '../history'
import { layOut } from './place'

/**
 * Draws a resource anew in its container when a change of its fields took it out of `before`: a
 * workload of several subnets lies across them, one that is left with one subnet lies in it.
 */
export function resettle(draft: Draft<Document>, id: Id, before: Id | null): void {
  const design = designOfDraft(draft)
  const parentIn = (id: Id) => {
    const it = design.get(id)
    return it ? parentOf(it, design) : null
  }
  const it = design.get(id)
  const home = parentIn(id)
  const host = home && design.get(home)
  if (!it || home === before || !draft.layout[id]) return
  delete draft.layout[id]
  if (!host) {
    layOut(draft, it, { x: 0, y: 0 })
    return
  }
  const across = middleOf(draft, it, home, parentIn)
  if (across) draft.layout[id] = across
  else {
    const { side, top } = marginsOf(host)
    layOut(draft, it, { x: side, y: top })
  }
  growToFit(draft, home, parentIn)
}

/** The place in the middle of those neighbours that it has to do with; null where it has none. */
function middleOf(
  draft: Draft<Document>,
  it: Resource,
  home: Id,
  parentIn: (id: Id) => Id | null,
): { x: number; y: number } | null {
  const size = sizeOf(it, undefined)
  const middles = definitionOf(it)
    .links(it)
    .flatMap(({ to }) => {
      const [other, box] = [draft.resources[to], draft.layout[to]]
      const extent = other && sizeOf(other, box)
      // it may cover a container that it is part of, never a card beside it
      const holds = other && definitionOf(other).look.shape === 'container'
      return box && extent && holds && parentIn(to) === home
        ? [{ x: box.x + extent.width / 2, y: box.y + extent.height / 2 }]
        : []
    })
  if (!size || middles.length === 0) return null
  const mean = (of: 'x' | 'y') => middles.reduce((sum, it) => sum + it[of], 0) / middles.length
  return { x: snap(mean('x') - size.width / 2), y: snap(mean('y') - size.height / 2) }
}
