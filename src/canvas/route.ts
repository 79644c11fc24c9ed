import { centreOf, type Point, type Rect } from './rects'

/** A line made of straight pieces, at least two points. */
export type Line = readonly [Point, Point, ...Point[]]

/** How far two facing sides must overlap for one straight piece between them. */
const straightOverlap = 12

/**
 * The shortest tidy way from one box to another: out of the side that faces it, straight where the
 * two overlap, else with one step half way. `lane` shifts parallel lines apart.
 */
export function routeBetween(from: Rect, to: Rect, lane = 0): Line {
  const gapX = Math.max(to.x - (from.x + from.width), from.x - (to.x + to.width))
  const gapY = Math.max(to.y - (from.y + from.height), from.y - (to.y + to.height))
  if (gapX < 0 && gapY < 0) return [centreOf(from), centreOf(to)]
  if (gapX >= gapY) return across(from, to, lane)
  return across(turned(from), turned(to), lane).map(turnedPoint) as unknown as Line
}

/** The way between two boxes that stand side by side. */
function across(from: Rect, to: Rect, lane: number): Line {
  const rightwards = centreOf(to).x >= centreOf(from).x
  const startX = rightwards ? from.x + from.width : from.x
  const endX = rightwards ? to.x : to.x + to.width
  const top = Math.max(from.y, to.y)
  const bottom = Math.min(from.y + from.height, to.y + to.height)
  if (bottom - top >= straightOverlap) {
    const y = (top + bottom) / 2 + lane
    return [
      { x: startX, y },
      { x: endX, y },
    ]
  }
  const middleX = (startX + endX) / 2 + lane
  const [startY, endY] = [centreOf(from).y + lane, centreOf(to).y + lane]
  return [
    { x: startX, y: startY },
    { x: middleX, y: startY },
    { x: middleX, y: endY },
    { x: endX, y: endY },
  ]
}

const turned = ({ x, y, width, height }: Rect): Rect => ({
  x: y,
  y: x,
  width: height,
  height: width,
})
const turnedPoint = ({ x, y }: Point): Point => ({ x: y, y: x })

const lengthOf = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y)

/** Along its line each label of several parallel links stands this much further than its lane. */
const stagger = 6

/**
 * The point where the label of a line stands: half way along it, and those of parallel lanes one
 * behind the other, whichever way each is walked.
 */
export function labelSpotOf(line: Line, lane: number): Point {
  const pieces = line.slice(1).map((end, i) => ({ start: line[i] ?? end, end }))
  const whole = pieces.reduce((sum, { start, end }) => sum + lengthOf(start, end), 0)
  const last = line.at(-1) ?? line[0]
  const forwards = line[0].x === last.x ? line[0].y <= last.y : line[0].x < last.x
  const most = whole * 0.3
  const shift = Math.max(-most, Math.min(most, lane * stagger))
  let left = whole / 2 + (forwards ? shift : -shift)
  for (const { start, end } of pieces) {
    const length = lengthOf(start, end)
    if (left <= length && length > 0) {
      const part = left / length
      return { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part }
    }
    left -= length
  }
  return line[0]
}

/** The same line walked `distance` to the right of its own direction. */
export function beside(line: Line, distance: number): Line {
  const moved = line.map((point, i) => {
    const before = normalOf(line[i - 1], point)
    const after = normalOf(point, line[i + 1])
    const sides = [before, after].filter((side) => side !== null)
    const x = sides.reduce((sum, side) => sum + side.x, 0)
    const y = sides.reduce((sum, side) => sum + side.y, 0)
    // at a corner both sides are kept apart by the full distance; on a straight run they are one
    const scale = x * x + y * y === 0 ? 0 : (distance * sides.length) / (x * x + y * y)
    return { x: point.x + x * scale, y: point.y + y * scale }
  })
  return moved as unknown as Line
}

function normalOf(start: Point | undefined, end: Point | undefined): Point | null {
  if (!start || !end) return null
  const length = lengthOf(start, end)
  if (length === 0) return null
  return { x: -(end.y - start.y) / length, y: (end.x - start.x) / length }
}

/** The line as an SVG path with rounded corners. */
export function pathOf(line: Line, radius = 8): string {
  const [first, ...rest] = line
  const parts = [`M${first.x} ${first.y}`]
  rest.forEach((corner, i) => {
    const before = line[i] ?? first
    const after = rest[i + 1]
    if (!after) {
      parts.push(`L${corner.x} ${corner.y}`)
      return
    }
    const reach = Math.min(radius, lengthOf(before, corner) / 2, lengthOf(corner, after) / 2)
    const entry = towards(corner, before, reach)
    const exit = towards(corner, after, reach)
    parts.push(`L${entry.x} ${entry.y}`, `Q${corner.x} ${corner.y} ${exit.x} ${exit.y}`)
  })
  return parts.join(' ')
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = lengthOf(from, to)
  if (length === 0) return from
  const part = distance / length
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

/** The line walked the other way. */
export function reversed(line: Line): Line {
  return line.toReversed() as unknown as Line
}
