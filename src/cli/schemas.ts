import { z } from '../base/zod'
import { catalogue, kinds } from '../kinds/catalogue'
import { boxSchema, fileSchema } from '../model/file'
import { newestVersion } from '../model/versions'
import {
  findingsSchema,
  flowsSchema,
  importReportSchema,
  matrixSchema,
  traceSchema,
} from './results'

type JsonSchema = Readonly<Record<string, unknown>>

/** Grows with every change of what the command line writes that breaks a reader. */
const resultVersion = 1

const result = (name: string) => `${name}-${resultVersion}.schema.json`

/**
 * The published JSON Schemas by file name, which is their `$id`, too: they refer to each other
 * wherever the site stands.
 */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  const list: readonly (readonly [string, string, JsonSchema])[] = [
    [`document-${newestVersion}.schema.json`, 'A design of Causeway', documentSchema()],
    [result('flows'), 'Flows for causeway trace --flows', written(flowsSchema)],
    [result('trace'), 'What causeway trace --json answers', written(traceSchema)],
    [
      result('traces'),
      'What causeway trace --flows --json answers, flow by flow',
      { type: 'array', items: { $ref: result('trace') } },
    ],
    [result('matrix'), 'What causeway matrix --json answers', written(matrixSchema)],
    [result('check'), 'What causeway check --json answers', written(findingsSchema)],
    [result('import-report'), 'What causeway import --report writes', written(importReportSchema)],
  ]
  return Object.fromEntries(
    list.map(([name, title, schema]) => [
      name,
      { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: name, title, ...schema },
    ]),
  )
}

/** The schema of what may stand in a file. It says less than the parser: no rule that looks at several fields. */
function written(schema: z.core.$ZodType): JsonSchema {
  const { $schema: _, ...body } = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema
  return body
}

/** Resources stand under their id, whose first word is their kind. */
function documentSchema(): JsonSchema {
  const frame = written(fileSchema) as JsonSchema & { readonly properties: JsonSchema }
  return {
    ...frame,
    properties: {
      ...frame.properties,
      resources: {
        type: 'object',
        patternProperties: Object.fromEntries(
          kinds.map((kind) => [`^${kind}:.`, { $ref: `#/$defs/${kind}` }]),
        ),
        additionalProperties: false,
      },
      layout: { type: 'object', additionalProperties: written(boxSchema) },
    },
    $defs: Object.fromEntries(
      kinds.map((kind) => [kind, withoutId(written(catalogue[kind].schema))]),
    ),
  }
}

function withoutId(schema: JsonSchema): JsonSchema {
  const { id: _, ...properties } = schema['properties'] as JsonSchema
  const required = schema['required'] as readonly string[]
  return { ...schema, properties, required: required.filter((key) => key !== 'id') }
}

/** The files as the build writes them. */
export const schemaFiles = (): readonly { readonly name: string; readonly text: string }[] =>
  Object.entries(jsonSchemas()).map(([name, schema]) => ({
    name,
    text: `${JSON.stringify(schema, null, 2)}\n`,
  }))
