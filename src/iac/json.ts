import { wellFormed } from './text'
import { isList, type Body, type Value } from './value'
import { inline, type SpellYaml } from './yaml'

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json }

/** A CloudFormation template as JSON: the same as the YAML, with functions in their long form. */
export function printJson(sections: Body, spell: SpellYaml): string {
  return `${JSON.stringify(jsonOfBody(sections, spell), null, 2)}\n`
}

function jsonOf(value: Value, spell: SpellYaml): Json {
  if (typeof value === 'string') return wellFormed(value)
  if (typeof value !== 'object') return value
  if (isList(value)) return value.map((it) => jsonOf(it, spell))
  if (value.is === 'nested') return jsonOfBody(value.body, spell)
  if (value.is === 'mapping')
    return Object.fromEntries(
      value.entries.map(([key, it]) => [wellFormed(key), jsonOf(it, spell)]),
    )
  return longForm(inline(value, spell))
}

function jsonOfBody(body: Body, spell: SpellYaml): Json {
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, it]) =>
      it === undefined ? [] : [[key, jsonOf(it, spell)] as const],
    ),
  )
}

/**
 * What YAML's short form says in the long form that JSON needs.
 * @example longForm('!GetAtt Vpc.VpcId') // { 'Fn::GetAtt': ['Vpc', 'VpcId'] }
 */
export function longForm(text: string): Json {
  let at = 0
  const skip = () => {
    while (text[at] === ' ') at += 1
  }
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }
  const read = (isInList: boolean): Json => {
    skip()
    if (text[at] === '!') {
      const name = take(/!\w+/y).slice(1)
      return called(name, read(isInList))
    }
    if (text[at] === '"') return JSON.parse(take(/"(?:\\.|[^"\\])*"/y)) as string
    if (text[at] !== '[') return scalar(take(isInList ? /[^,\]]+/y : /.+/y).trim())
    at += 1
    const items: Json[] = []
    for (skip(); text[at] !== ']' && at < text.length; skip()) {
      items.push(read(true))
      skip()
      if (text[at] === ',') at += 1
    }
    at += 1
    return items
  }
  return read(false)
}

function called(name: string, argument: Json): Json {
  if (name === 'Ref' || name === 'Condition') return { [name]: argument }
  if (name !== 'GetAtt' || typeof argument !== 'string') return { [`Fn::${name}`]: argument }
  const dot = argument.indexOf('.')
  return { 'Fn::GetAtt': [argument.slice(0, dot), argument.slice(dot + 1)] }
}

function scalar(text: string): Json {
  if (/^-?\d+$/.test(text)) return Number(text)
  return text === 'true' || text === 'false' ? text === 'true' : text
}
