/** The first of `word-1`, `word-2` … that no row of a table has as its key. */
export function freeKey(word: string, rows: Readonly<Record<string, unknown>>): string {
  let number = 1
  while (Object.hasOwn(rows, `${word}-${number}`)) number += 1
  return `${word}-${number}`
}
