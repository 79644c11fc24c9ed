import { parse as parseHcl } from '@cdktf/hcl2json'
import { describe, expect, it } from 'vitest'
import type { Document } from '../model/document'
import { exportDesign } from './export'
import { usualOptions, type ExportOptions } from './options'
import table from './schema/table.json'
import { documents } from './testing/documents'

/** The table's types with their arguments as paths: `!` must be set, a dot leads into a block. */
const schemaOf = (types: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(types).map(([type, paths]) => {
      const all = paths.split(' ').filter((path) => path !== '')
      return [
        type,
        {
          known: new Set(all.map((path) => path.replace('!', ''))),
          blocks: new Set(
            all.flatMap((path) => (path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : [])),
          ),
          required: all.filter((path) => path.endsWith('!')).map((path) => path.slice(0, -1)),
        },
      ]
    }),
  )

type Schema = NonNullable<ReturnType<ReturnType<typeof schemaOf>['get']>>
type Body = Readonly<Record<string, unknown>>

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** What the schema does not know, and what it misses. */
function faultsOf(body: Body, schema: Schema, prefix = ''): readonly string[] {
  const { known, blocks, required } = schema
  const level = (path: string) => path.replace(/\.$/, '').lastIndexOf('.') + 1
  const missing = required
    .filter((path) => path.startsWith(prefix) && level(path) === prefix.length)
    .map((path) => path.replace(/\.$/, ''))
    .filter((path) => !(path.slice(prefix.length) in body))
    .map((path) => `${path} is missing`)
  const inner = Object.entries(body).flatMap(([name, value]) => {
    const path = `${prefix}${name}`
    const isBlock = blocks.has(path)
    if (!known.has(path) && !isBlock) return [`${path} is unknown`]
    if (!isBlock) return []
    return listOf(value)
      .filter(isBody)
      .filter((it) => !isFunction(it))
      .flatMap((it) => faultsOf(it, schema, `${path}.`))
  })
  return [...missing, ...inner]
}

const isFunction = (value: Body) =>
  Object.keys(value).length === 1 && /^(Ref$|Fn::)/.test(Object.keys(value)[0] ?? '')

const ofResources: ReadonlySet<string> = new Set([
  'provider',
  'count',
  'for_each',
  'depends_on',
  'lifecycle',
])

const written = (document: Document, options: Partial<ExportOptions>): Document => ({
  ...document,
  exporting: { options: { ...usualOptions, ...options }, addresses: {} },
})

const terraform = schemaOf(table.terraform)
const cloudformation = schemaOf(table.cloudformation)

async function terraformFaults(document: Document): Promise<readonly string[]> {
  const { files } = exportDesign(document, { to: 'terraform' })
  const text = files.filter(({ path }) => path.endsWith('.tf')).map((it) => it.text)
  const parsed = await parseHcl('all.tf', text.join('\n'))
  const resources = (parsed['resource'] ?? {}) as Readonly<
    Record<string, Readonly<Record<string, readonly Body[]>>>
  >
  return Object.entries(resources).flatMap(([type, byName]) => {
    const schema = terraform.get(type)
    if (!schema) return [`${type} is not in the table`]
    return Object.entries(byName).flatMap(([name, bodies]) =>
      bodies
        .map((body) =>
          Object.fromEntries(Object.entries(body).filter(([key]) => !ofResources.has(key))),
        )
        .flatMap((body) => faultsOf(body, schema).map((fault) => `${type}.${name}: ${fault}`)),
    )
  })
}

function cloudformationFaults(document: Document): readonly string[] {
  const { files } = exportDesign(document, { to: 'cloudformation' })
  return files
    .filter(({ path }) => path.startsWith('stacks/'))
    .flatMap(({ text }) => {
      const { Resources } = JSON.parse(text) as {
        Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: Body }>>
      }
      return Object.entries(Resources).flatMap(([id, { Type, Properties }]) => {
        const schema = cloudformation.get(Type)
        if (!schema) return [`${Type} is not in the table`]
        return faultsOf(Properties, schema).map((fault) => `${Type} ${id}: ${fault}`)
      })
    })
}

describe.each(documents)('%s fits the schema', (_, document) => {
  it('of the AWS provider, as one project', async () => {
    expect(await terraformFaults(written(document, {}))).toEqual([])
  })
  it('of the AWS provider, with modules and Regions as arguments', async () => {
    const options = { terraformLayout: 'modules', terraformRegions: 'argument' } as const
    expect(await terraformFaults(written(document, options))).toEqual([])
  })
  it('of CloudFormation', () => {
    expect(cloudformationFaults(written(document, { cloudformationFormat: 'json' }))).toEqual([])
  })
})

describe('the table', () => {
  const [subnet, rule] = [terraform.get('aws_subnet'), terraform.get('aws_lb_listener')]
  it('is dated, with the version it was made from', () => {
    expect(table.made).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(table.provider).toMatch(/^6\./)
  })
  it('finds what is unknown and what is missing, also in a block', () => {
    if (!subnet || !rule) throw new Error('The table lacks what is tested here')
    expect(faultsOf({ vpc_id: 'x', cidr: '10.0.0.0/24' }, subnet)).toEqual(['cidr is unknown'])
    expect(faultsOf({ cidr_block: '10.0.0.0/24' }, subnet)).toEqual(['vpc_id is missing'])
    const listener = { load_balancer_arn: 'x', default_action: [{ kind: 'forward' }] }
    expect(faultsOf(listener, rule)).toEqual([
      'default_action.type is missing',
      'default_action.kind is unknown',
    ])
  })
})
