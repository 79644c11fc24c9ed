/**
 * How much is drawn: everything near by; names and addresses, larger, from the middle distance;
 * names alone from afar; from a distance only those of the outermost containers.
 */
export type Detail = 'near' | 'middle' | 'far' | 'distant'

export function detailAt(zoom: number): Detail {
  if (zoom < 0.28) return 'distant'
  if (zoom < 0.46) return 'far'
  return zoom < 0.72 ? 'middle' : 'near'
}
