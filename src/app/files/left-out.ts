import type { Change } from '../../import/merge'
import type { Id } from '../../kinds/resource'

/** What of these comes, when some are left out: not what needs any of them, however far. */
export function comingOf(changes: readonly Change[], leftOut: ReadonlySet<Id>): ReadonlySet<Id> {
  const out = new Set(leftOut)
  for (let size = -1; size !== out.size;) {
    size = out.size
    for (const { id, needs } of changes) if (needs.some((need) => out.has(need))) out.add(id)
  }
  return new Set(changes.flatMap(({ id }) => (out.has(id) ? [] : [id])))
}
