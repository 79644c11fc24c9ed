import { strToU8, zipSync } from 'fflate'
import type { ExportedFile } from './report'

/** One archive of the files, in the order of their paths: the same files give the same bytes. */
export function zipOf(files: readonly Pick<ExportedFile, 'path' | 'text'>[]): Uint8Array {
  const entries = files
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ path, text }) => [path, strToU8(text)] as const)
  // the first day that the format can hold, in local time as the format asks
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 9 })
}
