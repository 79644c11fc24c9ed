/** How long a name may be; AWS takes tag values of 256 characters. */
export const longestName = 255

/** The text, cut to what fits a field of this length. */
export function cut(text: string, length: number): string {
  // a cut through a surrogate pair would leave half a character
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}

/** The first of `base`, `base-2`, `base-3` … that is not taken and fits. */
export function freeName(base: string, taken: readonly { readonly name: string }[]): string {
  const names = new Set(taken.map((it) => it.name))
  const whole = cut(base, longestName)
  if (!names.has(whole)) return whole
  let number = 2
  const numbered = () => `${cut(base, longestName - `-${number}`.length)}-${number}`
  while (names.has(numbered())) number += 1
  return numbered()
}
