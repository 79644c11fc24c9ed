import { linksOf } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import type { Box, Document, Group } from '../model/document'
import type { Problem } from '../model/problem'
import { checkReferences } from '../model/references'
import { removalOf } from '../model/removal'
import { compared, type Plan } from './merge'
import { withPlaces } from './merge-layout'

/**
 * The open design with an import merged into it, as far as it was chosen; without a choice what is
 * usual. What was drawn by hand, places, groups and names of the user's own stay. What cannot stand
 * without something that is left out is left out too.
 */
export function merged(
  open: Document,
  imported: Document,
  chosen?: ReadonlySet<Id>,
  plan: Plan = compared(open, imported),
): Document {
  const { changes, after } = plan
  const taken = new Set(
    changes.flatMap(({ id, usual }) => ((chosen ? chosen.has(id) : usual) ? [id] : [])),
  )
  if (taken.size === 0) return open
  const going = new Set(
    changes.flatMap(({ id, type }) => (type === 'gone' && taken.has(id) ? [id] : [])),
  )
  const accounts = [
    ...open.accounts,
    ...imported.accounts.filter(({ id }) => !open.accounts.some((it) => it.id === id)),
  ]
  for (;;) {
    const resources: Record<Id, Resource> = { ...open.resources }
    for (const [id, it] of after) if (taken.has(id)) resources[id] = it
    remove(resources, going)
    const used = new Set(
      Object.values<Resource>(resources).flatMap((it) =>
        'ownerId' in it ? (it.ownerId ?? []) : [],
      ),
    )
    const document: Document = {
      ...open,
      accounts: accounts.filter(
        (it) => used.has(it.id) || open.accounts.some(({ id }) => id === it.id),
      ),
      resources,
    }
    const stuck = brokenIn(document).filter((id) => taken.has(id))
    if (stuck.length === 0) return withPlaces(open, tidied(document), wishesOf(imported, plan))
    for (const id of stuck) taken.delete(id)
  }
}

const wishesOf = ({ layout }: Document, { ids }: Plan): Readonly<Record<Id, Box>> =>
  Object.fromEntries(
    Object.entries<Box>(layout).flatMap(([id, box]) => {
      const own = ids.get(id)
      return own ? [[own, box] as const] : []
    }),
  )

/** Takes these away, unless something that is not among them could not stand without. */
function remove(resources: Record<Id, Resource>, going: ReadonlySet<Id>): void {
  const leaving = new Set(going)
  for (;;) {
    const { doomed, changed } = removalOf({ resources }, [...leaving])
    const others = doomed.filter((id) => !leaving.has(id))
    if (others.length === 0) {
      for (const it of changed) resources[it.id] = it
      for (const id of doomed) delete resources[id]
      return
    }
    const before = leaving.size
    for (const id of others) {
      const it = resources[id]
      for (const { to } of it ? linksOf(it) : []) leaving.delete(to)
    }
    // what hangs on it by more than one step
    if (leaving.size === before) return
  }
}

/** What names something that is not there, or cannot be named from there. */
function brokenIn(document: Document): readonly Id[] {
  const ids: Id[] = []
  const note = (problem: Problem) => {
    if ('tables' in problem) ids.push(...problem.tables)
    else if ('id' in problem) ids.push(problem.id as Id)
    if ('to' in problem) ids.push(problem.to as Id)
  }
  const resources = new Set(Object.keys(document.resources))
  checkReferences(document, { resources, boxes: [] }, note)
  return ids
}

/** Without places and frames of what is gone. */
function tidied(document: Document): Document {
  const exists = (id: string) => Object.hasOwn(document.resources, id)
  const { groups, layout, ...rest } = document
  const kept = Object.entries<Group>(groups ?? {}).flatMap(([key, group]) => {
    const members = group.members.filter(exists)
    return members.length > 0 ? [[key, { ...group, members }] as const] : []
  })
  return {
    ...rest,
    layout: Object.fromEntries(Object.entries<Box>(layout).filter(([id]) => exists(id))),
    ...(kept.length > 0 && { groups: Object.fromEntries(kept) }),
  }
}
