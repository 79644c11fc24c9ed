import { definitionOf, linksOf } from '../kinds/catalogue'
import type { Design } from '../kinds/contract'
import type { Id, Resource } from '../kinds/resource'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import { roomForLink, sizeOf } from '../model/layout'
import { place } from '../store/actions/place'
import type { Designer } from '../store/designer'
import { placedLike } from '../store/placed'
import { stepOf, type Direction } from './directions'
import { landingOf } from './drop'

/** Between neighbours in one container, in canvas units. */
const gap = 24

/** Adds another of the same kind on that side, in the same container; null with the reason said. */
export function addNeighbour(designer: Designer, id: Id, direction: Direction): Id | null {
  const { document, readOnly } = designer.getState()
  const design = designOf(document)
  const it = design.get(id)
  if (!it || readOnly) return null
  const { placement } = definitionOf(it)
  const host = placement.type === 'on' ? hostOf(it, design) : null
  const landing = landingOf(it.kind, host ? [host] : [], design)
  if (placement.type === 'between' || !landing.ok) {
    designer.notify(landing.ok ? 'A link has no neighbour.' : landing.reason, 'problem')
    return null
  }
  const at = besides(document.layout[id], sizeOf(it, document.layout[id]), direction, !host)
  const made = place(designer, placedLike(it, design), { on: landing.on ? [landing.on] : [], at })
  if (made) designer.show({ type: 'reveal', id: made })
  return made
}

/** What the neighbour shall lie in: what holds this one, or the first of several that do. */
function hostOf(it: Resource, design: Design): Resource | undefined {
  const { placement } = definitionOf(it)
  const kinds = placement.type === 'on' ? placement.kinds : []
  const home = parentOf(it, design)
  const holders = [home, ...linksOf(it).map(({ to }) => to)]
  return holders
    .flatMap((id) => (id ? (design.get(id) ?? []) : []))
    .find((holder) => kinds.includes(holder.kind))
}

function besides(
  box: { readonly x: number; readonly y: number } | undefined,
  size: { readonly width: number; readonly height: number } | null,
  direction: Direction,
  onCanvas: boolean,
) {
  if (!box || !size) return { x: 0, y: 0 }
  const { x, y } = stepOf[direction]
  // beside a VPC there is room for a link and its label
  const room = onCanvas ? roomForLink : gap
  return { x: box.x + x * (size.width + room), y: box.y + y * (size.height + room) }
}
