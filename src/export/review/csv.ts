import { wellFormed } from '../../iac/text'

/**
 * A table as CSV. A cell that a spreadsheet would take for a formula begins with an apostrophe
 * instead, which spreadsheets show as text.
 * @source https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = wellFormed(value).replaceAll('\0', '')
  // a full-width sign becomes the plain one where a spreadsheet reads it
  const harmless = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
