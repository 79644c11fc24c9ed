import { collections } from './collections'

/** The lists whose keys begin with small letters, by how the keys of all other calls are written. */
const small = new Map(
  Object.keys(collections)
    .filter((key) => /^(directConnect|virtual)/.test(key))
    .map((key) => [`${key[0]?.toUpperCase() ?? ''}${key.slice(1)}`, key]),
)

/**
 * A list by the name that AWS gives it. Direct Connect's keys begin with small letters; some tools
 * write them as those of all other calls.
 * @example cased('VirtualInterfaces', [{ Vlan: 100 }]) // ['virtualInterfaces', [{ vlan: 100 }]]
 */
export function cased(key: string, value: unknown): readonly [string, unknown] {
  const name = small.get(key)
  return name ? [name, lowered(value, 0)] : [key, value]
}

/** No answer of Direct Connect is deeper. */
const deepest = 6

function lowered(value: unknown, depth: number): unknown {
  if (depth > deepest || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each) => lowered(each, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      `${key[0]?.toLowerCase() ?? ''}${key.slice(1)}`,
      lowered(each, depth + 1),
    ]),
  )
}
