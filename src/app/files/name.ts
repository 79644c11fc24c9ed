/** What the files we write end with. */
export const designEnding = '.causeway.json'

/**
 * The name of a design as a file name that every system takes.
 * @example fileNameOf('Pay/roll: "B"') // 'Pay-roll- -B-'
 */
export function fileNameOf(name: string): string {
  const safe = Array.from(name.normalize('NFC'))
    .map((sign) => (/[\p{Cc}\p{Cs}/\\:*?"<>|]/u.test(sign) ? '-' : sign))
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 80)
  return safe || 'design'
}
