import { wellFormed } from './text'

/** Words that some YAML reader takes for a boolean, for nothing or, as E8, for a number. */
const notText = /^(y|n|yes|no|on|off|true|false|null|none|nan|inf|~|e[-+]?[\d_]+)$/i

/** Texts that every YAML reader takes for text without quotes. Times and sexagesimals are not. */
const plain =
  /^(?:[A-Za-z/](?:(?:[A-Za-z0-9 ._/()+@,-]|:(?=\S))*[A-Za-z0-9._/()+@])?|\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?)$/

/** The text as a YAML scalar that means exactly this text, quoted unless that is plain to see. */
export function scalar(text: string): string {
  if (plain.test(text) && !notText.test(text)) return text
  return quotedScalar(text)
}

/**
 * The text in double quotes. JSON's escapes are YAML's too; what YAML 1.1 readers refuse to see
 * raw is escaped beside them.
 */
export function quotedScalar(text: string): string {
  return JSON.stringify(wellFormed(text)).replace(
    /[\u007f-\u009f\u00ad\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
