import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser'
import { fail, ok, type Result } from '../base/result'
import type { Position, Problem } from './problem'

/** Larger texts are refused unread. Designs of a thousand VPCs take about five megabytes. */
export const sizeLimit = 32 * 1024 * 1024

/** Deeper nesting is refused: our files need eight levels, and recursion has an end. */
const depthLimit = 64

/** A JSON text with the way back from every value to its line and column. */
export interface Json {
  readonly value: unknown
  readonly positionOf: (path: readonly (string | number)[]) => Position | null
}

/** Reads strict JSON: no comments, no trailing commas, no key twice, no `__proto__`. */
export function readJson(text: string): Result<Json, Problem> {
  if (text.length > sizeLimit)
    return fail({ code: 'file/too-large', bytes: text.length, limit: sizeLimit })
  if (text.trim() === '') return fail({ code: 'file/empty' })
  if (isTooDeep(text)) return fail({ code: 'file/too-deep', limit: depthLimit })
  const lines = lineStarts(text)
  const positionAt = (offset: number) => positionOf(lines, offset)
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const [first] = errors
  if (first || !tree) {
    const offset = first?.offset ?? 0
    return fail({
      code: 'file/not-json',
      at: positionAt(offset),
      truncated:
        text.trimStart().startsWith('{') && offset + (first?.length ?? 0) >= text.trimEnd().length,
    })
  }
  const problems = badKeys(tree, positionAt)
  if (problems.length > 0) return fail(...problems)
  return ok({
    // the tree is known to be sound; JSON.parse makes plain objects of it
    value: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown,
    positionOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const node = findNodeAtLocation(tree, path.slice(0, length))
        if (node) return positionAt(node.offset)
      }
      return null
    },
  })
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

function badKeys(tree: Node, positionAt: (offset: number) => Position): readonly Problem[] {
  const problems: Problem[] = []
  const visit = (node: Node, path: readonly (string | number)[]) => {
    const seen = new Set<string>()
    for (const [index, child] of (node.children ?? []).entries()) {
      if (node.type === 'array') {
        visit(child, [...path, index])
        continue
      }
      const [key, value] = child.children ?? []
      if (!key || !value) continue
      const name = String(key.value)
      const at = positionAt(key.offset)
      const inner = [...path, name]
      if (seen.has(name)) problems.push({ code: 'file/duplicate-key', at, path: inner })
      if (name === '__proto__') problems.push({ code: 'file/forbidden-key', at, path: inner })
      seen.add(name)
      visit(value, inner)
    }
  }
  visit(tree, [])
  return problems
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function positionOf(starts: readonly number[], offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
