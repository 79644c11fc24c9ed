import type { Id, Resource } from '../kinds/resource'

type Resources = Readonly<Record<Id, Resource>>

/** Did an import make it? What somebody drew by hand has neither name. */
export const isImported = (it: Resource): boolean =>
  it.awsId !== undefined || it.sourceAddress !== undefined

/** By what a later import knows it again, the surest first. */
const marksOf = (it: Resource): readonly string[] => [
  ...(it.awsId === undefined ? [] : [`${it.kind} in AWS ${it.awsId}`]),
  ...(it.sourceAddress === undefined ? [] : [`${it.kind} in code ${it.sourceAddress}`]),
]

/**
 * Under which id does the open design hold each imported resource? By what AWS calls it, else by its
 * address in the code; what AWS has no name for by the id that every import gives it. Of its main
 * route table and its default network ACL a VPC has one.
 */
export function matched(open: Resources, imported: Resources): ReadonlyMap<Id, Id> {
  const found = new Map<Id, Id>()
  const taken = new Set<Id>()
  const pair = (it: Resource, other: Resource | undefined): void => {
    if (!other || taken.has(other.id) || found.has(it.id)) return
    found.set(it.id, other.id)
    taken.add(other.id)
  }
  const marked = new Map<string, Resource>()
  for (const it of Object.values<Resource>(open))
    for (const mark of marksOf(it)) if (!marked.has(mark)) marked.set(mark, it)
  const list = Object.values<Resource>(imported)
  for (const it of list) for (const mark of marksOf(it)) pair(it, marked.get(mark))
  for (const it of list) {
    const other = open[it.id]
    if (!isImported(it) && other?.kind === it.kind && !isImported(other)) pair(it, other)
  }
  const single = new Map<string, Resource>()
  for (const it of Object.values<Resource>(open)) {
    const role = roleOf(it, (vpcId) => vpcId)
    if (role && (isImported(it) || it.undescribed)) single.set(role, it)
  }
  for (const it of list) {
    const role = roleOf(it, (vpcId) => found.get(vpcId))
    if (role) pair(it, single.get(role))
  }
  return found
}

/** Of which VPC is it the one main route table or default network ACL? */
function roleOf(it: Resource, vpcIn: (id: Id) => Id | undefined): string | null {
  const isOne = it.kind === 'route-table' ? it.main : it.kind === 'network-acl' && it.isDefault
  const vpcId = isOne && 'vpcId' in it && it.vpcId ? vpcIn(it.vpcId) : undefined
  return vpcId ? `${it.kind} ${vpcId}` : null
}

/** Ids for what is new: its own, unless the open design calls something else so. */
export function idsFor(
  open: Resources,
  imported: Resources,
  found: ReadonlyMap<Id, Id>,
): ReadonlyMap<string, Id> {
  const ids = new Map<string, Id>(found)
  for (const id of Object.keys(imported) as Id[]) {
    if (ids.has(id)) continue
    let free: Id = id
    for (let number = 2; Object.hasOwn(open, free); number += 1) free = `${id}-${number}` as Id
    ids.set(id, free)
  }
  return ids
}
