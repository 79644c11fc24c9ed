import { escaped, quoted, quotedKey } from './hcl-text'
import { oneLine } from './text'
import { isList, type Body, type Nested, type Reference, type Value } from './value'

/** A top-level block: `resource "aws_vpc" "main" { … }`. */
export interface HclBlock {
  readonly keyword: string
  readonly labels: readonly string[]
  readonly body: Body
  readonly comment?: readonly string[]
}

/** How a reference is written where it is used: `aws_vpc.main.id`. */
export type SpellReference = (reference: Reference) => string

/** A file in exactly the form that `terraform fmt` leaves alone. */
export function printHcl(blocks: readonly HclBlock[], spell: SpellReference): string {
  return blocks.map((block) => `${printBlock(block, spell)}\n`).join('\n')
}

function printBlock({ keyword, labels, body, comment = [] }: HclBlock, spell: SpellReference) {
  const head = [keyword, ...labels.map(quoted)].join(' ')
  const lines = [
    ...comment.map((line) => `# ${oneLine(line)}`.trimEnd()),
    ...braced(head, body, spell),
  ]
  return lines.join('\n')
}

function braced(
  head: string,
  body: Body,
  spell: SpellReference,
  isNested = false,
): readonly string[] {
  const inner = bodyLines(body, spell, isNested)
  if (inner.length === 0) return [`${head} {}`]
  return [`${head} {`, ...indented(inner), '}']
}

const indented = (lines: readonly string[]) => lines.map((line) => (line === '' ? '' : `  ${line}`))

/** Arguments that stand apart from the rest, as the style guide asks. */
const apart = ['provider', 'depends_on', 'for_each']

/** Where a module comes from stands apart; a source inside a block is an argument like others. */
const standsApart = (name: string, isNested: boolean) =>
  apart.includes(name) || (name === 'source' && !isNested)

/** Runs of one-line arguments are aligned; whatever takes more lines stands between empty lines. */
function bodyLines(body: Body, spell: SpellReference, isNested: boolean): readonly string[] {
  const groups: string[][] = []
  let run: [string, string][] = []
  const closeRun = () => {
    if (run.length > 0) groups.push(aligned(run))
    run = []
  }
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue
    const blocks = nestedBlocks(value)
    if (blocks) {
      closeRun()
      for (const { body: inner } of blocks) groups.push([...braced(name, inner, spell, true)])
      continue
    }
    const [first = '', ...rest] = valueLines(value, spell)
    if (rest.length > 0) {
      closeRun()
      groups.push([`${name} = ${first}`, ...rest])
    } else if (standsApart(name, isNested)) {
      closeRun()
      groups.push([`${name} = ${first}`])
    } else run.push([name, first])
  }
  closeRun()
  return groups.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}

function nestedBlocks(value: Value): readonly Nested[] | null {
  if (typeof value !== 'object') return null
  if (!isList(value)) return value.is === 'nested' ? [value] : null
  const blocks = value.filter(
    (it): it is Nested => typeof it === 'object' && !isList(it) && it.is === 'nested',
  )
  return blocks.length > 0 && blocks.length === value.length ? blocks : null
}

function aligned(pairs: readonly (readonly [string, string])[]): string[] {
  const widths = pairs.map(([name]) => Array.from(name).length)
  const widest = Math.max(...widths)
  return pairs.map(([name, value], index) => {
    const padding = ' '.repeat(widest - (widths[index] ?? 0))
    return `${name}${padding} = ${value}`
  })
}

function valueLines(value: Value, spell: SpellReference): readonly string[] {
  if (typeof value === 'object' && !isList(value) && value.is === 'mapping') {
    if (value.entries.length === 0) return ['{}']
    const pairs = value.entries.map(([key, it]) => [quotedKey(key), expression(it, spell)] as const)
    return ['{', ...indented(aligned(pairs)), '}']
  }
  if (typeof value === 'object' && isList(value)) {
    const items = value.map((it) => expression(it, spell))
    const line = `[${items.join(', ')}]`
    if (line.length <= 80 || items.length === 1) return [line]
    return ['[', ...items.map((it) => `  ${it},`), ']']
  }
  const isVerbatim = typeof value === 'object' && !isList(value) && value.is === 'verbatim'
  return isVerbatim ? value.text.split('\n') : [expression(value, spell)]
}

function expression(value: Value, spell: SpellReference): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object') return String(value)
  if (isList(value)) return `[${value.map((it) => expression(it, spell)).join(', ')}]`
  switch (value.is) {
    case 'reference':
      return spell(value)
    case 'variable':
      return `var.${value.name}`
    case 'verbatim':
      return value.text
    case 'subnetwork':
      return `cidrsubnet(${spell(value.of)}, ${value.newBits}, ${value.number})`
    case 'host':
      return `cidrhost(${spell(value.of)}, ${value.number})`
    case 'joined':
      return `"${value.parts
        .map((part) =>
          typeof part === 'string' ? escaped(part) : `\${${expression(part, spell)}}`,
        )
        .join('')}"`
    case 'expression':
      return value.parts.map((part) => expression(part, spell)).join('')
    case 'mapping':
      return `{ ${value.entries
        .map(([key, it]) => `${quotedKey(key)} = ${expression(it, spell)}`)
        .join(', ')} }`
    case 'nested':
      break
  }
  throw new Error('Bug: an HCL block cannot stand inside an expression')
}
