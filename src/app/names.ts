const signs = 'abcdefghijklmnopqrstuvwxyz0123456789'

/**
 * Twelve random signs: names for designs and resources that no other will have. Not
 * `randomUUID`, which browsers keep from pages that came over plain HTTP.
 */
export function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => signs[byte % signs.length]).join('')
}
