import type { CSSProperties } from 'react'

/**
 * How much is drawn: everything near by; names and addresses, larger, from the middle distance;
 * names alone from afar; from a distance only those of the outermost containers.
 */
export type Detail = 'near' | 'middle' | 'far' | 'distant'

/** How large names are drawn from a distance: 0 as usual, 1 larger, 2 not at all. */
export type Distance = 0 | 1 | 2

export function distanceAt(zoom: number): Distance {
  if (zoom < 0.06) return 2
  return zoom < 0.19 ? 1 : 0
}

export function detailAt(zoom: number): Detail {
  if (zoom < 0.28) return 'distant'
  if (zoom < 0.46) return 'far'
  return zoom < 0.72 ? 'middle' : 'near'
}

/**
 * How many units of the canvas make one of the screen, so that what must be seen from any distance
 * keeps its size there: 1 near by, else in steps, for the zoom changes with every frame.
 */
export function unitAt(zoom: number): number {
  return zoom >= 0.72 ? 1 : 2 ** (Math.ceil(2 * Math.log2(0.72 / zoom)) / 2)
}

/** Hands it to the style sheet. */
export const inUnits = (unit: number) => ({ '--unit': unit }) as CSSProperties
