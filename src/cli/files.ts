import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseDocument } from '../model/parse'
import { say } from '../model/messages'
import type { Document } from '../model/document'
import type { InputFile } from '../import/import'
import { isLeftOut } from '../import/left-out'
import { UsageError } from './output'

/** Reads a design, or says what is wrong with it. */
export function readDesign(path: string): Document {
  const parsed = parseDocument(readText(path))
  if (parsed.ok) return parsed.value
  const [first, ...others] = parsed.problems.map(say)
  const more = others.length > 0 ? ` And ${others.length} more.` : ''
  const words = first ? `${first.where}: ${first.what} ${first.mend}` : 'It is no design.'
  throw new UsageError(`${path}: ${words}${more}`)
}

export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${path}: ${reasonOf(error)}.`)
  }
}

/** Writes a file, or says why that cannot be. */
export function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    const reason = code === 'ENOENT' ? 'There is no such folder' : reasonOf(error)
    throw new UsageError(`${path}: ${reason}.`)
  }
}

/** Every file of these paths, folders with all that lies in them. */
export function readInput(paths: readonly string[]): readonly InputFile[] {
  return paths.flatMap((path) => {
    try {
      if (!statSync(path).isDirectory()) return [{ path, bytes: readFileSync(path) }]
      return readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((file) => !isLeftOut(relative(path, file)))
        .toSorted()
        .map((file) => ({ path: relative(path, file), bytes: readFileSync(file) }))
    } catch (error) {
      throw new UsageError(`${path}: ${reasonOf(error)}.`)
    }
  })
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'There is no such file'
  if (code === 'EACCES') return 'Access to it is denied'
  if (code === 'EISDIR') return 'It is a folder'
  return error instanceof Error ? error.message : 'It cannot be read'
}
