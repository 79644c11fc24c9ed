import type { DraftContext } from '../../kinds/contract'
import type { Id, Kind } from '../../kinds/resource'
import { parentOf } from '../../model/containment'
import type { Clip } from '../../model/clipboard'
import { growToFit, snap } from '../../model/layout'
import { pasteInto, type Pasted } from '../../model/paste'
import { command, designOfDraft } from '../history'
import { layOut } from './place'

export interface PastingArgs {
  readonly clip: Clip
  readonly newId: DraftContext<Kind>['newId']
  readonly into: Id | null
  /** Where the first of them shall lie, in the coordinates of its container. */
  readonly at: { readonly x: number; readonly y: number }
  readonly verb: 'Paste' | 'Duplicate'
  /** Hears what became of it. */
  readonly done: (pasted: Pasted) => void
}

/** Copies of what was copied, near the wish and clear of what is there. */
export const pasteClip = command<PastingArgs>(
  ({ verb }) => verb,
  (draft, { clip, newId, into, at, done }) => {
    const pasted = pasteInto(draft, clip, { newId, into })
    // the copies keep their places to one another
    const boxes = clip.chosen.flatMap((id) => clip.layout[id] ?? [])
    const left = Math.min(...boxes.map(({ x }) => x))
    const top = Math.min(...boxes.map(({ y }) => y))
    const made = pasted.ids.flatMap((id) => draft.resources[id] ?? [])
    for (const [i, it] of made.entries()) {
      const box = boxes[i]
      layOut(draft, it, {
        x: snap(at.x + (box ? box.x - left : 0)),
        y: snap(at.y + (box ? box.y - top : 0)),
      })
      const size = draft.layout[it.id]
      // a container keeps the size it had
      if (size && box?.width !== undefined && box.height !== undefined)
        Object.assign(size, { width: box.width, height: box.height })
    }
    fitAll(draft, pasted.ids)
    done(pasted)
  },
)

function fitAll(draft: Parameters<typeof layOut>[0], ids: readonly Id[]): void {
  const design = designOfDraft(draft)
  const parentIn = (id: Id) => {
    const it = design.get(id)
    return it ? parentOf(it, design) : null
  }
  for (const id of ids) growToFit(draft, parentIn(id), parentIn)
}
