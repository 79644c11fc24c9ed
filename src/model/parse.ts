import type { z } from '../base/zod'
import { fail, ok, type Result } from '../base/result'
import { catalogue, isKind, kinds } from '../kinds/catalogue'
import type { FieldProblem } from '../kinds/fields'
import type { Id, Resource } from '../kinds/resource'
import type { Box, Document } from './document'
import { fileSchema } from './file'
import { readJson, type Json } from './json'
import type { Problem } from './problem'
import { referenceProblems } from './references'
import { upgraded } from './versions'

/** Problems listed; a file with more is told how many there are. */
const listed = 100

/**
 * Reads a saved design, whole or not at all: every problem is listed, with where it is, what is
 * wrong and how to mend it.
 */
export function parseDocument(text: string): Result<Document, Problem> {
  const json = readJson(text)
  const read = json.ok ? fromJson(json.value) : json
  if (read.ok || read.problems.length <= listed) return read
  return fail<Problem>(...read.problems.slice(0, listed), {
    code: 'more',
    count: read.problems.length - listed,
  })
}

function fromJson(json: Json): Result<Document, Problem> {
  const { value } = json
  if (!isObject(value) || value['format'] !== 'causeway') return fail({ code: 'file/not-a-design' })
  const newest = upgraded(value)
  if (!newest.ok) return newest
  const frame = fileSchema.safeParse(newest.value)
  if (!frame.success) return fail(...frame.error.issues.flatMap((issue) => told(issue, [], json)))
  const { name, description, accounts, layout } = frame.data
  const resources: Record<Id, Resource> = {}
  const problems: Problem[] = []
  for (const [id, body] of Object.entries(frame.data.resources)) {
    const resource = readResource(id, body, json)
    if (resource.ok) resources[resource.value.id] = resource.value
    else problems.push(...resource.problems)
  }
  const boxes = Object.fromEntries(
    Object.entries(layout).map(([id, { x, y, width, height }]): [string, Box] => [
      id,
      { x, y, ...(width !== undefined && { width }), ...(height !== undefined && { height }) },
    ]),
  )
  const document: Document = { name, description, accounts, resources, layout: boxes }
  const known = new Set(Object.keys(frame.data.resources))
  problems.push(...referenceProblems(document, known, json.positionOf))
  return problems.length > 0 ? fail(...problems) : ok(document)
}

function readResource(
  id: string,
  body: Readonly<Record<string, unknown>>,
  json: Json,
): Result<Resource, Problem> {
  const path = ['resources', id]
  const at = json.positionOf(path)
  const kind = body['kind']
  if (typeof kind !== 'string' || !isKind(kind))
    return fail({
      code: 'value',
      at: json.positionOf([...path, 'kind']),
      path: [...path, 'kind'],
      what: `${kind === undefined ? 'The kind is missing' : `${JSON.stringify(kind)} is no kind that Causeway knows`}.`,
      mend: `Use one of ${kinds.join(', ')}.`,
    })
  if (!id.startsWith(`${kind}:`)) return fail({ code: 'id/kind-mismatch', at, id, kind })
  const parsed = catalogue[kind].schema.safeParse({ ...body, id })
  if (parsed.success) return ok(parsed.data)
  return fail(...parsed.error.issues.flatMap((issue) => told(issue, path, json)))
}

/** What the schema found, as problems of the file. */
function told(issue: z.core.$ZodIssue, base: readonly string[], json: Json): readonly Problem[] {
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element')
    return issue.issues.flatMap((inner) => told(inner, [...base, ...issue.path.map(String)], json))
  const path = [...base, ...issue.path.map((key) => (typeof key === 'symbol' ? '' : key))]
  const position = json.positionOf(path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      code: 'value',
      at: json.positionOf([...path, key]) ?? position,
      path: [...path, key],
      what: `${JSON.stringify(key)} is no field that stands here.`,
      mend: 'Remove it, or correct its spelling.',
    }))
  return [{ code: 'value', at: position, path, what: sentence(issue.message), mend: mendOf(issue) }]
}

function sentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`
}

function mendOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') {
    const params = issue.params as Partial<FieldProblem> | undefined
    return params?.mend ?? 'Correct the value.'
  }
  if (issue.code === 'invalid_value') return `Use ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'invalid_type') return `Write a value of type ${issue.expected}.`
  return 'Correct the value.'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
