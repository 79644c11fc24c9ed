/**
 * What one stack may hold.
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const limits = { resources: 500, outputs: 200, parameters: 200, bytes: 1_048_576 } as const

/** A template that is larger goes through S3. */
export const largestBody = 51_200

/** How many bytes a text takes as UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** What a template says of itself and of each output, in bytes. */
export const longestDescription = 1024

/** As much of a text as has room in so many bytes. */
export function withinBytes(text: string, most: number): string {
  if (utf8Length(text) <= most) return text
  let kept = ''
  let bytes = utf8Length('…')
  for (const character of text) {
    bytes += utf8Length(character)
    if (bytes > most) break
    kept += character
  }
  return `${kept}…`
}
