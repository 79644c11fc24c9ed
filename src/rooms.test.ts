import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const src = dirname(fileURLToPath(import.meta.url))

/** Imports point one way: from a later row to an earlier one. Neighbours in a row are strangers. */
const rows: readonly (readonly string[])[] = [
  ['base'],
  ['net', 'iac', 'ui'],
  ['kinds'],
  ['model'],
  ['engine', 'import', 'export'],
  ['store', 'worker'],
  ['canvas', 'panels', 'present'],
  ['app', 'cli'],
]

/** What is drawn stays out of what is thought. */
const drawing = rows.slice(-2).flat()

/** The rooms that each room may import from, beside itself. */
const rooms: ReadonlyMap<string, readonly string[]> = new Map(
  rows.flatMap((row, index) =>
    row.map((room): [string, readonly string[]] => {
      const earlier = rows.slice(0, index).flat()
      const seesUi = drawing.includes(room) && room !== 'cli'
      return [room, earlier.filter((it) => it !== 'ui' || seesUi)]
    }),
  ),
)

/** Packages that only one room may import, so that what they decide is decided once. */
const soleImporters: Readonly<Record<string, readonly string[]>> = {
  'ipaddr.js': ['net'],
  zod: ['base'],
  idb: ['store'],
  reactflow: ['canvas'],
  'jsonc-parser': ['model'],
  yaml: ['import'],
}

const pure = ['base', 'net', 'iac', 'kinds', 'model', 'engine', 'import', 'export']

interface Import {
  readonly file: string
  readonly room: string
  readonly from: string
  /** The room of a relative import, the package of another. */
  readonly to: string
  readonly outside: boolean
}

function isTestFile(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.includes('/testing/')
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && file.includes('/'))

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(src, file), 'utf8')
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
  )
  return [...found].map((match): Import => {
    const from = match[1] ?? match[2] ?? match[3] ?? ''
    const room = file.split('/', 1)[0] ?? ''
    if (!from.startsWith('.')) {
      const parts = from.split('/')
      const to = from.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? from)
      return { file, room, from, to, outside: true }
    }
    const target = relative(src, resolve(src, dirname(file), from)).replaceAll('\\', '/')
    return { file, room, from, to: target.split('/', 1)[0] ?? '', outside: false }
  })
})

describe('the rooms', () => {
  it('are all in the table', () => {
    const standing = [...new Set(files.map((file) => file.split('/', 1)[0] ?? ''))]
    expect(standing.filter((room) => !rooms.has(room))).toEqual([])
  })

  it('import one way only, types included', () => {
    const wrong = imports
      .filter((it) => !it.outside && !isTestFile(it.file))
      .filter((it) => it.to !== it.room && !rooms.get(it.room)?.includes(it.to))
      .map((it) => `${it.file} imports ${it.from}`)
    expect(wrong).toEqual([])
  })

  it('up to export are pure: no React, no DOM library, no Node', () => {
    const allowed = ['zod', 'immer', 'ipaddr.js', 'jsonc-parser', 'fflate', 'yaml']
    const wrong = imports
      .filter((it) => it.outside && pure.includes(it.room) && !isTestFile(it.file))
      .filter((it) => !allowed.includes(it.to))
      .map((it) => `${it.file} imports ${it.from}`)
    expect(wrong).toEqual([])
  })

  it('leave each package to its sole importer', () => {
    const wrong = imports
      .filter((it) => it.outside && !isTestFile(it.file) && !it.from.endsWith('.css'))
      .filter((it) => it.to in soleImporters && !soleImporters[it.to]?.includes(it.room))
      .map((it) => `${it.file} imports ${it.from}`)
    expect(wrong).toEqual([])
  })

  it('keep what tests make out of the product', () => {
    const wrong = imports
      .filter((it) => !it.outside && !isTestFile(it.file) && it.from.includes('/testing/'))
      .map((it) => `${it.file} imports ${it.from}`)
    expect(wrong).toEqual([])
  })
})
