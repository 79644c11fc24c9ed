import type { Rect } from './rects'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** Room around a fitted drawing, in CSS pixels: the controls lie in the lower corner. */
const air = { top: 56, right: 40, bottom: 72, left: 40 } as const

/** What the minimap and the air around it take of the lower right corner, in CSS pixels. */
export const minimapSize = { width: 168, height: 112 } as const
const corner = { width: minimapSize.width + 32, height: minimapSize.height + 80 } as const

/** The smallest zoom: a thousand VPCs are to be seen at once. */
export const farthest = 0.02

/** How far fitting zooms in. */
const nearest = 1

/** The view that shows this box, as large as it fits, in the middle of a part of the frame. */
function within(box: Rect, left: number, top: number, width: number, height: number): View {
  const fits = Math.min(width / box.width, height / box.height)
  const zoom = Math.max(farthest, Math.min(nearest, fits))
  return {
    x: left + (width - box.width * zoom) / 2 - box.x * zoom,
    y: top + (height - box.height * zoom) / 2 - box.y * zoom,
    zoom,
  }
}

/**
 * The view that shows all of these in a frame, with nothing under the minimap: above it or beside
 * it, wherever the drawing stays larger, and in the middle of the frame where it is in nobody's way.
 */
export function fitted(rects: readonly Rect[], frame: Size, minimap: boolean): View | null {
  if (rects.length === 0) return null
  const x = Math.min(...rects.map((it) => it.x))
  const y = Math.min(...rects.map((it) => it.y))
  const box: Rect = {
    x,
    y,
    width: Math.max(1, ...rects.map((it) => it.x + it.width - x)),
    height: Math.max(1, ...rects.map((it) => it.y + it.height - y)),
  }
  const width = Math.max(1, frame.width - air.left - air.right)
  const height = Math.max(1, frame.height - air.top - air.bottom)
  const middle = within(box, air.left, air.top, width, height)
  if (!minimap || !rects.some((it) => underCorner(it, middle, frame))) return middle
  const above = within(box, air.left, air.top, width, frame.height - air.top - corner.height)
  const beside = within(box, air.left, air.top, frame.width - air.left - corner.width, height)
  const best = above.zoom >= beside.zoom ? above : beside
  // a frame that is hardly larger than the minimap is left to the drawing
  return best.zoom * 2 > middle.zoom ? best : middle
}

function underCorner(it: Rect, { x, y, zoom }: View, frame: Size): boolean {
  const right = (it.x + it.width) * zoom + x
  const bottom = (it.y + it.height) * zoom + y
  return right > frame.width - corner.width && bottom > frame.height - corner.height
}
