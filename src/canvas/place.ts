import { definitionOf } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import { containerMargins, marginsOf, snap } from '../model/layout'
import { startLink } from '../store/actions/link'
import { place } from '../store/actions/place'
import type { Designer } from '../store/designer'
import { kindOfPlaced, type Placed } from '../store/placed'
import { landingOf, type Landing } from './drop'
import { rectsOf, under, type Point } from './rects'

/** Where would this land at that point, and would it be taken? */
export function landingAt(designer: Designer, placed: Placed, point: Point): Landing {
  const { document } = designer.getState()
  return landingOf(kindOfPlaced(placed), under(document, point), designOf(document))
}

/** Places at a point of the canvas; says why not where it may not be. */
export function placeAt(designer: Designer, placed: Placed, point: Point): Id | null {
  const landing = landingAt(designer, placed, point)
  if (landing.ok) return placeOn(designer, placed, landing.on, point)
  const { lacks, reason } = landing
  if (lacks === null) designer.notify(reason, 'problem')
  else {
    const { term } = definitionOf({ kind: lacks })
    designer.notify(reason, 'problem', {
      label: `Add a ${term} around it`,
      accept: () => {
        surround(designer, placed, lacks, point)
      },
    })
  }
  return null
}

/** Places in a resource that the keyboard points at, or in what holds it. */
export function placeInto(designer: Designer, placed: Placed, id: Id): Id | null {
  const { document } = designer.getState()
  const design = designOf(document)
  const over: Resource[] = []
  for (let it = design.get(id); it;) {
    over.push(it)
    const home: Id | null = parentOf(it, design)
    it = home ? design.get(home) : undefined
  }
  const landing = landingOf(kindOfPlaced(placed), over, design)
  if (landing.ok) return placeOn(designer, placed, landing.on, null)
  designer.notify(landing.reason, 'problem')
  return null
}

/** Places on a known resource; without a point, in its first free corner. */
export function placeOn(
  designer: Designer,
  placed: Placed,
  on: Id | null,
  point: Point | null,
): Id | null {
  const { document } = designer.getState()
  const host = on && document.resources[on]
  const kind = kindOfPlaced(placed)
  const { look, placement } = definitionOf({ kind })
  if (placement.type === 'between') {
    if (on) startLink(designer, on, kind)
    return null
  }
  const origin = (on && rectsOf(document).get(on)) || { x: 0, y: 0 }
  const size = look.size ?? { width: 0, height: 0 }
  const margins = host ? marginsOf(host) : { side: 0, top: 0 }
  const at = point
    ? {
        x: snap(point.x - origin.x - size.width / 2),
        y: snap(point.y - origin.y - size.height / 2),
      }
    : { x: margins.side, y: margins.top }
  const id = place(designer, placed, { on: on ? [on] : [], at })
  // it had to give way to what lay there: nobody should have to look for it
  if (id) designer.show({ type: 'reveal', id })
  return id
}

/** A container around the point, and the thing inside it: one history entry. */
function surround(designer: Designer, placed: Placed, kind: 'vpc' | Placed, point: Point): void {
  const burst = `surround ${designer.getState().revision}`
  const { size } = definitionOf({ kind: kindOfPlaced(kind) }).look
  const { side, top } = containerMargins.vpc
  const at = {
    x: snap(point.x - (size?.width ?? 0) / 2),
    y: snap(point.y - (size?.height ?? 0) / 2),
  }
  const outer = place(designer, kind, { on: [], at, burst })
  if (!outer) return
  place(designer, placed, { on: [outer], at: { x: side, y: top }, burst })
  designer.show({ type: 'reveal', id: outer })
}
