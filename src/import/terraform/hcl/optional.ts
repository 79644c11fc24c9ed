import type { Expression } from './expression'
import { asText, isList, isObject, type Value } from './value'

/** Types are nested a few levels deep; what lies deeper is left as it is. */
const deepest = 20

const nameIn = (key: Expression): string | null => {
  if (key.type === 'name') return key.name
  if (key.type === 'literal') return asText(key.value)
  const [only, ...others] = key.type === 'template' ? key.parts : []
  return only && others.length === 0 ? nameIn(only) : null
}

/**
 * A value with what its type constraint adds: attributes of objects that may be left out are null, or
 * what the constraint says in their place.
 * @source https://developer.hashicorp.com/terraform/language/expressions/type-constraints#optional-object-type-attributes
 */
export function completed(
  value: Value,
  type: Expression,
  evaluate: (it: Expression) => Value,
  depth = 0,
): Value {
  if (type.type !== 'call' || depth > deepest) return value
  const [inner, otherwise] = type.given.map((each) => each.value)
  if (!inner) return value
  const within = (each: Value): Value => completed(each, inner, evaluate, depth + 1)
  if (type.name === 'optional') {
    const filled = value === null && otherwise ? evaluate(otherwise) : value
    return within(filled)
  }
  if (type.name === 'list' || type.name === 'set') return isList(value) ? value.map(within) : value
  if (!isObject(value)) return value
  if (type.name === 'map') return new Map([...value].map(([key, each]) => [key, within(each)]))
  if (type.name !== 'object' || inner.type !== 'object') return value
  const made = new Map(value)
  for (const [key, of] of inner.entries) {
    const name = nameIn(key)
    if (name === null || (!made.has(name) && !isOptional(of))) continue
    made.set(name, completed(made.get(name) ?? null, of, evaluate, depth + 1))
  }
  return made
}

const isOptional = (type: Expression): boolean => type.type === 'call' && type.name === 'optional'
