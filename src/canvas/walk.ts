import { definitionOf } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import type { Document } from '../model/document'
import { chipRects } from './chips'
import type { Detail } from './detail'
import type { Direction } from './directions'
import { drawnEndsOf, lanesOf } from './edges'
import { drawsMany } from './many'
import { drawnIn, rectsOf, type Rect } from './rects'
import { labelSpotOf, routeBetween } from './route'

/** What the keyboard walks over: all that is drawn and stands for a resource, in reading order. */
export type Stops = ReadonlyMap<Id, Rect>

/** The head of a container is where the keyboard finds it: what it holds lies below. */
const headHeight = 56

/** About as large as the label of a link is drawn. */
const labelSize = { width: 150, height: 36 }

/**
 * Everything that can have the focus, each container before what it holds and each link after what
 * it joins, with where it is found.
 */
export function stopsOf(document: Document, detail: Detail): Stops {
  const rects = rectsOf(document)
  const stops = new Map<Id, Rect>()
  const lanes = lanesOf(document)
  const open = new Map<Id, (readonly [link: Id, from: Id, to: Id])[]>()
  for (const id of lanes.keys()) {
    const it = document.resources[id]
    const ends = it && drawnEndsOf(document, it)
    if (!ends) continue
    for (const end of ends) {
      const list = open.get(end)
      if (list) list.push([id, ...ends])
      else open.set(end, [[id, ...ends]])
    }
  }
  const walked = new Set<Id>()
  // what is too small to be drawn is not walked to
  const outermost = detail === 'distant' && drawsMany(document)
  const links = (last: Id) => {
    if (outermost) return
    for (const [id, from, to] of open.get(last) ?? []) {
      if (!walked.has(from) || !walked.has(to)) continue
      const [start, end] = [rects.get(from), rects.get(to)]
      if (!start || !end) continue
      const lane = lanes.get(id) ?? 0
      stops.set(id, around(labelSpotOf(routeBetween(start, end, lane), lane)))
    }
  }
  const walk = (container: Id | null) => {
    const held = drawnIn(document, container)
    const boxes = held.flatMap((it) => {
      const rect = rects.get(it.id)
      return rect ? [{ it, rect }] : []
    })
    // rows first, as one reads
    for (const { it, rect } of boxes.sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x)) {
      stops.set(it.id, headOf(it, rect, document))
      if (!outermost) walk(it.id)
      walked.add(it.id)
      links(it.id)
    }
    // from further away the feet of containers are not drawn
    if (container !== null && (detail === 'near' || detail === 'middle'))
      for (const [id, rect] of chipRects(document, container)) stops.set(id, rect)
  }
  walk(null)
  return stops
}

function headOf(it: Resource, rect: Rect, { layout }: Document): Rect {
  if (definitionOf(it).look.shape !== 'container' || layout[it.id]?.collapsed) return rect
  return { ...rect, height: Math.min(rect.height, headHeight) }
}

function around({ x, y }: { readonly x: number; readonly y: number }): Rect {
  const { width, height } = labelSize
  return { x: x - width / 2, y: y - height / 2, width, height }
}

/** What lies aside counts this many times as far as what lies straight ahead. */
const aside = 2

/** Of those that are equally far, the one that begins nearest to where this one does. */
const lead = 0.02

/** The next stop in a direction; null where there is none. */
export function nextStop(stops: Stops, from: Id, direction: Direction): Id | null {
  const here = stops.get(from)
  if (!here) return null
  const start = turned(here, direction)
  let best: { readonly id: Id; readonly far: number } | null = null
  for (const [id, rect] of stops) {
    if (id === from) continue
    const far = distance(start, turned(rect, direction))
    if (far !== null && (best === null || far < best.far)) best = { id, far }
  }
  return best?.id ?? null
}

/** How far away this lies to the right; null where it does not lie there. */
function distance(from: Rect, to: Rect): number | null {
  const gap = to.x - (from.x + from.width)
  // a gateway on the border of its VPC overlaps the VPC's head, yet lies above it
  if (gap < -Math.min(from.width, to.width) / 2) return null
  const across = Math.max(0, to.y - (from.y + from.height), from.y - (to.y + to.height))
  return Math.max(0, gap) + across * aside + Math.abs(to.y - from.y) * lead
}

/** The rectangle as it lies when the direction is turned to point right. */
function turned({ x, y, width, height }: Rect, direction: Direction): Rect {
  if (direction === 'right') return { x, y, width, height }
  if (direction === 'left') return { x: -(x + width), y, width, height }
  if (direction === 'down') return { x: y, y: x, width: height, height: width }
  return { x: -(y + height), y: x, width: height, height: width }
}

/** Where Tab enters the canvas: what has the focus, what is selected, what had it last, the first. */
export function tabStop(
  stops: Stops,
  {
    focused,
    selection,
    last,
  }: { readonly focused: Id | null; readonly selection: readonly Id[]; readonly last: Id | null },
): Id | null {
  const wished = [focused, ...selection, last].find((id) => id !== null && stops.has(id))
  return wished ?? stops.keys().next().value ?? null
}
