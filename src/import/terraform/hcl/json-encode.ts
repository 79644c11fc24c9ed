import { Untold } from '../plan-expressions'
import { isList, isObject, isThing, isUntold, weightOf, type Value } from './value'

/** What is written as JSON is no longer, which keeps what loops make within bounds. */
const heaviest = 20_000

/**
 * A value as JSON, as Terraform writes it: keys in order, and signs escaped that mean something in HTML.
 * @example jsonencode(new Map([['b', '<'], ['a', true]])) // '{"a":true,"b":"\\u003c"}'
 * @source https://developer.hashicorp.com/terraform/language/functions/jsonencode
 */
export function jsonencode(value: Value = null): Value {
  if (weightOf(value) > heaviest) return new Untold('It makes too much.')
  const json = plain(value)
  if (json === undefined) return new Untold('jsonencode of a resource is not read.')
  return JSON.stringify(json).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The same as JavaScript has it; undefined where a resource is in it. */
function plain(value: Value): unknown {
  if (isThing(value) || isUntold(value)) return undefined
  if (isList(value)) {
    const items = value.map(plain)
    return items.includes(undefined) ? undefined : items
  }
  if (!isObject(value)) return value
  const entries = [...value].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const read = entries.map(([key, each]) => [key, plain(each)] as const)
  // JavaScript puts keys that look like numbers first, which changes nothing of the meaning
  return read.some(([, each]) => each === undefined) ? undefined : Object.fromEntries(read)
}
