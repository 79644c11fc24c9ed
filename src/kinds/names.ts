/** The first of `base`, `base-2`, `base-3` … that is not taken. */
export function freeName(base: string, taken: readonly { readonly name: string }[]): string {
  const names = new Set(taken.map((it) => it.name))
  if (!names.has(base)) return base
  let number = 2
  while (names.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}
