import { wellFormed } from './text'

/**
 * The text as a quoted HCL string that means exactly this text. A `$` or `%` is doubled only before
 * a brace; anywhere else doubling would change it.
 * @source https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function quoted(text: string): string {
  return `"${escaped(text)}"`
}

/** The inside of a quoted string, for those that also hold expressions. */
export function escaped(text: string): string {
  return wellFormed(text)
    .replace(/[\\"]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[\p{Cc}\u2028\u2029\ufeff]/gu, unicodeEscape)
    .replace(/[$%](?=\{)/g, (sign) => sign + sign)
}

/**
 * A quoted map key. `terraform fmt` aligns by what looks like one character; where a font or a
 * Unicode version could see that differently, the character is written as its number.
 */
export function quotedKey(text: string): string {
  return quoted(text).replace(
    /[^\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0391-\u03ff\u0400-\u0481\u048a-\u052f\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/gu,
    unicodeEscape,
  )
}

function unicodeEscape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16)
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`
}
