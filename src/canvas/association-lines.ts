import { definitionOf, linksOf } from '../kinds/catalogue'
import type { Id } from '../kinds/resource'
import { isHidden } from '../model/collapse'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import { legible } from './legible'
import { rectsOf, touches, type Point, type Rect } from './rects'
import { routeBetween, type Line } from './route'
import { covered } from './way'

/** A card that lies in several containers at once, and one of those it is not drawn in. */
export type Association = readonly [card: Id, container: Id]

const known = new WeakMap<Document['resources'], readonly Association[]>()

/** Every association that a card drawn in one container has with another. */
export function associationsOf(document: Document): readonly Association[] {
  const before = known.get(document.resources)
  if (before) return before
  const design = designOf(document)
  const found = Object.values(document.resources).flatMap((it) => {
    const { look, placement } = definitionOf(it)
    if (look.shape !== 'card' || placement.type !== 'on') return []
    const home = parentOf(it, design)
    return linksOf(it).flatMap(({ to }): readonly Association[] => {
      const container = design.get(to)
      const lies =
        container &&
        placement.kinds.includes(container.kind) &&
        definitionOf(container).look.shape === 'container' &&
        to !== home
      return lies ? [[it.id, to]] : []
    })
  })
  known.set(document.resources, found)
  return found
}

/** What the lines of associations keep clear of: every word, and other containers where they can. */
export interface Surroundings {
  readonly words: readonly Rect[]
  readonly containers: readonly Rect[]
}

export function surroundingsOf(document: Document): Surroundings {
  const rects = rectsOf(document)
  const containers = [...rects].flatMap(([id, rect]) => {
    const it = document.resources[id]
    const { look, placement } = it ? definitionOf(it) : { look: null, placement: null }
    return look?.shape === 'container' && placement?.type === 'on' && !isHidden(document, id)
      ? [rect]
      : []
  })
  return { words: legible(document, rects, 'near'), containers }
}

/** Clear of the round corners of a box. */
const corner = 12

/** A turn costs as much as so many units of way; to run through another container, so many. */
const costs = { turn: 24, container: 80 } as const

/** Where along a stretch a line may end: at the near end, in the middle, and between. */
function spots(start: number, end: number): readonly number[] {
  const [from, to] = [start + corner, end - corner]
  if (to <= from) return [(start + end) / 2]
  return Array.from({ length: 7 }, (_, i) => from + ((to - from) * i) / 6)
}

/** Lines that end at the upper or the lower side of the box: straight ones, and with one turn. */
function upright(card: Rect, box: Rect): readonly Line[] {
  const above = card.y + card.height <= box.y
  const below = card.y >= box.y + box.height
  const lines: Line[] = []
  if (!above && !below) return lines
  const endY = above ? box.y : box.y + box.height
  const startY = above ? card.y + card.height : card.y
  const centre = { x: card.x + card.width / 2, y: card.y + card.height / 2 }
  const [left, right] = [card.x, card.x + card.width]
  const shared = [Math.max(left, box.x), Math.min(right, box.x + box.width)] as const
  const straight = [
    ...(shared[1] - shared[0] > 2 * corner ? spots(...shared) : []),
    ...(centre.x > box.x + corner && centre.x < box.x + box.width - corner ? [centre.x] : []),
  ]
  for (const x of straight)
    lines.push([
      { x, y: startY },
      { x, y: endY },
    ])
  for (const x of spots(box.x, box.x + box.width)) {
    if (x > left - corner && x < right + corner) continue
    lines.push([
      { x: x < left ? left : right, y: centre.y },
      { x, y: centre.y },
      { x, y: endY },
    ])
  }
  return lines
}

const turnedPoint = ({ x, y }: Point): Point => ({ x: y, y: x })
const turned = ({ x, y, width, height }: Rect): Rect => ({
  x: y,
  y: x,
  width: height,
  height: width,
})

const lengthOf = (line: Line) =>
  line
    .slice(1)
    .reduce(
      (sum, { x, y }, i) => sum + Math.abs(x - (line[i]?.x ?? x)) + Math.abs(y - (line[i]?.y ?? y)),
      0,
    )

const holds = (outer: Rect, it: Rect) =>
  it.x >= outer.x &&
  it.y >= outer.y &&
  it.x + it.width <= outer.x + outer.width &&
  it.y + it.height <= outer.y + outer.height

/** All that a line between these two can come near: none leaves the box around both. */
function span(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x) - near, Math.min(a.y, b.y) - near]
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) + near - x,
    height: Math.max(a.y + a.height, b.y + b.height) + near - y,
  }
}

/** More than half the width that a line takes. */
const near = 24

/**
 * The line from a card to the border of a container that it lies in as well: short, with few turns,
 * clear of words and cards. Null where the card is drawn across the container, which shows it.
 */
export function associationLine(card: Rect, box: Rect, around: Surroundings): Line | null {
  if (touches(card, box)) return null
  const between = span(card, box)
  const words = around.words.filter(
    (it) => touches(it, between) && !holds(it, card) && !holds(card, it),
  )
  const others = around.containers.filter(
    (it) => touches(it, between) && !holds(it, card) && !holds(it, box),
  )
  const turnedLines = upright(turned(card), turned(box)).map(
    (line) => line.map(turnedPoint) as unknown as Line,
  )
  let best: { readonly line: Line; readonly cost: number } | null = null
  for (const line of [...upright(card, box), ...turnedLines, routeBetween(card, box)]) {
    const crossed = others.filter((it) => covered(line, [it]) > 0 && !holds(box, it)).length
    const cost =
      covered(line, words) * 4 +
      lengthOf(line) +
      (line.length - 2) * costs.turn +
      crossed * costs.container
    if (!best || cost < best.cost) best = { line, cost }
  }
  return best?.line ?? null
}
