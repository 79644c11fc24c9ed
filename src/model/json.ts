import { visit } from 'jsonc-parser'
import { fail, ok, type Result } from '../base/result'
import { ledger } from './ledger'
import type { Path, Position, Problem } from './problem'

/** Larger texts are refused unread. Designs of a thousand VPCs take about five megabytes. */
export const sizeLimit = 32 * 1024 * 1024

/** Deeper nesting is refused: our files need eight levels, and recursion has an end. */
const depthLimit = 64

/** A JSON text that was read, kept to find lines and columns in. */
export interface Json {
  readonly value: unknown
  readonly text: string
}

/** Reads strict JSON: no comments, no trailing commas, no key twice, no `__proto__`. */
export function readJson(input: string): Result<Json, Problem> {
  if (input.length > sizeLimit)
    return fail({ code: 'file/too-large', bytes: input.length, limit: sizeLimit })
  // some Windows editors begin a file with a byte order mark
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input
  if (text.trim() === '') return fail({ code: 'file/empty' })
  if (isTooDeep(text)) return fail({ code: 'file/too-deep', limit: depthLimit })
  const found = inspected(text)
  return found.ok ? ok({ value: JSON.parse(text) as unknown, text }) : found
}

function isTooDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (quoted) {
      if (character === '\\') index += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > depthLimit) return true
    } else if (character === '}' || character === ']') depth -= 1
  }
  return false
}

interface Fault {
  readonly at: Position
  readonly end: number
}

/** The first place that is not JSON, else every key that cannot stand. Makes no tree: junk is large. */
function inspected(text: string): Result<null, Problem> {
  const bad = ledger()
  const open: Set<string>[] = []
  const faults: Fault[] = []
  visit(
    text,
    {
      onError: (_code, offset, length, line, column) => {
        if (faults.length === 0)
          faults.push({ at: { line: line + 1, column: column + 1 }, end: offset + length })
      },
      onObjectBegin: () => {
        open.push(new Set())
      },
      onObjectEnd: () => {
        open.pop()
      },
      onObjectProperty: (key, _offset, _length, line, column, pathOf) => {
        const keys = open.at(-1)
        const isTwice = keys?.has(key) === true
        keys?.add(key)
        if (!isTwice && key !== '__proto__') return
        const at = { line: line + 1, column: column + 1 }
        const path: Path = [...pathOf(), key]
        if (isTwice) bad.report({ code: 'file/duplicate-key', at, path })
        if (key === '__proto__') bad.report({ code: 'file/forbidden-key', at, path })
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  )
  const [fault] = faults
  if (!fault) return bad.isClean() ? ok(null) : fail(...bad.problems(text))
  const truncated = text.trimStart().startsWith('{') && fault.end >= text.trimEnd().length
  return fail({ code: 'file/not-json', at: fault.at, truncated })
}
