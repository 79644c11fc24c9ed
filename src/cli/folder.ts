import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, normalize } from 'node:path'
import { writeText } from './files'
import { UsageError } from './output'

/** A file to write, its path within the folder. */
interface Written {
  readonly path: string
  readonly text: string
}

/** What an export notes of the files that it wrote: the hash of each by its path. */
const noteName = '.causeway-export.json'

const hashOf = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')

/**
 * Writes these files, and takes away those that an earlier export left and this one no longer has: a
 * stale `.tf` would be applied with the others. Nothing is touched unless everything in the folder is
 * of an earlier export and unchanged since, or what Terraform leaves beside its files.
 */
export function writeFolder(folder: string, files: readonly Written[], force: boolean): void {
  const earlier = noteIn(folder)
  if (!force) refuseStrangers(folder, files, earlier)
  const paths = new Set(files.map(({ path }) => path))
  for (const [path, hash] of earlier)
    if (!paths.has(path) && hash === hashAt(join(folder, path))) rmSync(join(folder, path))
  const note = Object.fromEntries(files.map(({ path, text }) => [path, hashOf(text)]))
  for (const { path, text } of [
    ...files,
    { path: noteName, text: `${JSON.stringify(note, null, 2)}\n` },
  ]) {
    const file = join(folder, path)
    makeFolder(dirname(file))
    writeText(file, text)
  }
}

function refuseStrangers(
  folder: string,
  files: readonly Written[],
  earlier: ReadonlyMap<string, string>,
): void {
  if (!existsSync(folder)) return
  if (!statSync(folder).isDirectory()) throw new UsageError(`${folder} is no folder.`)
  const roots = new Set([...earlier.keys(), noteName].map((path) => path.split('/')[0]))
  // what Terraform leaves beside its files belongs to it
  const isKnown = (name: string) =>
    roots.has(name) || /^\.terraform|\.tfstate|\.tfvars(\.json)?$/.test(name)
  const stranger = readdirSync(folder).find((name) => !isKnown(name))
  const otherwise = 'name another folder, or say --force'
  if (stranger !== undefined)
    throw new UsageError(`${folder} holds ${stranger}, which no export wrote: ${otherwise}.`)
  for (const path of new Set([...earlier.keys(), ...files.map(({ path }) => path)])) {
    const hash = hashAt(join(folder, path))
    if (hash !== null && hash !== earlier.get(path))
      throw new UsageError(`${join(folder, path)} was changed since its export: ${otherwise}.`)
  }
}

/** The note of the export before; empty where there is none. */
function noteIn(folder: string): ReadonlyMap<string, string> {
  const file = join(folder, noteName)
  if (!existsSync(file)) return new Map()
  let note: unknown
  try {
    note = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new UsageError(`${file} cannot be read: remove it, and say --force.`)
  }
  const entries: readonly [string, unknown][] = Object.entries(note ?? {})
  return new Map(
    entries.flatMap(([path, hash]) =>
      // nobody's note takes away what lies outside the folder
      typeof hash === 'string' && !isAbsolute(path) && !normalize(path).startsWith('..')
        ? [[path, hash] as const]
        : [],
    ),
  )
}

function hashAt(file: string): string | null {
  if (!existsSync(file)) return null
  return statSync(file).isFile() ? hashOf(readFileSync(file)) : 'a folder'
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${folder} cannot be made: ${reason}.`)
  }
}
