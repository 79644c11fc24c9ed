import fc from 'fast-check'
import type { Resource } from '../../kinds/resource'
import type { Document } from '../../model/document'

/*
 * Edits without a list of what can be edited: a resource becomes what it is in another network of the
 * same sort, comes from there, goes, or is called otherwise; or a network of before comes back.
 */

const anyEdit = fc.record({
  what: fc.constantFrom('become', 'become', 'become', 'come', 'go', 'name', 'name', 'undo'),
  which: fc.nat(),
})
type Edit = typeof anyEdit extends fc.Arbitrary<infer E> ? E : never

/** Networks one after the other, each one edit away from one before it. */
export function anyEdits(networks: fc.Arbitrary<Document>): fc.Arbitrary<readonly Document[]> {
  return fc
    .tuple(networks, networks, fc.array(anyEdit, { minLength: 1, maxLength: 6 }))
    .map(([first, other, edits]) => {
      const all = [first]
      for (const edit of edits) all.push(edited(all, other, edit))
      return all
    })
}

function edited(all: readonly Document[], other: Document, { what, which }: Edit): Document {
  const now = all.at(-1)
  if (!now) throw new Error('Bug: no network to edit')
  if (what === 'undo') return all[which % all.length] ?? now
  const own: readonly Resource[] = Object.values(now.resources)
  const theirs = new Map(Object.values<Resource>(other.resources).map((it) => [it.id, it]))
  const set = (it: Resource): Document => ({
    ...now,
    resources: { ...now.resources, [it.id]: it },
  })
  const one = <T>(from: readonly T[]): T | undefined => from[which % Math.max(1, from.length)]
  if (what === 'come') {
    const it = one([...theirs.values()].filter(({ id }) => !own.some((each) => each.id === id)))
    return it ? set(it) : now
  }
  if (what === 'become') {
    const it = one(own.flatMap(({ id }) => theirs.get(id) ?? []))
    return it ? set(it) : now
  }
  const it = one(own)
  if (!it) return now
  if (what === 'name') return set({ ...it, name: `${it.name}-${which % 3}` })
  const left = own.filter(({ id }) => id !== it.id)
  return { ...now, resources: Object.fromEntries(left.map((each) => [each.id, each])) }
}
