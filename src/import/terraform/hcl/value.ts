import { Untold } from '../plan-expressions'

/** What an expression of Terraform comes to. */
export type Value =
  string | number | boolean | null | readonly Value[] | ReadonlyMap<string, Value> | Thing | Untold

/** Something with attributes that are looked up one by one: a resource, or what a module gives out. */
export interface Thing {
  readonly isThing: true
  readonly attribute: (name: string) => Value
  /** The ID of a resource. */
  readonly id: string | null
}

/** Terraform itself refuses it: there is nothing of that name, or at that place. */
export class Failed extends Untold {}

export const isThing = (value: Value): value is Thing =>
  typeof value === 'object' && value !== null && 'isThing' in value

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

export const isObject = (value: Value): value is ReadonlyMap<string, Value> => value instanceof Map

export const isUntold = (value: Value): value is Untold => value instanceof Untold

const weights = new WeakMap<object, number>()

/** How much a value holds if everything in it is written out; what is named twice counts twice. */
export function weightOf(value: Value): number {
  if (typeof value === 'string') return 1 + Math.floor(value.length / 50)
  if (!isList(value) && !isObject(value)) return 1
  const known = weights.get(value)
  if (known !== undefined) return known
  let weight = 1
  for (const each of value.values()) weight += weightOf(each)
  weights.set(value, weight)
  return weight
}

/** Everything untold within a value, however deep. */
export function untoldIn(value: Value): readonly Untold[] {
  if (isUntold(value)) return [value]
  if (isList(value)) return value.flatMap(untoldIn)
  return isObject(value) ? [...value.values()].flatMap(untoldIn) : []
}

/** A number as Terraform takes it, also where it is written as a text. */
export function asNumber(value: Value): number | null {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.trim() === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

/** A text as Terraform takes it. */
export function asText(value: Value): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

/** A truth as Terraform takes it. */
export function asTruth(value: Value): boolean | null {
  if (typeof value === 'boolean') return value
  return value === 'true' ? true : value === 'false' ? false : null
}

/** The IDs of all resources within a value. */
export function idsIn(value: Value): readonly string[] {
  if (isList(value)) return value.flatMap((each) => idsIn(each))
  if (isObject(value)) return [...value.values()].flatMap((each) => idsIn(each))
  if (isThing(value)) return value.id === null ? [] : [value.id]
  return typeof value === 'string' ? [value] : []
}

/** The same value, as Terraform compares. */
export function same(one: Value, other: Value): boolean {
  if (isList(one) && isList(other))
    return (
      one.length === other.length && one.every((each, index) => same(each, other[index] ?? null))
    )
  if (isObject(one) && isObject(other))
    return (
      one.size === other.size && [...one].every(([key, each]) => same(each, other.get(key) ?? null))
    )
  return one === other
}
