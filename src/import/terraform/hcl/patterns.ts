/** Longer ones are not read, nor longer texts: those that names and zones are take no time. */
const longest = 160

/**
 * A pattern that means the same here as for Terraform; null for any other. Without groups it takes no
 * time that matters, and without words for classes of letters no other letters are meant.
 */
export function patternOf(pattern: string, text: string): RegExp | null {
  const isPlain =
    /^\^?(?:[\w :/,@-]|\\[.\-/]|\[\^?[\w -]+\]|[+*?]|\{\d{1,2}(?:,\d{0,2})?\})*\$?$/.test(pattern)
  const repeated = pattern.match(/[+*{]/g)?.length ?? 0
  if (!isPlain || repeated > 2 || pattern.length + text.length > longest) return null
  try {
    return new RegExp(pattern, 'g')
  } catch {
    return null
  }
}
