import { linksOf } from '../kinds/catalogue'
import type { Design } from '../kinds/contract'
import { resourceSchema, type Id, type Kind, type Resource } from '../kinds/resource'
import { vpcIdOf } from '../kinds/vpc-of'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import { renamed } from '../model/renamed'
import { changedFields, namesIn, same, type FieldChange } from './merge-fields'
import { idsFor, matched } from './merge-match'

/** What becomes of one resource of the open design, or joins it. */
export interface Change {
  /** Its id in the open design. */
  readonly id: Id
  readonly kind: Kind
  readonly name: string
  /** What AWS or the code calls it. */
  readonly known: string | null
  /** `gone`: an earlier import told of it, this one of its surroundings and no longer of it. */
  readonly type: 'new' | 'changed' | 'gone'
  readonly fields: readonly FieldChange[]
  /** Is it done unless somebody says otherwise? */
  readonly usual: boolean
  /** New resources that it names: without them it cannot come. */
  readonly needs: readonly Id[]
}

/** What an import would do to the open design, before anything is done. */
export interface Comparison {
  readonly changes: readonly Change[]
  readonly unchanged: number
}

/** A comparison with what it needs to be carried out. */
export interface Plan extends Comparison {
  /** What new and changed resources become. */
  readonly after: ReadonlyMap<Id, Resource>
  /** The id in the open design of each imported resource. */
  readonly ids: ReadonlyMap<string, Id>
}

/**
 * Holds an import against the open design. What was drawn by hand is never part of it, nor is what
 * the import knows less of than the design does.
 */
export function compared(open: Document, imported: Document): Plan {
  const found = matched(open.resources, imported.resources)
  const ids = idsFor(open.resources, imported.resources, found)
  const after = new Map<Id, Resource>()
  const changes: Change[] = []
  const nameOf = namesIn(open.resources, imported.resources)
  const inAws = new Map(
    Object.values<Resource>(open.resources).flatMap((it) => (it.awsId ? [[it.awsId, it.id]] : [])),
  )
  let unchanged = 0
  for (const it of Object.values<Resource>(imported.resources)) {
    const id = ids.get(it.id)
    const moved = resourceSchema.safeParse(renamed(it, ids))
    if (!id || !moved.success) continue
    const before = found.has(it.id) ? open.resources[id] : undefined
    const next = before ? updated(before, withTargets(moved.data, inAws)) : moved.data
    if (before && same(before, next)) {
      unchanged += 1
      continue
    }
    after.set(id, next)
    changes.push({
      ...told(next),
      type: before ? 'changed' : 'new',
      fields: before ? changedFields(before, next, nameOf) : [],
      usual: true,
      needs: [],
    })
  }
  const isNew = new Set(changes.flatMap(({ id, type }) => (type === 'new' ? [id] : [])))
  const withNeeds = changes.map((change) => {
    const next = after.get(change.id)
    const named = next ? linksOf(next).map(({ to }) => to) : []
    const needs = named.filter((to) => to !== change.id && isNew.has(to))
    return { ...change, needs: [...new Set(needs)] }
  })
  const all = [...withNeeds, ...goneIn(open, imported, new Set(found.values()))]
  return { changes: all.toSorted(byKindAndName), unchanged, after, ids }
}

const told = ({ id, kind, name, awsId, sourceAddress }: Resource) => ({
  id,
  kind,
  name,
  known: awsId ?? sourceAddress ?? null,
})

const byKindAndName = (a: Change, b: Change) =>
  a.kind < b.kind
    ? -1
    : a.kind > b.kind
      ? 1
      : a.name.localeCompare(b.name, 'en', { numeric: true }) || (a.id < b.id ? -1 : 1)

/** The resource as the import tells of it, under the name that the user gave it since, if he did. */
function updated(before: Resource, next: Resource): Resource {
  // what is imported without its description does not undo what is known of it
  if (next.undescribed !== undefined && before.undescribed === undefined) return before
  const { awsId = before.awsId, sourceAddress = before.sourceAddress } = next
  const { importedName } = before
  const marks = {
    ...(awsId !== undefined && { awsId }),
    ...(sourceAddress !== undefined && { sourceAddress }),
    ...(importedName !== undefined && { name: before.name, importedName }),
  }
  return { ...next, ...marks }
}

/** Routes to what this import does not describe, and the design knows from an earlier one. */
function withTargets(it: Resource, inAws: ReadonlyMap<string, Id>): Resource {
  if (it.kind !== 'route-table') return it
  const routes = Object.entries(it.routes).map(([destination, route]) => {
    const target = route.otherTarget === undefined ? undefined : inAws.get(route.otherTarget)
    return [destination, target ? { target } : route] as const
  })
  const known = resourceSchema.safeParse({ ...it, routes: Object.fromEntries(routes) })
  return known.success ? known.data : it
}

/** What earlier imports of the same accounts and Regions brought, and this one does not tell of. */
function goneIn(open: Document, imported: Document, still: ReadonlySet<Id>): readonly Change[] {
  const design = designOf(open)
  const there = designOf(imported)
  const places = new Set<string>()
  const calls = new Set<string>()
  let readsCode = false
  for (const it of Object.values<Resource>(imported.resources)) {
    readsCode ||= it.awsId === undefined && it.sourceAddress !== undefined
    if (it.awsId === undefined || it.undescribed !== undefined) continue
    const place = placeOf(it, there)
    places.add(place)
    calls.add(`${place} ${it.kind}`)
  }
  return Object.values<Resource>(open.resources).flatMap((it): readonly Change[] => {
    if (still.has(it.id)) return []
    const place = placeOf(it, design)
    const isCode = it.awsId === undefined && it.sourceAddress !== undefined
    const isOffered = isCode ? readsCode : it.awsId !== undefined && places.has(place)
    // that the call was made shows by its describing others of the kind in the same place
    const usual = !isCode && calls.has(`${place} ${it.kind}`)
    return isOffered ? [{ ...told(it), type: 'gone', fields: [], usual, needs: [] }] : []
  })
}

/** The account and Region that a resource lies in; of a link, those of its first end. */
function placeOf(it: Resource, design: Design, depth = 0): string {
  const vpcId = vpcIdOf(it, design)
  const vpc = vpcId ? design.get(vpcId) : undefined
  if (vpc) return `${vpc.ownerId ?? ''} ${vpc.region}`
  if ('ownerId' in it || 'region' in it)
    return `${('ownerId' in it && it.ownerId) || ''} ${'region' in it ? it.region : ''}`
  const [link] = linksOf(it)
  const end = link && design.get(link.to)
  return end && depth < 3 ? placeOf(end, design, depth + 1) : ''
}
