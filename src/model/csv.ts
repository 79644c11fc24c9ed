/** A field of a CSV file: quoted where it must be, never read as a formula; empty for null. */
export function field(text: string | null): string {
  const told = text ?? ''
  const safe = /^[=+\-@\t\r]/.test(told) ? `'${told}` : told
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
