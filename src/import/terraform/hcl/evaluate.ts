import { Untold } from '../plan-expressions'
import type { Expression, Loop } from './expression'
import { call } from './functions'
import { binary, notANumber, notATruth } from './operators'
import {
  asNumber,
  asText,
  asTruth,
  Failed,
  idsIn,
  isList,
  isObject,
  isThing,
  isUntold,
  weightOf,
  type Thing,
  type Value,
} from './value'

/** What the names in an expression stand for; undefined for one that nothing is called by. */
export type Scope = (name: string) => Value | undefined

/** How much is evaluated at all, so that nothing runs without end. */
export interface Budget {
  left: number
}

/** Deeper, a value is made of itself, or might as well be. */
const deepest = 200

/** Texts and lists only grow so far. */
const longest = 100_000
const mostItems = 10_000
const heaviest = 200_000

const tooMuch = new Untold('It is too large, or made of itself.')

/** Evaluates an expression as far as that goes without Terraform; what is not known says why. */
export function evaluated(expression: Expression, scope: Scope, budget: Budget, depth = 0): Value {
  budget.left -= 1
  if (budget.left < 0 || depth > deepest) return tooMuch
  return weighed(now(expression, scope, budget, depth))
}

/** Values that name others many times over would grow without end. */
export const weighed = (value: Value): Value => (weightOf(value) > heaviest ? tooMuch : value)

/** Takes what it costs to look at all of these. */
function paid(budget: Budget, values: readonly Value[]): boolean {
  for (const each of values) budget.left -= weightOf(each)
  return budget.left >= 0
}

function now(expression: Expression, scope: Scope, budget: Budget, depth: number): Value {
  const value = (each: Expression) => evaluated(each, scope, budget, depth + 1)
  switch (expression.type) {
    case 'literal':
      return expression.value
    case 'template':
      return joined(expression.parts.map(value), budget)
    case 'name':
      return scope(expression.name) ?? new Failed(`Nothing is called ${expression.name}.`)
    case 'item':
      return scope('*') ?? tooMuch
    case 'attribute':
      return attributeOf(value(expression.of), expression.name)
    case 'index':
      return elementOf(value(expression.of), value(expression.key))
    case 'splat': {
      const of = value(expression.of)
      if (isUntold(of)) return of
      const all = isList(of) ? of : of === null ? [] : [of]
      return all.map((item) =>
        evaluated(expression.each, naming(scope, '*', item), budget, depth + 1),
      )
    }
    case 'call':
      return called(expression.name, expression.given, value, budget)
    case 'list':
      return expression.items.map(value)
    case 'object': {
      const entries = new Map<string, Value>()
      for (const [name, each] of expression.entries) {
        const key = value(name)
        if (isUntold(key)) return key
        const text = asText(key)
        if (text === null) return new Failed('A key of an object is no text.')
        entries.set(text, value(each))
      }
      return entries
    }
    case 'unary': {
      const of = value(expression.of)
      if (isUntold(of)) return of
      const [number, truth] = [asNumber(of), asTruth(of)]
      if (expression.operator === '-') return number === null ? notANumber : -number
      return truth === null ? notATruth : !truth
    }
    case 'binary':
      return binary(expression.operator, value(expression.left), () => value(expression.right))
    case 'condition': {
      const test = value(expression.test)
      if (isUntold(test)) return among(test, [value(expression.yes), value(expression.no)])
      const truth = asTruth(test)
      return truth === null ? notATruth : value(truth ? expression.yes : expression.no)
    }
    case 'for':
    default:
      return looped(expression, scope, budget, depth)
  }
}

/** The scope with one name more. */
const naming =
  (scope: Scope, name: string, value: Value): Scope =>
  (asked) =>
    asked === name ? value : scope(asked)

/** It is one of these, and not known which. */
function among(untold: Untold, values: readonly Value[]): Untold {
  const ids = values.flatMap(idsIn)
  return values.some(isUntold) ? untold : new Untold(untold.why, ids)
}

function joined(parts: readonly Value[], budget: Budget): Value {
  if (!paid(budget, parts)) return tooMuch
  const untold = parts.find(isUntold)
  if (untold) return new Untold(untold.why)
  const texts = parts.map(asText)
  if (!texts.every((each) => each !== null)) return new Failed('It is put into a text and is none.')
  const length = texts.reduce((all, each) => all + each.length, 0)
  return length > longest ? tooMuch : texts.join('')
}

/** These compare everything with everything. */
const quadratic = new Set([
  'distinct',
  'toset',
  'setunion',
  'setintersection',
  'setsubtract',
  'regexall',
  'regex',
])

function called(
  name: string,
  given: readonly { readonly value: Expression; readonly isSpread: boolean }[],
  value: (each: Expression) => Value,
  budget: Budget,
): Value {
  // these two ask whether Terraform could evaluate it
  if (name === 'try') {
    for (const each of given) {
      const found = value(each.value)
      if (!(found instanceof Failed)) return found
    }
    return new Failed('Nothing of what is tried is there.')
  }
  if (name === 'can') {
    const found = given[0] ? value(given[0].value) : null
    return found instanceof Failed ? false : isUntold(found) ? found : true
  }
  const all: Value[] = []
  for (const each of given) {
    const found = value(each.value)
    if (!each.isSpread) all.push(found)
    else if (isUntold(found)) return found
    else if (isList(found) && found.length <= mostItems) for (const it of found) all.push(it)
    else return new Failed('What is spread is no list.')
  }
  const isCostly = quadratic.has(name)
  if (!paid(budget, all)) return tooMuch
  if (isCostly) for (const each of all) budget.left -= isList(each) ? each.length ** 2 / 100 : 0
  const made = call(name, all)
  if (typeof made === 'string' && made.length > longest) return tooMuch
  return (isList(made) && made.length > mostItems) || (isObject(made) && made.size > mostItems)
    ? tooMuch
    : made
}

/** An attribute of an object, or of each thing, by its name. */
export function attributeOf(of: Value, name: string): Value {
  if (isUntold(of)) return of instanceof Failed ? of : new Untold(of.why)
  if (isThing(of)) return of.attribute(name)
  if (isObject(of)) return of.get(name) ?? (of.has(name) ? null : new Failed(`It has no ${name}.`))
  return new Failed(`What has no attributes is asked for ${name}.`)
}

function elementOf(of: Value, key: Value): Value {
  if (isUntold(of)) return of
  if (isUntold(key)) return new Untold(key.why, idsIn(of))
  const number = asNumber(key)
  if (isList(of)) {
    const found = number === null ? undefined : of[number]
    return found === undefined ? new Failed(`There is nothing at ${asText(key) ?? ''}.`) : found
  }
  const text = asText(key)
  return text === null ? new Failed('It is no key.') : attributeOf(of, text)
}

function looped(loop: Loop, scope: Scope, budget: Budget, depth: number): Value {
  const of = evaluated(loop.of, scope, budget, depth + 1)
  if (isUntold(of)) return of
  const items: readonly (readonly [Value, Value])[] = isList(of)
    ? of.map((each, index) => [index, each] as const)
    : isObject(of)
      ? [...of].toSorted(([a], [b]) => (a < b ? -1 : 1))
      : []
  if (!isList(of) && !isObject(of)) return new Failed('What it goes through is no list.')
  const list: Value[] = []
  const entries = new Map<string, Value>()
  for (const [key, each] of items) {
    const valued = naming(scope, loop.valueName, each)
    const inner = loop.keyName === null ? valued : naming(valued, loop.keyName, key)
    const value = (it: Expression) => evaluated(it, inner, budget, depth + 1)
    const test = loop.test ? value(loop.test) : true
    if (isUntold(test)) return test
    if (asTruth(test) !== true) continue
    if (!loop.key) {
      list.push(value(loop.value))
      continue
    }
    const name = value(loop.key)
    const text = asText(name)
    if (isUntold(name) || text === null) return isUntold(name) ? name : notATruth
    const before = entries.get(text)
    const made = value(loop.value)
    entries.set(text, loop.isGrouped ? [...(before && isList(before) ? before : []), made] : made)
  }
  return loop.key ? entries : list
}

/** Things of a module or resource by their keys, as Terraform shows them to others. */
export function byKey(things: readonly (readonly [string | number | null, Thing])[]): Value {
  const [first] = things
  if (first && first[0] === null) return first[1]
  if (things.every(([key]) => typeof key === 'number')) return things.map(([, it]) => it)
  return new Map(things.map(([key, it]) => [String(key), it]))
}
