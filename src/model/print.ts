import { z } from '../base/zod'
import { definitionOf } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import type { Box, Document, Group } from './document'
import { saysNothing } from './export-settings'
import { newestVersion } from './versions'

/**
 * The document as a file: keys in the order of the schema, ids and other keys of the user's sorted,
 * two spaces, one box a line, so that a change of one thing is a change of few lines in git.
 */
export function printDocument(document: Document): string {
  const resources = sortedEntries(document.resources).map(
    ([id, resource]) => `    ${JSON.stringify(id)}: ${printed(resource)}`,
  )
  const layout = sortedEntries(document.layout).map(
    ([id, box]) => `    ${JSON.stringify(id)}: ${oneLine(box)}`,
  )
  const groups = Object.entries<Group>(document.groups ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, { name, members }]) => {
      const present = members.filter((id) => Object.hasOwn(document.resources, id))
      const body = `{ "name": ${JSON.stringify(name)}, "members": ${JSON.stringify(present)} }`
      return present.length > 0 ? [`    ${JSON.stringify(key)}: ${body}`] : []
    })
  const lines = [
    `"format": "causeway"`,
    `"version": ${newestVersion}`,
    `"name": ${JSON.stringify(document.name)}`,
    `"description": ${JSON.stringify(document.description)}`,
    `"accounts": ${indented(
      document.accounts.map(({ id, name }) => ({ id, name })),
      2,
    )}`,
    `"resources": ${block(resources)}`,
    `"layout": ${block(layout)}`,
    ...(groups.length > 0 ? [`"groups": ${block(groups)}`] : []),
    ...exportingLines(document),
  ]
  return `{\n${lines.map((line) => `  ${line}`).join(',\n')}\n}\n`
}

/** One line for each resource, so that what was renamed is what changed. */
function exportingLines({ exporting }: Document): readonly string[] {
  if (!exporting || saysNothing(exporting)) return []
  const addresses = Object.entries(exporting.addresses)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, parts]) => {
      const sorted = Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))
      const body = sorted.map(([part, it]) => `${JSON.stringify(part)}: ${JSON.stringify(it)}`)
      return `      ${JSON.stringify(id)}: { ${body.join(', ')} }`
    })
  const { terraformLayout, terraformRegions, cloudformationFormat, workloads } = exporting.options
  const options = { terraformLayout, terraformRegions, cloudformationFormat, workloads }
  const written = `"addresses": ${addresses.length === 0 ? '{}' : `{\n${addresses.join(',\n')}\n    }`}`
  return [`"exporting": {\n    "options": ${indented(options, 4)},\n    ${written}\n  }`]
}

function block(entries: readonly string[]): string {
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n  }`
}

function indented(value: unknown, spaces: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(spaces)}`)
}

function oneLine({ x, y, width, height, locked, collapsed }: Box): string {
  const marks = { locked: locked || undefined, collapsed: collapsed || undefined }
  const parts = Object.entries({ x, y, width, height, ...marks }).flatMap(([key, value]) =>
    value === undefined ? [] : [`"${key}": ${value}`],
  )
  return `{ ${parts.join(', ')} }`
}

function sortedEntries<Value>(record: Readonly<Record<Id, Value>>): readonly [string, Value][] {
  return Object.entries<Value>(record).sort(([a], [b]) => (a < b ? -1 : 1))
}

const texts = new WeakMap<Resource, string>()

/** Resources do not change, and of a large design an edit leaves most as they are: each is printed once. */
function printed(resource: Resource): string {
  const known = texts.get(resource)
  if (known !== undefined) return known
  const text = indented(bodyOf(resource), 4)
  texts.set(resource, text)
  return text
}

/** The resource without its id, which is its key, in the order of its schema. */
function bodyOf(resource: Resource): unknown {
  const { id: _id, ...body } = ordered(definitionOf(resource).schema, resource) as Record<
    string,
    unknown
  >
  return body
}

/** The value with object keys in the order of the schema and record keys sorted. */
function ordered(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return ordered(schema.def.innerType, value)
  if (typeof value !== 'object' || value === null) return value
  const fields = value as Readonly<Record<string, unknown>>
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape as Readonly<Record<string, z.core.$ZodType>>).flatMap(
        ([key, inner]) => (key in fields ? [[key, ordered(inner, fields[key])]] : []),
      ),
    )
  if (schema instanceof z.ZodRecord)
    return Object.fromEntries(
      Object.keys(fields)
        .sort()
        .map((key) => [key, ordered(schema.def.valueType, fields[key])]),
    )
  return value
}
