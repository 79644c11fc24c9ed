import { Untold } from '../plan-expressions'
import { cidrhost, cidrnetmask, cidrsubnet, cidrsubnets } from './cidr-functions'
import { formatted } from './format'
import { jsonencode } from './json-encode'
import { patternOf } from './patterns'
import {
  asNumber,
  asText,
  asTruth,
  Failed,
  isList,
  isObject,
  isThing,
  isUntold,
  same,
  untoldIn,
  weightOf,
  type Value,
} from './value'

type Function = (...given: readonly Value[]) => Value

/** What a function makes is no longer. */
const most = 10_000
const longest = 100_000

const sizeOf = (lists: readonly (readonly Value[])[]): number =>
  lists.reduce((all, each) => all + each.length, 0)

const wrong = new Failed('It is given what it does not take.')

const onLists =
  (make: (lists: readonly (readonly Value[])[], ...rest: readonly Value[]) => Value): Function =>
  (...given) =>
    given.every(isList) ? make(given) : wrong

const onTexts =
  (make: (...texts: readonly string[]) => Value): Function =>
  (...given) => {
    const texts = given.map(asText)
    return texts.every((each) => each !== null) ? make(...texts) : wrong
  }

const onNumbers =
  (make: (...numbers: readonly number[]) => Value): Function =>
  (...given) => {
    const numbers = given.map(asNumber)
    return numbers.every((each) => each !== null) ? make(...numbers) : wrong
  }

const distinct = (list: readonly Value[]): readonly Value[] =>
  list.filter((each, index) => list.findIndex((other) => same(other, each)) === index)

/** Sets of texts are in the order of their texts. */
const asSet = (list: readonly Value[]): readonly Value[] => {
  const all = list.length > 2000 ? list : distinct(list)
  return all.every((each) => typeof each === 'string') ? all.toSorted() : all
}

const flat = (list: readonly Value[], depth = 0): readonly Value[] =>
  depth > 20 ? list : list.flatMap((each) => (isList(each) ? flat(each, depth + 1) : [each]))

const sorted = (value: ReadonlyMap<string, Value>) =>
  [...value].toSorted(([a], [b]) => (a < b ? -1 : 1))

const identity: Function = (value = null) => value

/** Functions that hold what is not known in their places, and do not look into it. */
const holding: Readonly<Record<string, Function>> = {
  tolist: (list = null) => (isList(list) ? list : isObject(list) ? wrong : list),
  toset: (list = null) => (isList(list) ? asSet(list) : wrong),
  tomap: identity,
  sensitive: identity,
  nonsensitive: identity,
  length: (value = null) =>
    isList(value)
      ? value.length
      : isObject(value)
        ? value.size
        : typeof value === 'string'
          ? Array.from(value).length
          : wrong,
  concat: onLists((lists) => (sizeOf(lists) > most ? tooMany : lists.flat())),
  merge: (...given) => {
    const objects = given.filter((each) => each !== null)
    if (!objects.every(isObject)) return wrong
    const size = objects.reduce((all, each) => all + each.size, 0)
    return size > most ? tooMany : new Map(objects.flatMap((each) => [...each]))
  },
  element: (list = null, index = null) => {
    const number = asNumber(index)
    if (!isList(list) || list.length === 0 || number === null || number < 0) return wrong
    return list[number % list.length] ?? null
  },
  lookup: (map = null, key = null, otherwise) => {
    const text = asText(key)
    if (!isObject(map) || text === null) return wrong
    if (map.has(text)) return map.get(text) ?? null
    return otherwise === undefined ? new Failed(`There is no ${text}.`) : otherwise
  },
  keys: (map = null) => (isObject(map) ? sorted(map).map(([key]) => key) : wrong),
  values: (map = null) => (isObject(map) ? sorted(map).map(([, value]) => value) : wrong),
  flatten: (list = null) =>
    isList(list) ? (weightOf(list) > most * 2 ? tooMany : flat(list)) : wrong,
  reverse: (list = null) => (isList(list) ? list.toReversed() : wrong),
  slice: (list = null, from = null, to = null) => {
    const [start, end] = [asNumber(from), asNumber(to)]
    if (!isList(list) || start === null || end === null) return wrong
    return start < 0 || end > list.length || start > end ? wrong : list.slice(start, end)
  },
  zipmap: (keys = null, values = null) => {
    if (!isList(keys) || !isList(values) || keys.length !== values.length) return wrong
    const texts = keys.map(asText)
    return texts.every((each) => each !== null)
      ? new Map(texts.map((key, index) => [key, values[index] ?? null]))
      : wrong
  },
  one: (list = null) => {
    if (!isList(list)) return list
    return list.length > 1 ? wrong : (list[0] ?? null)
  },
  setproduct: onLists((lists) => {
    if (lists.reduce((count, list) => count * list.length, 1) > 5000) return tooMany
    return lists.reduce<readonly (readonly Value[])[]>(
      (made, list) => made.flatMap((each) => list.map((item) => [...each, item])),
      [[]],
    )
  }),
  chunklist: (list = null, size = null) => {
    const number = asNumber(size)
    if (!isList(list) || number === null || number < 1) return wrong
    return Array.from({ length: Math.ceil(list.length / number) }, (_, index) =>
      list.slice(index * number, (index + 1) * number),
    )
  },
}

const tooMany = new Untold('It makes too much.')

/** Functions that look into what they are given. */
const looking: Readonly<Record<string, Function>> = {
  tostring: (value = null) => (value === null ? null : (asText(value) ?? wrong)),
  tonumber: (value = null) => (value === null ? null : (asNumber(value) ?? wrong)),
  tobool: (value = null) => (value === null ? null : (asTruth(value) ?? wrong)),
  cidrsubnet,
  cidrsubnets,
  cidrhost,
  cidrnetmask,
  format: formatted,
  jsonencode,
  // texts beside lists are given to each of their items
  formatlist: (...given) => {
    const size = Math.max(0, ...given.map((each) => (isList(each) ? each.length : 0)))
    if (given.some((each) => isList(each) && each.length !== size)) return wrong
    if (!given.some(isList)) return [formatted(...given)]
    return Array.from({ length: size }, (_, index) =>
      formatted(...given.map((each) => (isList(each) ? (each[index] ?? null) : each))),
    )
  },
  join: (between = null, ...lists) => {
    const text = asText(between)
    const texts = lists.every(isList) ? lists.flat().map(asText) : [null]
    if (text === null || !texts.every((each) => each !== null)) return wrong
    const length = texts.reduce((all, each) => all + each.length + text.length, 0)
    return length > longest ? tooMany : texts.join(text)
  },
  split: onTexts((between = '', text = '') => text.split(between)),
  lower: onTexts((text = '') => text.toLowerCase()),
  upper: onTexts((text = '') => text.toUpperCase()),
  title: onTexts((text = '') => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())),
  trimspace: onTexts((text = '') => text.trim()),
  trimprefix: onTexts((text = '', start = '') =>
    start !== '' && text.startsWith(start) ? text.slice(start.length) : text,
  ),
  trimsuffix: onTexts((text = '', end = '') =>
    end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text,
  ),
  startswith: onTexts((text = '', start = '') => text.startsWith(start)),
  endswith: onTexts((text = '', end = '') => text.endsWith(end)),
  strcontains: onTexts((text = '', part = '') => text.includes(part)),
  // between slashes stands a pattern, in another notation than here
  replace: onTexts((text = '', part = '', by = '') =>
    /^\/.*\/$/.test(part)
      ? new Untold('Patterns are not read.')
      : (text.length + 1) * (by.length + 1) > longest * 10
        ? tooMany
        : text.replaceAll(part, () => by),
  ),
  regexall: onTexts((pattern = '', text = '') => {
    const read = patternOf(pattern, text)
    return read
      ? [...text.matchAll(read)].map(([found]) => found)
      : new Untold('Its pattern is not read.')
  }),
  regex: onTexts((pattern = '', text = '') => {
    const read = patternOf(pattern, text)
    const [first] = read ? text.matchAll(read) : []
    if (!read) return new Untold('Its pattern is not read.')
    return first ? first[0] : new Failed('The pattern matches nothing.')
  }),
  substr: (text = null, from = null, count = null) => {
    const [start, length] = [asNumber(from), asNumber(count)]
    if (typeof text !== 'string' || start === null || length === null) return wrong
    const letters = Array.from(text)
    const begin = start < 0 ? letters.length + start : start
    return letters.slice(begin, length < 0 ? undefined : begin + length).join('')
  },
  compact: (list = null) =>
    isList(list) ? list.filter((each) => each !== null && each !== '') : wrong,
  distinct: (list = null) =>
    isList(list) ? (list.length > 2000 ? tooMany : distinct(list)) : wrong,
  sort: (list = null) => {
    const texts = isList(list) ? list.map(asText) : [null]
    return texts.every((each) => each !== null) ? texts.toSorted() : wrong
  },
  contains: (list = null, item = null) =>
    isList(list) ? list.some((each) => same(each, item)) : wrong,
  index: (list = null, item = null) => {
    const at = isList(list) ? list.findIndex((each) => same(each, item)) : -1
    return at < 0 ? wrong : at
  },
  setunion: onLists((lists) => (lists.flat().length > 2000 ? tooMany : asSet(lists.flat()))),
  setintersection: onLists(([first = [], ...others]) =>
    first.filter((each) => others.every((list) => list.some((other) => same(each, other)))),
  ),
  setsubtract: onLists(([first = [], second = []]) =>
    first.filter((each) => !second.some((other) => same(each, other))),
  ),
  coalesce: (...given) => given.find((each) => each !== null && each !== '') ?? wrong,
  coalescelist: (...given) => given.find((each) => isList(each) && each.length > 0) ?? wrong,
  alltrue: (list = null) => (isList(list) ? list.every((each) => asTruth(each) === true) : wrong),
  anytrue: (list = null) => (isList(list) ? list.some((each) => asTruth(each) === true) : wrong),
  sum: (list = null) => {
    const numbers = isList(list) ? list.map(asNumber) : [null]
    return numbers.every((each) => each !== null)
      ? numbers.reduce((all, each) => all + each, 0)
      : wrong
  },
  range: onNumbers((...numbers) => {
    const [first = 0, second, third] = numbers
    const [from, to] = second === undefined ? [0, first] : [first, second]
    const step = third ?? (to < from ? -1 : 1)
    const count = step === 0 ? 0 : Math.max(0, Math.ceil((to - from) / step))
    return count > 1024 ? tooMany : Array.from({ length: count }, (_, index) => from + index * step)
  }),
  min: onNumbers((...numbers) => Math.min(...numbers)),
  max: onNumbers((...numbers) => Math.max(...numbers)),
  floor: onNumbers((number = 0) => Math.floor(number)),
  ceil: onNumbers((number = 0) => Math.ceil(number)),
  abs: onNumbers((number = 0) => Math.abs(number)),
  pow: onNumbers((base = 0, exponent = 0) => base ** exponent),
}

/** What a function of Terraform makes of what it is given. Functions that are not read are said. */
export function call(name: string, given: readonly Value[]): Value {
  const isHolding = Object.hasOwn(holding, name)
  const made = isHolding ? holding[name] : Object.hasOwn(looking, name) ? looking[name] : undefined
  if (!made) return new Untold(`The function ${name} is not read.`)
  const [untold] = isHolding ? given.filter(isUntold) : given.flatMap(untoldIn)
  if (untold) return untold
  // an index that counts attributes of resources is none that a design has
  return given.some(isThing) && !isHolding
    ? new Untold(`${name} of a resource is not read.`)
    : made(...given)
}
