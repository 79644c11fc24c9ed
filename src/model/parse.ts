import type { z } from '../base/zod'
import { fail, ok, type Result } from '../base/result'
import { catalogue, isKind, kinds } from '../kinds/catalogue'
import type { FieldProblem } from '../kinds/fields'
import type { Id, Resource } from '../kinds/resource'
import type { Box, Document } from './document'
import { saysNothing } from './export-settings'
import { boxSchema, fileSchema } from './file'
import { readJson } from './json'
import { ledger, type Ledger, type Report } from './ledger'
import type { Path, Problem } from './problem'
import { checkReferences } from './references'
import { upgraded } from './versions'

/** How many entries the lists of a file may have; a design of a thousand VPCs stays far below. */
const limits = { accounts: 1000, resources: 100_000, layout: 100_000, groups: 10_000 } as const

/** How many routes, rules or tags one resource may have; AWS allows about a thousand. */
const limitInResource = 5000

type Raw = Readonly<Record<string, unknown>>

/**
 * Reads a saved design, whole or not at all: every problem is listed, with where it is, what is
 * wrong and how to mend it.
 */
export function parseDocument(text: string): Result<Document, Problem> {
  const json = readJson(text)
  if (!json.ok) return json
  const { value } = json.value
  if (!isObject(value) || value['format'] !== 'causeway') return fail({ code: 'file/not-a-design' })
  const newest = upgraded(value)
  if (!newest.ok) return newest
  const notes = ledger()
  const document = documentIn(newest.value, notes)
  return document && notes.isClean() ? ok(document) : fail(...notes.problems(json.value.text))
}

/** The document as far as it can be read; null when not even its frame can. */
function documentIn(file: Raw, { report, isClean }: Ledger): Document | null {
  for (const [key, limit] of Object.entries(limits)) crowded(file[key], [key], limit, report)
  if (!isClean()) return null
  const frame = fileSchema.safeParse(file)
  if (!frame.success) {
    for (const issue of frame.error.issues) tell(issue, [], report)
    return null
  }
  const { name, description, accounts, exporting } = frame.data
  const resources: Record<Id, Resource> = {}
  for (const [id, body] of Object.entries(frame.data.resources)) {
    const resource = readResource(id, body, report)
    if (resource) resources[resource.id] = resource
  }
  const layout: Record<string, Box> = {}
  for (const [id, box] of Object.entries(frame.data.layout)) {
    const read = readBox(id, box, report)
    if (read) layout[id] = read
  }
  const groups = Object.entries(frame.data.groups).flatMap(([key, { name, members }]) => {
    for (const [index, id] of members.entries())
      if (!Object.hasOwn(frame.data.resources, id)) report(...strayMember(key, index, id))
    return members.length > 0 ? [[key, { name, members: members as Id[] }] as const] : []
  })
  const document: Document = {
    name,
    description,
    accounts,
    resources,
    layout,
    ...(groups.length > 0 && { groups: Object.fromEntries(groups) }),
    ...(exporting && !saysNothing(exporting) && { exporting }),
  }
  const known = {
    resources: new Set(Object.keys(frame.data.resources)),
    boxes: Object.keys(frame.data.layout),
  }
  checkReferences(document, known, report)
  return document
}

/** Says whether a list is so long that looking into it would only keep the reader waiting. */
function crowded(list: unknown, path: Path, limit: number, report: Report): boolean {
  const count = typeof list === 'object' && list !== null ? Object.keys(list).length : 0
  if (count > limit) report({ code: 'file/too-many', at: null, path, count, limit }, path)
  return count > limit
}

function readBox(id: string, box: unknown, report: Report): Box | null {
  const parsed = boxSchema.safeParse(box)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) tell(issue, ['layout', id], report)
    return null
  }
  const { x, y, width, height, locked, collapsed } = parsed.data
  return {
    x,
    y,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(locked && { locked }),
    ...(collapsed && { collapsed }),
  }
}

/** A group frames what the file holds. */
function strayMember(key: string, index: number, id: string): [Problem, Path] {
  const path = ['groups', key, 'members', index]
  const what = `The group frames ${JSON.stringify(id)}, but the file holds no such resource.`
  const mend = 'Remove it from the group, or add the resource.'
  return [{ code: 'value', at: null, path, what, mend }, path]
}

function readResource(id: string, body: unknown, report: Report): Resource | null {
  const path = ['resources', id]
  const kind = isObject(body) ? body['kind'] : undefined
  if (!isObject(body) || typeof kind !== 'string' || !isKind(kind)) {
    const what =
      kind === undefined
        ? 'The kind is missing.'
        : `${JSON.stringify(kind)} is no kind that Causeway knows.`
    const mend = `Use one of ${kinds.join(', ')}.`
    report({ code: 'value', at: null, path: [...path, 'kind'], what, mend }, [...path, 'kind'])
    return null
  }
  if (!id.startsWith(`${kind}:`)) {
    report({ code: 'id/kind-mismatch', at: null, id, kind }, path)
    return null
  }
  const lists = Object.entries(body)
  if (lists.some(([key, list]) => crowded(list, [...path, key], limitInResource, report)))
    return null
  const parsed = catalogue[kind].schema.safeParse({ ...body, id })
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) tell(issue, path, report)
  return null
}

/** Takes down what the schema found, as problems of the file. */
function tell(issue: z.core.$ZodIssue, base: Path, report: Report): void {
  const path = [...base, ...issue.path.map((key) => (typeof key === 'symbol' ? '' : key))]
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') {
    for (const inner of issue.issues) tell(inner, path, report)
    return
  }
  const note = (where: Path, what: string, mend: string) => {
    report({ code: 'value', at: null, path: where, what, mend }, where)
  }
  if (issue.code !== 'unrecognized_keys') {
    note(path, sentence(issue.message), mendOf(issue))
    return
  }
  for (const key of issue.keys)
    note(
      [...path, key],
      `${JSON.stringify(key)} is no field that stands here.`,
      'Remove it, or correct its spelling.',
    )
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
  if (issue.code === 'too_big') return `Use at most ${amount(issue.maximum, issue.origin)}.`
  if (issue.code === 'too_small') return `Use at least ${amount(issue.minimum, issue.origin)}.`
  return 'Correct the value.'
}

function amount(limit: number | bigint, origin: string): string {
  if (origin === 'string') return `${limit} ${limit === 1 ? 'character' : 'characters'}`
  return origin === 'array' ? `${limit} of them` : String(limit)
}

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
