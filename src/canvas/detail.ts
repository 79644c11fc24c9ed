/**
 * How much is drawn: everything near by; names and addresses, larger, from the middle distance;
 * names alone from afar; from a distance only those of the outermost containers.
 */
export type Detail = 'near' | 'middle' | 'far' | 'distant'

/** How large names are drawn from a distance: 0 as usual, 1 larger, 2 not at all. */
export type Distance = 0 | 1 | 2

export function distanceAt(zoom: number): Distance {
  if (zoom < 0.06) return 2
  return zoom < 0.13 ? 1 : 0
}

export function detailAt(zoom: number): Detail {
  if (zoom < 0.28) return 'distant'
  if (zoom < 0.46) return 'far'
  return zoom < 0.72 ? 'middle' : 'near'
}
