// npm run schema -- <aws-provider-schema.json> [folder of cfn-lint's resource schemas]: writes the
// small table of what our exports may say, from the public schemas of the AWS provider and of
// CloudFormation. The table is kept in the repository, so that nobody needs those to run the tests.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const [providerFile = '', given] = process.argv.slice(2)
if (providerFile === '') {
  console.error('Name the file with the schema of the AWS provider, see .ci/schema.mjs.')
  process.exit(2)
}
const folder =
  given ??
  execFileSync(
    process.env['PYTHON'] ?? 'python3',
    [
      '-c',
      'import cfnlint, os; print(os.path.join(os.path.dirname(cfnlint.__file__), "data/schemas/resources"))',
    ],
    { encoding: 'utf8' },
  ).trim()

/** @type {(a: string, b: string) => number} */
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The types that the exporters write, as their sources name them.
 * @param {RegExp} pattern
 */
function typesIn(pattern) {
  /** @type {Set<string>} */
  const found = new Set()
  for (const room of ['src/kinds', 'src/export'])
    for (const name of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.ts') && !name.endsWith('.test.ts'))
        for (const [, type] of readFileSync(join(root, room, name), 'utf8').matchAll(pattern))
          if (type) found.add(type)
  return [...found].toSorted(byText)
}

/**
 * What is read of a block in the schema of the AWS provider.
 * @typedef {{ a?: Record<string, { f: string, b?: Block }>, bl?: Record<string, { b: Block, min?: number }> }} Block
 */

/**
 * Arguments as paths through blocks; `!` ends what must be set, a dot follows a block.
 * @param {Block} block
 * @returns {string[]}
 */
function terraformPaths({ a = {}, bl = {} }, prefix = '') {
  const settable = Object.entries(a).filter(([, { f }]) => f !== 'c')
  return [
    ...settable.flatMap(([name, { f, b }]) => [
      `${prefix}${name}${f === 'r' ? '!' : ''}`,
      ...(b ? terraformPaths(b, `${prefix}${name}.`) : []),
    ]),
    ...Object.entries(bl).flatMap(([name, { b, min }]) => [
      `${prefix}${name}.${min ? '!' : ''}`,
      ...terraformPaths(b, `${prefix}${name}.`),
    ]),
  ]
}

/**
 * What is read of a property in the schemas of CloudFormation.
 * @typedef {{ $ref?: string, items?: Node, required?: string[], properties?: Record<string, Node>, oneOf?: Node[], anyOf?: Node[] }} Node
 * @typedef {Node & { typeName: string, readOnlyProperties?: string[], definitions?: Record<string, Node> }} Schema
 */

/**
 * @param {Schema} schema
 * @returns {string[]}
 */
function cloudformationPaths(schema) {
  const readOnly = new Set((schema.readOnlyProperties ?? []).map((it) => it.split('/').pop()))
  /** @type {(it: Node) => Node | undefined} */
  const resolved = (it) =>
    it.$ref?.startsWith('#/definitions/') ? schema.definitions?.[it.$ref.slice(14)] : it
  /** @type {(it: Node, prefix: string, above: Node[]) => string[]} */
  const walk = (it, prefix, above) => {
    const node = resolved(it) ?? {}
    if (above.includes(node)) return []
    const inner = [...above, node]
    if (node.items) return walk(node.items, prefix, inner)
    const required = new Set(node.required ?? [])
    const alternatives = [...(node.oneOf ?? []), ...(node.anyOf ?? [])]
    return [
      ...Object.entries(node.properties ?? {}).flatMap(([name, property]) =>
        prefix === '' && readOnly.has(name) && !required.has(name)
          ? []
          : [
              `${prefix}${name}${required.has(name) ? '!' : ''}`,
              ...walk(property, `${prefix}${name}.`, inner),
            ],
      ),
      ...alternatives.flatMap((part) => walk(part, prefix, inner)),
    ]
  }
  return [...new Set(walk(schema, '', []))]
}

/** @type {{ version: string, resources: Record<string, Block> }} */
const provider = JSON.parse(readFileSync(providerFile, 'utf8'))
const terraform = Object.fromEntries(
  typesIn(/'(aws_[a-z0-9_]+)'/g)
    .filter((type) => type in provider.resources)
    .map((type) => [
      type,
      terraformPaths(provider.resources[type] ?? {})
        .toSorted(byText)
        .join(' '),
    ]),
)
const wanted = new Set(typesIn(/'(AWS::\w+::\w+)'/g))

/**
 * Regions may be a version apart: what one of them takes may be said, what all ask for must be.
 * @param {string[][]} lists
 */
function merged(lists) {
  const required = (lists[0] ?? []).filter(
    (it) => it.endsWith('!') && lists.every((l) => l.includes(it)),
  )
  const known = new Set(lists.flat().map((it) => it.replace('!', '')))
  for (const it of required) known.delete(it.slice(0, -1))
  return [...known, ...required].toSorted(byText)
}
/** @type {Map<string, string[][]>} */
const pathsByType = new Map()
for (const name of readdirSync(folder).filter((it) => it.endsWith('.json'))) {
  /** @type {Schema} */
  const schema = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  if (!wanted.has(schema.typeName)) continue
  const lists = pathsByType.get(schema.typeName) ?? []
  pathsByType.set(schema.typeName, [...lists, cloudformationPaths(schema)])
}
const cloudformation = Object.fromEntries(
  [...pathsByType]
    .map(([type, lists]) => [type, merged(lists).join(' ')])
    .toSorted(([a = ''], [b = '']) => byText(a, b)),
)
const table = {
  about: 'Made by npm run schema from the public schemas of the AWS provider and CloudFormation.',
  made: new Date().toISOString().slice(0, 10),
  provider: provider.version,
  terraform,
  cloudformation,
}
const out = join(root, 'src/export/schema/table.json')
writeFileSync(out, `${JSON.stringify(table, null, 2)}\n`)
console.log(
  `${Object.keys(terraform).length} types of Terraform, ${Object.keys(cloudformation).length} of CloudFormation: ${out}`,
)
