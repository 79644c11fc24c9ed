import { definitionOf } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import { font, mono, textWidth } from '../ui/text-width'
import { captionLines } from './caption-lines'
import type { Detail } from './detail'
import { drawnEndsOf, lanesOf } from './edges'
import type { Rect } from './rects'
import { labelSpotOf, routeBetween } from './route'

/** Sizes of type as the style sheets draw them: name, addresses, words. */
const sizes: Readonly<Record<Detail, { readonly head: Sizes; readonly large: Sizes }>> = {
  near: { head: [13, 11, 11], large: [14, 11, 11.5] },
  middle: { head: [17, 15, 14], large: [20, 16, 15] },
  far: { head: [24, 0, 0], large: [30, 0, 0] },
  distant: { head: [0, 0, 0], large: [48, 0, 0] },
}
type Sizes = readonly [name: number, addresses: number, words: number]

/** The upper left corner of a container, where its icon, its name and its captions stand. */
function headOf(it: Resource, { x, y, width }: Rect, document: Document, detail: Detail): Rect {
  const { look, placement } = definitionOf(it)
  const large = placement.type === 'canvas'
  const [name, small, smaller] = sizes[detail][large ? 'large' : 'head']
  const { addresses, words } = captionLines(look.captions(it, designOf(document)))
  const text = Math.max(
    name > 0 ? textWidth(it.name, `600 ${name}px ${font}`) : 0,
    small > 0 ? textWidth(addresses.join(' '), `${small}px ${mono}`) : 0,
    smaller > 0 ? textWidth(words.join(' · '), `${smaller}px ${font}`) : 0,
  )
  const icon = large ? 32 : 24
  const height = Math.max(icon, (name + small + smaller) * 1.2 + 4)
  return { x, y, width: Math.min(width, icon + 12 + text), height }
}

/** The label to the right of what sits astride a border. */
function labelOf(it: Resource, { x, y, width }: Rect, detail: Detail): Rect {
  const size = { near: 11.5, middle: 16, far: 22, distant: 0 }[detail]
  const text = size > 0 ? textWidth(it.name, `600 ${size}px ${font}`) : 0
  return { x, y: y - 8, width: width + 8 + text, height: 28 }
}

/**
 * What a line across the canvas must not cover to leave it legible: heads of containers, cards,
 * gateways with their labels, labels of links.
 */
export function legible(
  document: Document,
  rects: ReadonlyMap<Id, Rect>,
  detail: Detail,
): readonly Rect[] {
  const found: Rect[] = []
  for (const [id, rect] of rects) {
    const it = document.resources[id]
    if (!it) continue
    const { shape } = definitionOf(it).look
    if (shape === 'container') found.push(headOf(it, rect, document, detail))
    else if (shape === 'edge') found.push(rect, labelOf(it, rect, detail))
    else found.push(rect)
  }
  for (const [id, lane] of lanesOf(document)) {
    const it = document.resources[id]
    const ends = it && drawnEndsOf(document, it)
    const [from, to] = ends ? [rects.get(ends[0]), rects.get(ends[1])] : []
    if (!it || !from || !to) continue
    found.push(linkLabelOf(it, labelSpotOf(routeBetween(from, to, lane), lane), detail))
  }
  return found
}

/** The label of a link, around the middle of its line. */
function linkLabelOf({ name }: Resource, at: { x: number; y: number }, detail: Detail): Rect {
  const size = { near: 11.5, middle: 15, far: 19, distant: 19 }[detail]
  const width = Math.min(240, textWidth(name, `600 ${size}px ${font}`) + 44)
  const height = size * 3.4
  return { x: at.x - width / 2, y: at.y - height / 2, width, height }
}
