const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

const minute = 60_000
const units = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const

export function dateWords(time: number): string {
  return date.format(time)
}

/**
 * How long ago, in the largest whole unit; dates beyond a week.
 * @example agoWords(now - 7_200_000, now) // '2 hours ago'
 */
export function agoWords(time: number, now: number): string {
  const past = Math.max(0, now - time)
  if (past >= 7 * 24 * 60 * minute) return dateWords(time)
  for (const [unit, size] of units)
    if (past >= size) return relative.format(-Math.floor(past / size), unit)
  return 'just now'
}

/** @example countWords(1, 'VPC') // '1 VPC' */
export function countWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
