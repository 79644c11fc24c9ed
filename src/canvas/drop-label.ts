import { mono, textWidth } from '../ui/text-width'
import type { Detail } from './detail'
import type { Point, Rect } from './rects'
import type { Line } from './route'
import { covered, shared } from './way'

/** Half of the cross that marks the drop. */
const crossRadius = 11

const gap = 5

/** The type of the code; from a distance it keeps its size on the screen. */
const codeSize: Readonly<Record<Exclude<Detail, 'distant'>, number>> = {
  near: 10.5,
  middle: 14,
  far: 18,
}

/** Where the code stands, and in which size of type. */
export interface DropLabel extends Rect {
  readonly fontSize: number
}

/**
 * Where the code of a drop stands beside its cross: on the side where it covers least of what is
 * legible there and of the lines that lead there.
 */
export function dropLabel(
  at: Point,
  code: string,
  { avoid, lines, detail, unit }: DropSurroundings,
): DropLabel {
  const size = detail === 'distant' ? 11 * unit : codeSize[detail]
  const width = Math.ceil(textWidth(code, `600 ${size}px ${mono}`)) + 14
  const height = Math.ceil(size * 1.5) + 4
  const away = (crossRadius + gap) * unit
  const [left, top] = [at.x - width / 2, at.y - height / 2]
  const sides = [
    { x: left, y: at.y + away },
    { x: at.x + away, y: top },
    { x: at.x - away - width, y: top },
    { x: left, y: at.y - away - height },
    // beside and clear of what the cross itself lies on
    { x: at.x + away, y: at.y + away },
    { x: at.x + away, y: at.y - away - height },
    { x: at.x - away - width, y: at.y + away },
    { x: at.x - away - width, y: at.y - away - height },
  ]
  const cost = (rect: Rect) =>
    avoid.reduce((sum, it) => sum + shared(rect, it), 0) +
    lines.reduce((sum, line) => sum + covered(line, [rect]), 0)
  const rects = sides.map((spot) => ({ ...spot, width, height, fontSize: size }))
  return rects.reduce((best, rect) => (cost(rect) < cost(best) ? rect : best))
}

export interface DropSurroundings {
  readonly avoid: readonly Rect[]
  readonly lines: readonly Line[]
  readonly detail: Detail
  readonly unit: number
}
