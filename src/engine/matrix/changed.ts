import type { Id, Resource } from '../../kinds/resource'
import { resourcesIn } from '../../model/design'
import type { Document } from '../../model/document'

/** What people call a thing and write beside it decides nothing. Everything else is taken to. */
const beside: ReadonlySet<string> = new Set(['name', 'tags', 'description'])

/** Which resources came, went, or say something else that may decide over packets? */
export function changedBetween(before: Document, after: Document): readonly Id[] {
  const [old, now] = [resourcesIn(before), resourcesIn(after)]
  // most edits leave everything else in its place: what stands there needs no looking up
  const others = now.filter((it, index) => it !== old[index])
  const rest = old.filter((it, index) => it !== now[index])
  const left = new Map(rest.map((it) => [it.id, it]))
  const changed: Id[] = []
  for (const it of others) {
    const was = left.get(it.id)
    left.delete(it.id)
    if (!was || !decidesAlike(was, it)) changed.push(it.id)
  }
  return [...changed, ...left.keys()]
}

const decidesAlike = (one: Resource, other: Resource): boolean =>
  one === other || wordsOf(one) === wordsOf(other)

const words = new WeakMap<Resource, string>()

/** The order of what a resource lists is kept: of two attachments the first may be the one that counts. */
function wordsOf(it: Resource): string {
  const known = words.get(it)
  if (known !== undefined) return known
  const said = JSON.stringify(Object.entries(it).filter(([key]) => !beside.has(key)))
  words.set(it, said)
  return said
}
