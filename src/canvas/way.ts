import type { Point, Rect } from './rects'
import { reversed, routeBetween, type Line } from './route'

/** Half the width that both lanes of a lit path take, and some air. */
const reach = 9

/** Places tried along a side. */
const tries = 9

/** A piece of a line, as wide as what is drawn along it. */
function band(start: Point, end: Point): Rect {
  return {
    x: Math.min(start.x, end.x) - reach,
    y: Math.min(start.y, end.y) - reach,
    width: Math.abs(end.x - start.x) + 2 * reach,
    height: Math.abs(end.y - start.y) + 2 * reach,
  }
}

/** The area that two boxes share. */
export function shared(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

const piecesOf = (line: Line) => line.slice(1).map((end, i) => [line[i] ?? end, end] as const)

/** How much of what stands there would this line cover? */
export function covered(line: Line, avoid: readonly Rect[]): number {
  let sum = 0
  for (const [start, end] of piecesOf(line)) {
    const drawn = band(start, end)
    for (const rect of avoid) {
      const area = shared(drawn, rect)
      // to touch it at all is worse than any detour
      if (area > 0) sum += 500 + area
    }
  }
  return sum
}

/** An arrow needs this much of the last piece. */
const arrow = 18

function effortOf(line: Line, usual: Line): number {
  const length = piecesOf(line).reduce(
    (sum, [a, b]) => sum + Math.abs(b.x - a.x) + Math.abs(b.y - a.y),
    0,
  )
  const stubs = piecesOf(line).filter(
    ([a, b]) => Math.abs(b.x - a.x) + Math.abs(b.y - a.y) < arrow,
  ).length
  const [first, last] = [line[0], line.at(-1) ?? line[0]]
  const [usualFirst, usualLast] = [usual[0], usual.at(-1) ?? usual[0]]
  const moved =
    Math.abs(first.x - usualFirst.x) +
    Math.abs(first.y - usualFirst.y) +
    Math.abs(last.x - usualLast.x) +
    Math.abs(last.y - usualLast.y)
  return length + line.length * 24 + stubs * 40 + moved * 0.3
}

/** Sides this short are left at their middle: those of a gateway are round. */
const shortSide = 56

/** Places along a side, evenly spread and clear of its corners. */
function along(start: number, length: number, short = shortSide): readonly number[] {
  const free = length - 2 * reach - 6
  if (length <= short || free <= 0) return [start + length / 2]
  return Array.from({ length: tries }, (_, i) => start + reach + 3 + (free * i) / (tries - 1))
}

/** Clear of both corners of a side, or at the middle of a short one. */
function inMiddleOf({ y, height }: Rect, at: number): boolean {
  return (at >= y + reach && at <= y + height - reach) || along(y, height).includes(at)
}

/** Ways out of the left or right side of one box into a side of the other. */
function sideways(from: Rect, to: Rect): readonly Line[] {
  const right = to.x - (from.x + from.width)
  const left = from.x - (to.x + to.width)
  const lines: Line[] = []
  const rightwards = right >= left
  const startX = rightwards ? from.x + from.width : from.x
  if (Math.max(right, left) > 0) {
    const endX = rightwards ? to.x : to.x + to.width
    const middles = along(Math.min(startX, endX), Math.abs(endX - startX), 0)
    // places along either side, so that the way back has the same to choose from
    for (const y of [...along(from.y, from.height), ...along(to.y, to.height)])
      if (inMiddleOf(from, y) && inMiddleOf(to, y))
        lines.push([
          { x: startX, y },
          { x: endX, y },
        ])
    for (const startY of along(from.y, from.height))
      for (const endY of along(to.y, to.height))
        for (const x of middles)
          lines.push([
            { x: startX, y: startY },
            { x, y: startY },
            { x, y: endY },
            { x: endX, y: endY },
          ])
  }
  // a point lies on a border, which a line must not run along
  if (from.width === 0 || to.width === 0) return lines
  for (const startY of along(from.y, from.height))
    for (const x of along(to.x, to.width)) {
      const outside = rightwards ? x > startX + reach : x < startX - reach
      const above = startY < to.y - reach
      const below = startY > to.y + to.height + reach
      if (outside && (above || below))
        lines.push([
          { x: startX, y: startY },
          { x, y: startY },
          { x, y: above ? to.y : to.y + to.height },
        ])
    }
  return lines
}

const turnedRect = ({ x, y, width, height }: Rect): Rect => ({
  x: y,
  y: x,
  width: height,
  height: width,
})
const turnedLine = (line: Line) => line.map(({ x, y }) => ({ x: y, y: x })) as unknown as Line

/** The same text for a line and for its reverse: a last word between equals. */
function nameOf(line: Line): string {
  const there = line.map(({ x, y }) => `${x},${y}`)
  const back = there.toReversed()
  return [there.join(' '), back.join(' ')].sort()[0] ?? ''
}

/**
 * The way from one box to another that covers least of what stands between: the usual one where it
 * is clear. The way back is the same line.
 */
export function clearWay(from: Rect, to: Rect, avoid: readonly Rect[]): Line {
  return from.x < to.x || (from.x === to.x && from.y <= to.y)
    ? clearWayForth(from, to, avoid)
    : reversed(clearWayForth(to, from, avoid))
}

function clearWayForth(from: Rect, to: Rect, avoid: readonly Rect[]): Line {
  const usual = routeBetween(from, to)
  const frame = {
    x: Math.min(from.x, to.x) - reach,
    y: Math.min(from.y, to.y) - reach,
    width: Math.max(from.x + from.width, to.x + to.width) - Math.min(from.x, to.x) + 2 * reach,
    height: Math.max(from.y + from.height, to.y + to.height) - Math.min(from.y, to.y) + 2 * reach,
  }
  const near = avoid.filter((it) => shared(it, frame) > 0)
  if (covered(usual, near) === 0) return usual
  const turned = [turnedRect(from), turnedRect(to)] as const
  const lines = [usual, ...sideways(from, to), ...sideways(...turned).map(turnedLine)]
  let best = { line: usual, cost: Number.POSITIVE_INFINITY, name: '' }
  for (const line of lines) {
    const cost = Math.round(covered(line, near) * 4 + effortOf(line, usual))
    if (cost > best.cost) continue
    const name = nameOf(line)
    if (cost < best.cost || name < best.name) best = { line, cost, name }
  }
  return best.line
}
