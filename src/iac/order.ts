/** Orders texts the same way on every machine; a locale's own order would change the bytes. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
