import type { Rect } from './rects'

/** Air between a group's frame and what it frames; the label stands on the upper side. */
const air = 16

/** The frame round these; null round nothing. */
export function frameAround(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null
  const x = Math.min(...rects.map((it) => it.x)) - air
  const y = Math.min(...rects.map((it) => it.y)) - air
  const right = Math.max(...rects.map((it) => it.x + it.width)) + air
  const bottom = Math.max(...rects.map((it) => it.y + it.height)) + air
  return { x, y, width: right - x, height: bottom - y }
}
