import { groupBy } from '../../base/group-by'
import type { Design } from '../../kinds/contract'
import type { Id, Resource } from '../../kinds/resource'
import { vpcIdOf } from '../../kinds/vpc-of'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import type { Cidr } from '../../net/cidr'
import { resolvePart, type Network } from '../network'
import { blocksNamedBy } from '../resolve/stand-ins'
import type { Alike } from './alike'
import type { Ground } from './ground'
import { templateOf, withoutEntries, type Named } from './template'

/** Of homes that can change places so many are kept: a pair in one home, and a pair in two. */
const enough = 2

/** Homes that edits have touched: with more of them an excerpt saves too little. */
const mostTouched = 32

/**
 * What is needed to judge a network again after edits in its leaves. Leaves have no part in what
 * others say to each other, and those with one portrait say the same:
 *
 *     hub, spokes 1 ... 1,000        the hub, spokes 1 and 2 for all that are alike,
 *     with an edit in spoke 7        and spoke 7
 */
export interface Excerpt {
  readonly network: Network
  /** Is this left out? */
  readonly isGone: (id: Id) => boolean
  /** Did it lie in a home that edits have touched? */
  readonly isTouched: (id: Id) => boolean
}

/** Where everything of a network goes when some homes are left out. */
interface Plan {
  /** By resource the home that it goes with; what is not there stays. */
  readonly homeOf: ReadonlyMap<Id, Id>
  readonly members: ReadonlyMap<Id, readonly Id[]>
  readonly staying: readonly Id[]
  /** The leaves, those that can change places together. */
  readonly leaves: readonly (readonly Id[])[]
  /** By block how many leaves name it. */
  readonly namedBy: ReadonlyMap<Cidr, number>
}

const plans = new WeakMap<Alike, Plan>()

function planOf(alike: Alike, design: Design): Plan {
  const known = plans.get(alike)
  if (known) return known
  const plan = planned(alike, design)
  plans.set(alike, plan)
  return plan
}

function planned({ homes, leaves, portraitOf, said }: Alike, design: Design): Plan {
  const homeOf = new Map(homes)
  const members = new Map<Id, Id[]>()
  const [staying, guests]: [Id[], (readonly [Id, Id])[]] = [[], []]
  for (const it of Object.values<Resource>(design.resources)) {
    const vpcId = said.has(it.id) ? null : vpcIdOf(it, design)
    const home = homes.get(vpcId ?? it.id)
    if (!home) {
      staying.push(it.id)
      continue
    }
    homeOf.set(it.id, home)
    const list = members.get(home)
    if (list) list.push(it.id)
    else members.set(home, [it.id])
    // what nobody asks for may have an address in another home as well
    if (vpcId)
      for (const named of templateOf(it).all) {
        const other = named.type === 'resource' ? homes.get(named.id) : undefined
        if (other && other !== home) guests.push([other, it.id])
      }
  }
  for (const [home, id] of guests) members.get(home)?.push(id)
  const namedBy = new Map<Cidr, number>()
  for (const home of leaves)
    for (const block of blocksIn(members.get(home) ?? [], design))
      namedBy.set(block, (namedBy.get(block) ?? 0) + 1)
  const alikes = groupBy([...leaves], (home) => portraitOf.get(home))
  return { homeOf, members, staying, leaves: [...alikes.values()], namedBy }
}

const blocksIn = (ids: readonly Id[], design: Design): ReadonlySet<Cidr> =>
  new Set(
    ids.flatMap((id) => {
      const it = design.get(id)
      return it ? blocksNamedBy(it) : []
    }),
  )

/**
 * The excerpt of a document that differs from what was looked at in these resources; null where that
 * touches what would be left out, or too many homes.
 */
export function excerptOf(
  { document: before, alike }: Ground,
  document: Document,
  changed: readonly Id[],
): Excerpt | null {
  const [was, is] = [designOf(before), designOf(document)]
  const plan = planOf(alike, was)
  const { homeOf, members, staying, leaves } = plan
  const touched = new Set(
    changed.flatMap((id) => {
      const it = is.get(id)
      const vpcId = it && vpcIdOf(it, is)
      return [homeOf.get(id) ?? [], (vpcId && homeOf.get(vpcId)) ?? []].flat()
    }),
  )
  if (touched.size > mostTouched) return null
  const others = leaves.flatMap((alikes) => untouched(alikes, touched))
  const taken = new Set([...touched, ...others])
  const isGone = (id: Id) => {
    const home = homeOf.get(id)
    return home !== undefined && alike.leaves.has(home) && !taken.has(home)
  }
  const namesGone = (it: Named) => {
    if (it.type === 'resource') return isGone(it.id)
    const spot = alike.space.spotOf(it.block)
    return spot !== null && isGone(spot.vpcId)
  }
  const meetsGone = ({ block }: Named) => block !== null && alike.space.meeting(block).some(isGone)
  for (const id of changed) {
    const [old, now] = [was.get(id), is.get(id)]
    if (now && templateOf(now).all.some(namesGone)) return null
    // hosts there were told apart by it
    if (old && templateOf(old).all.some((it) => it.block && namesGone(it))) return null
    if (now?.kind === 'vpc' && templateOf(now).all.some(meetsGone)) return null
  }
  const here = [...members.keys()]
    .filter((home) => !isGone(home))
    .flatMap((home) => members.get(home) ?? [])
  const left = new Map<Id, Resource>()
  for (const id of new Set([...staying, ...here, ...changed])) {
    const it = is.get(id)
    if (it) left.set(id, homeOf.has(id) ? it : withoutEntries(it, namesGone))
  }
  const besides = namedByGone(
    plan,
    [...taken].filter((home) => alike.leaves.has(home)),
    was,
  ).filter((block) => {
    const spot = alike.space.spotOf(block)
    return !spot || !isGone(spot.vpcId)
  })
  const part = { ...document, resources: Object.fromEntries(left) }
  return {
    network: resolvePart(part, besides),
    isGone,
    isTouched: (id) => touched.has(homeOf.get(id) ?? id),
  }
}

/** Of homes that can change places the first that no edit has touched, as many as it takes. */
function untouched(alikes: readonly Id[], touched: ReadonlySet<Id>): readonly Id[] {
  const found: Id[] = []
  for (const home of alikes) {
    if (found.length === enough) break
    if (!touched.has(home)) found.push(home)
  }
  return found
}

/** The blocks that leaves name which are not here. */
function namedByGone(
  { members, namedBy }: Plan,
  here: readonly Id[],
  design: Design,
): readonly Cidr[] {
  const fewer = new Map<Cidr, number>()
  for (const home of here)
    for (const block of blocksIn(members.get(home) ?? [], design))
      fewer.set(block, (fewer.get(block) ?? 0) + 1)
  return [...namedBy].flatMap(([block, count]) => (count === fewer.get(block) ? [] : [block]))
}
