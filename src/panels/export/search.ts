import type { ExportedFile } from '../../export/report'

/** A line that holds what is searched for. */
export interface Match {
  readonly path: string
  /** Counted from one. */
  readonly line: number
  readonly text: string
}

/** Matches shown; who sees so many types on. */
export const mostMatches = 200

/** The lines of all files that hold the text, whatever its case. */
export function linesWith(files: readonly ExportedFile[], wanted: string): readonly Match[] {
  const text = wanted.trim().toLowerCase()
  if (text === '') return []
  const found: Match[] = []
  for (const file of files)
    for (const [index, line] of file.text.split('\n').entries()) {
      if (!line.toLowerCase().includes(text)) continue
      found.push({ path: file.path, line: index + 1, text: line.trim() })
      if (found.length >= mostMatches) return found
    }
  return found
}
