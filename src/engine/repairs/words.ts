/**
 * A number and its noun.
 * @example counted(1, 'route') // '1 route'; counted(2, 'security group rule') // '2 security group rules'
 */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/**
 * Joins words as a sentence does.
 * @example listed(['a', 'b', 'c']) // 'a, b and c'
 */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
