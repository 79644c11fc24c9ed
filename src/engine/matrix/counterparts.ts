import type { Design } from '../../kinds/contract'
import type { Id, Resource } from '../../kinds/resource'
import { vpcIdOf } from '../../kinds/vpc-of'

/**
 * The ends of one design by the ids that another one knows them by. One that is in both keeps its id;
 * else it is told by its kind and name and the name of its VPC, where no other has the same. What has
 * no counterpart keeps the id that the other design does not know.
 */
export function counterparts(
  ends: readonly Id[],
  before: Design,
  after: Design,
  endsAfter: readonly Id[],
): readonly Id[] {
  const known = new Set(endsAfter)
  const own = new Set(ends)
  const byName = namedIn(
    after,
    endsAfter.filter((id) => !own.has(id)),
  )
  const mine = namedIn(
    before,
    ends.filter((id) => !known.has(id)),
  )
  const renamed = new Map<Id, Id>()
  for (const [name, id] of mine) {
    const other = id && byName.get(name)
    if (other) renamed.set(id, other)
  }
  return ends.map((id) => renamed.get(id) ?? id)
}

/** Ends by their names; null where several have the same. */
function namedIn(design: Design, ends: readonly Id[]): ReadonlyMap<string, Id | null> {
  const named = new Map<string, Id | null>()
  for (const id of ends) {
    const it = design.get(id)
    if (!it) continue
    const name = nameIn(it, design)
    named.set(name, named.has(name) ? null : id)
  }
  return named
}

function nameIn(it: Resource, design: Design): string {
  const vpcId = vpcIdOf(it, design)
  return JSON.stringify([it.kind, (vpcId && design.get(vpcId)?.name) ?? '', it.name])
}
