import type { Id } from '../../kinds/resource'
import { parentOf } from '../../model/containment'
import { designOf } from '../../model/design'
import type { Box } from '../../model/document'
import { gridStep, sizeOf, snap, type Size } from '../../model/layout'
import { moveBoxes } from '../commands/move'
import type { Designer } from '../designer'
import { tellLocked } from './lock'

type Placed = Box & Size & { readonly id: Id }

export type Alignment = 'left' | 'right' | 'top' | 'bottom' | 'centre' | 'middle'

/** Moves the selection by whole grid steps; a burst of them is one history entry. */
export function nudge(designer: Designer, steps: { readonly x: number; readonly y: number }): void {
  const moved = movable(designer)
  const { document, view } = designer.getState()
  const locked = view.selection.filter((id) => document.layout[id]?.locked)
  if (moved.length === 0 && locked.length > 0) tellLocked(designer, locked)
  const boxes = Object.fromEntries(
    moved.map(({ id, x, y }) => [id, { x: x + steps.x * gridStep, y: y + steps.y * gridStep }]),
  )
  if (moved.length > 0)
    designer.run(moveBoxes, { boxes }, `nudge ${moved.map(({ id }) => id).join(' ')}`)
}

/** Lines the selection up; only what shares a container has a common line. */
export function align(designer: Designer, to: Alignment): void {
  const items = sameContainer(designer)
  if (items.length < 2) return
  const left = Math.min(...items.map(({ x }) => x))
  const top = Math.min(...items.map(({ y }) => y))
  const right = Math.max(...items.map(({ x, width }) => x + width))
  const bottom = Math.max(...items.map(({ y, height }) => y + height))
  const lined: Record<Alignment, (it: Placed) => Box> = {
    left: ({ y }) => ({ x: left, y }),
    right: ({ y, width }) => ({ x: right - width, y }),
    centre: ({ y, width }) => ({ x: snap((left + right - width) / 2), y }),
    top: ({ x }) => ({ x, y: top }),
    bottom: ({ x, height }) => ({ x, y: bottom - height }),
    middle: ({ x, height }) => ({ x, y: snap((top + bottom - height) / 2) }),
  }
  designer.run(moveBoxes, {
    boxes: Object.fromEntries(items.map((it) => [it.id, lined[to](it)])),
  })
}

/** Makes the gaps between the selected ones equal, the outermost two staying where they are. */
export function distribute(designer: Designer, along: 'x' | 'y'): void {
  const extent = along === 'x' ? 'width' : 'height'
  const items = sameContainer(designer).toSorted((a, b) => a[along] - b[along])
  const [first, last] = [items[0], items.at(-1)]
  if (!first || !last || items.length < 3) return
  const inner = last[along] + last[extent] - first[along]
  const gap = (inner - items.reduce((sum, it) => sum + it[extent], 0)) / (items.length - 1)
  let next = first[along]
  const boxes = items.map(({ id, x, y, ...it }) => {
    const box = along === 'x' ? { x: snap(next), y } : { x, y: snap(next) }
    next += it[extent] + gap
    return [id, box] as const
  })
  designer.run(moveBoxes, { boxes: Object.fromEntries(boxes) })
}

/** What of the selection may move: not what is locked, nor what moves along with its container. */
function movable(designer: Designer): readonly Placed[] {
  const { document, view } = designer.getState()
  const design = designOf(document)
  const chosen = new Set(view.selection)
  const carried = (id: Id | null): boolean => {
    const it = id && design.get(id)
    return it ? chosen.has(it.id) || carried(parentOf(it, design)) : false
  }
  return view.selection.flatMap((id) => {
    const it = design.get(id)
    const box = document.layout[id]
    const size = it && sizeOf(it, box)
    return it && box && size && !box.locked && !carried(parentOf(it, design))
      ? [{ id, x: box.x, y: box.y, ...size }]
      : []
  })
}

function sameContainer(designer: Designer): readonly Placed[] {
  const design = designOf(designer.getState().document)
  const items = movable(designer)
  const homes = new Set(
    items.map(({ id }) => {
      const it = design.get(id)
      return it ? parentOf(it, design) : null
    }),
  )
  return homes.size === 1 ? items : []
}
