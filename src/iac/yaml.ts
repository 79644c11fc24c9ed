import { quotedScalar, scalar } from './yaml-text'
import { isList, type Body, type Joined, type Reference, type Value } from './value'

/** How a reference is written where it is used: `!Ref Vpc`. */
export type SpellYaml = (reference: Reference) => string

/** A CloudFormation template from its sections; every section is printed in the given order. */
export function printYaml(sections: Body, spell: SpellYaml): string {
  const parts = Object.entries(sections).flatMap(([name, value]) =>
    value === undefined ? [] : [entryLines(name, value, spell, true).join('\n')],
  )
  return `${parts.join('\n\n')}\n`
}

/** `spread` puts an empty line between the entries, as between the resources of a template. */
function entryLines(
  name: string,
  value: Value,
  spell: SpellYaml,
  spread = false,
): readonly string[] {
  const key = scalar(name)
  if (typeof value !== 'object') return [`${key}: ${inline(value, spell)}`]
  if (isList(value)) {
    if (value.length === 0) return [`${key}: []`]
    return [`${key}:`, ...value.flatMap((it) => itemLines(it, spell)).map((line) => `  ${line}`)]
  }
  if (value.is !== 'nested' && value.is !== 'mapping') return [`${key}: ${inline(value, spell)}`]
  const entries = entriesOf(value)
  if (entries.length === 0) return [`${key}: {}`]
  const lines = entries.flatMap(([inner, it], index) => [
    ...(spread && index > 0 ? [''] : []),
    ...entryLines(inner, it, spell),
  ])
  return [`${key}:`, ...lines.map((line) => (line === '' ? '' : `  ${line}`))]
}

function itemLines(value: Value, spell: SpellYaml): readonly string[] {
  const isObject = typeof value === 'object' && !isList(value)
  if (!isObject || (value.is !== 'nested' && value.is !== 'mapping'))
    return [`- ${inline(value, spell)}`]
  const lines = entriesOf(value).flatMap(([name, it]) => entryLines(name, it, spell))
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))
}

function entriesOf(value: Extract<Value, { is: 'nested' | 'mapping' }>) {
  if (value.is === 'mapping') return value.entries
  return Object.entries(value.body).flatMap(([name, it]) =>
    it === undefined ? [] : [[name, it] as const],
  )
}

/** A value that is no object on one line, in the short form of functions. */
export function inline(value: Value, spell: SpellYaml): string {
  if (typeof value === 'string') return scalar(value)
  if (typeof value !== 'object') return String(value)
  if (isList(value)) return `[${value.map((it) => flow(it, spell)).join(', ')}]`
  switch (value.is) {
    case 'reference':
      return spell(value)
    case 'verbatim':
      return value.text
    case 'subnetwork':
      return `!Select [${value.number}, !Cidr [!Select [0, ${spell(value.of)}], ${value.number + 1}, ${value.hostBits}]]`
    case 'joined':
      return joinedText(value, spell)
    case 'expression':
      return value.parts.map((part) => flow(part, spell)).join('')
    case 'variable':
      return `!Ref ${value.name}`
    case 'host':
      throw new Error('Bug: CloudFormation has no function for one address of a block')
    case 'nested':
    case 'mapping':
      break
  }
  throw new Error('Bug: an object is printed over several lines')
}

/**
 * Parts with one sign between all of them are a list, others a text with something put in, as
 * people write the two.
 */
function joinedText({ parts }: Joined, spell: SpellYaml): string {
  const values = parts.filter((_, at) => at % 2 === 0)
  const between = parts.filter((_, at) => at % 2 === 1)
  const [sign] = between
  const isSeparated =
    parts.length % 2 === 1 &&
    typeof sign === 'string' &&
    between.every((it) => it === sign) &&
    values.every((it) => typeof it !== 'string')
  if (isSeparated)
    return `!Join [${quotedScalar(sign)}, [${values.map((it) => inline(it, spell)).join(', ')}]]`
  const texts = parts.filter((part) => typeof part === 'string')
  const inserted = parts.map((part) =>
    typeof part === 'string' ? part.replaceAll('${', '${!') : insertion(inline(part, spell)),
  )
  // a dollar before the braces of a reference would be read with them
  const isPlain = texts.length < parts.length && !texts.some((text) => text.endsWith('$'))
  return inserted.includes(null) || !isPlain
    ? `!Join ["", [${parts.map((part) => flow(part, spell)).join(', ')}]]`
    : `!Sub ${quotedScalar(inserted.join(''))}`
}

/** What stands for a reference within `!Sub`. `insertion('!Ref Vpc') // '${Vpc}'` */
function insertion(spelt: string): string | null {
  const name = /^!(?:Ref|GetAtt) ([\w.:]+)$/.exec(spelt)?.[1]
  return name === undefined ? null : `\${${name}}`
}

/** Inside brackets a comma or a bracket would end a plain text. */
function flow(value: Value, spell: SpellYaml): string {
  return typeof value === 'string' ? quotedScalar(value) : inline(value, spell)
}
