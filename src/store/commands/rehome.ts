import type { Design } from '../../kinds/contract'
import type { Id } from '../../kinds/resource'
import { parentOf } from '../../model/containment'
import { growToFit } from '../../model/layout'
import { command, designOfDraft } from '../history'
import type { Rehoming } from '../asking'
import { rehomed } from './rehoming'
import { resettle } from './resettle'

/** Moves resources into other containers, with all that follows; one entry for one drag. */
/** Where everything is drawn that follows another resource, such as pods their nodes. */
function homesOf(design: Design): readonly (readonly [Id, Id | null])[] {
  return [...design.all('eks-pods'), ...design.all('elastic-ip')].map(
    (it) => [it.id, parentOf(it, design)] as const,
  )
}

export const rehome = command<{ readonly moves: readonly Rehoming[] }>(
  'Move to another container',
  (draft, { moves }) => {
    for (const { id, to, box } of moves) {
      const homes = homesOf(designOfDraft(draft))
      for (const resource of rehomed(designOfDraft(draft), id, to).changed)
        draft.resources[resource.id] = resource
      const after = designOfDraft(draft)
      const moved = after.get(id)
      const before = draft.layout[id]
      // what cannot lie there stays where it was
      if (before && moved && parentOf(moved, after) === to) Object.assign(before, box)
      for (const [follower, home] of homes)
        if (follower !== id && !moves.some((move) => move.id === follower))
          resettle(draft, follower, home)
    }
    const design = designOfDraft(draft)
    const parentIn = (id: Id) => {
      const it = design.get(id)
      return it ? parentOf(it, design) : null
    }
    for (const { id } of moves) growToFit(draft, parentIn(id), parentIn)
  },
)
