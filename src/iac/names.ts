import { byCodeUnit } from './order'

/** A wish for a name: `key` tells the wishes apart and settles who comes first. */
export interface Wish {
  readonly key: string
  readonly name: string
}

/**
 * Gives every key a name of its own. The first key of those that wish the same name gets it, the
 * others a number behind it: never one that somebody else wished for, so that a name depends on as
 * few others as can be.
 * @example distinct([{ key: 'b', name: 'x' }, { key: 'a', name: 'x' }]) // a: 'x', b: 'x_2'
 */
export function distinct(wishes: readonly Wish[], separator = '_'): ReadonlyMap<string, string> {
  const ordered = wishes.toSorted((a, b) => byCodeUnit(a.key, b.key))
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const { key, name } of ordered) {
    if (taken.has(name)) continue
    taken.add(name)
    names.set(key, name)
  }
  for (const { key, name } of ordered) {
    if (names.has(key)) continue
    let number = 2
    while (taken.has(`${name}${separator}${number}`)) number += 1
    taken.add(`${name}${separator}${number}`)
    names.set(key, `${name}${separator}${number}`)
  }
  return names
}
