import type { Id, Resource } from '../kinds/resource'

/** The same resource under other ids, wherever it names them; what people wrote stays. */
export function renamed(resource: Resource, ids: ReadonlyMap<string, Id>): unknown {
  const swap = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value
    if (Array.isArray(value)) return value.map(swap)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        ids.get(key) ?? key,
        key === 'name' || key === 'description' || key === 'tags' ? inner : swap(inner),
      ]),
    )
  }
  return swap(resource)
}
