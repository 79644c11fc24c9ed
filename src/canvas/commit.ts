import { definitionOf } from '../kinds/catalogue'
import type { Id } from '../kinds/resource'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import type { Box } from '../model/document'
import { moveBoxes } from '../store/commands/move'
import { duplicateAt } from '../store/actions/clipboard'
import { rehomed } from '../store/commands/rehoming'
import { rehome } from '../store/commands/rehome'
import type { Rehoming } from '../store/asking'
import type { Designer } from '../store/designer'
import { movedTo } from './drop'
import { rectsOf, touchesHome, under, type Point } from './rects'
import type { Flight } from './useFlight'

/** A finished resize: one entry. */
export function commitResize(designer: Designer, flight: Flight): void {
  const boxes = boxesOf(designer, flight)
  if (Object.keys(boxes).length > 0) designer.run(moveBoxes, { boxes, verb: 'Resize' })
}

/**
 * A finished drag: one entry. What came to lie over another container moves into it; what may not
 * go there returns, with the reason; where relations would break the user is asked first.
 */
export function commitDrag(
  designer: Designer,
  flight: Flight,
  dragged: readonly Id[],
  point: Point,
): void {
  const { document } = designer.getState()
  const design = designOf(document)
  const over = under(document, point, new Set(dragged))
  const boxes = boxesOf(designer, flight)
  const moves: Rehoming[] = []
  for (const id of dragged) {
    const it = design.get(id)
    const box = boxes[id]
    if (!it || !box) continue
    const landing = movedTo(it, over, touchesHome(document, it, box), design)
    if (!landing.ok) {
      designer.notify(landing.reason, 'problem')
      return
    }
    const home = parentOf(it, design)
    if (landing.on === null || landing.on === home) continue
    const from = (home && rectsOf(document).get(home)) || { x: 0, y: 0 }
    const into = rectsOf(document).get(landing.on) ?? { x: 0, y: 0 }
    moves.push({
      id,
      to: landing.on,
      box: { x: box.x + from.x - into.x, y: box.y + from.y - into.y },
    })
  }
  if (moves.length === 0) {
    designer.run(moveBoxes, { boxes })
    return
  }
  const breaks = moves.flatMap(({ id, to }) => rehomed(design, id, to).breaks)
  if (breaks.length > 0) designer.look({ asking: { type: 'rehome', moves } })
  else moveHome(designer, moves)
}

/** A drag with Alt held: copies lie where the drag ended, the originals stay. */
export function commitCopy(
  designer: Designer,
  flight: Flight,
  dragged: readonly Id[],
  point: Point,
): void {
  const { document } = designer.getState()
  const design = designOf(document)
  const [first] = dragged
  const it = first && design.get(first)
  const box = first && boxesOf(designer, flight)[first]
  if (!it || !box) return
  const over = under(document, point, new Set(dragged))
  const landing = movedTo(it, over, touchesHome(document, it, box), design)
  if (!landing.ok) {
    designer.notify(landing.reason, 'problem')
    return
  }
  const home = parentOf(it, design)
  const from = (home && rectsOf(document).get(home)) || { x: 0, y: 0 }
  const into = (landing.on && rectsOf(document).get(landing.on)) || { x: 0, y: 0 }
  duplicateAt(designer, dragged, {
    into: landing.on,
    at: { x: box.x + from.x - into.x, y: box.y + from.y - into.y },
  })
}

/** Moves into other containers and says so. */
export function moveHome(designer: Designer, moves: readonly Rehoming[]): void {
  if (!designer.run(rehome, { moves })) return
  const { document } = designer.getState()
  for (const { id, to } of moves) {
    const [it, place] = [document.resources[id], document.resources[to]]
    if (it && place)
      designer.announce(`${it.name} now lies in ${definitionOf(place).term} ${place.name}.`)
  }
}

/** Whole boxes, rounded: a pointer moves by fractions when the canvas is zoomed. */
function boxesOf(designer: Designer, flight: Flight): Readonly<Record<Id, Box>> {
  const { layout } = designer.getState().document
  const boxes: Record<Id, Box> = {}
  for (const [id, change] of flight) {
    const before = layout[id]
    if (!before) continue
    const { x, y, width, height } = { ...before, ...change }
    boxes[id] = {
      x: Math.round(x),
      y: Math.round(y),
      ...(change.width === undefined || width === undefined ? {} : { width: Math.round(width) }),
      ...(change.height === undefined || height === undefined
        ? {}
        : { height: Math.round(height) }),
    }
  }
  return boxes
}
