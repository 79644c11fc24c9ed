import type { Id } from '../../kinds/resource'
import type { Cidr } from '../../net/cidr'
import type { Network } from '../network'
import { groupBy } from '../../base/group-by'
import { addressSpaceOf, around, type AddressSpace, type Spot } from './address-space'
import { homesIn, type Homes } from './homes'
import { leavesIn } from './leaves'
import { hostsSaid, plainlyIn } from './plainly'
import { saidIn, type Said } from './said'
import { filled, type Named } from './template'

/**
 * Which ends behave alike. Two of one class that lie in different homes can change places, with
 * all that is in their homes, and the network is the same as before; so can two of one class in one
 * home. A verdict therefore depends on the two classes, and on whether the homes are one, alone.
 */
export interface Alike {
  /** The class of each end, from 0. */
  readonly classOf: ReadonlyMap<Id, number>
  /** The VPCs that move together with the end, by a number; null for what stays in its place. */
  readonly homeOf: ReadonlyMap<Id, number | null>
  /** By class what is said of its ends. */
  readonly words: readonly ClassWords[]
  readonly homes: Homes
  /** By home a number: those with the same one can change places. */
  readonly portraitOf: ReadonlyMap<Id, number>
  /** The homes that no packet comes to but one that is meant for them. */
  readonly leaves: ReadonlySet<Id>
  readonly said: Said
  readonly space: AddressSpace
  /** Blocks that are named and lie in no VPC that moves. */
  readonly outside: ReadonlySet<Cidr>
}

/** What is said of the ends of a class; of two networks that differ elsewhere it means the same. */
export interface ClassWords {
  /** The portrait of the home; empty for what stays in its place. */
  readonly home: string
  readonly within: string
}

export function alikeIn(
  network: Network,
  ends: readonly Id[],
  said: Said = saidIn(network, ends),
): Alike {
  const space = addressSpaceOf(network)
  const homes = homesIn(network, said, space)
  const { labels, exact, portraitOf, texts, outside } = portraits(network, said, space, homes)
  const plainly = plainlyIn(network, said, space)
  const [classes, numbers] = [new Map<string, number>(), new Map<string, number>()]
  const classOf = new Map<Id, number>()
  const homeOf = new Map<Id, number | null>()
  const words: ClassWords[] = []
  for (const id of ends) {
    const home = homes.get(id)
    const plain = plainly(id, exact)
    const within =
      plain === null
        ? `${labels.get(id) ?? id}`
        : `${labels.get(plain.vpcId) ?? plain.vpcId} ${plain.text}`
    const portrait = home ? portraitOf.get(home) : undefined
    const number = numbered(classes, `${portrait ?? ''} ${within}`)
    words[number] ??= { home: portrait === undefined ? '' : (texts[portrait] ?? ''), within }
    classOf.set(id, number)
    homeOf.set(id, home ? numbered(numbers, home) : null)
  }
  const leaves = leavesIn(said, space, homes)
  return { classOf, homeOf, words, homes, portraitOf, leaves, said, space, outside }
}

/**
 * Describes each home in words that are the same for homes that can change places: what is in it by
 * numbers, addresses from where their VPC's block begins, and what the rest of the network says of it.
 */
function portraits(network: Network, said: Said, space: AddressSpace, homes: Homes) {
  const members = groupBy([...homes.keys()], (id) => homes.get(id) ?? id)
  const spotOf = (it: Named): Spot | null => {
    const spot = it.block && space.spotOf(it.block)
    return spot && homes.has(spot.vpcId) ? spot : null
  }
  const roughly = (it: Named): string => {
    const spot = spotOf(it)
    if (spot) return `+${spot.offset}`
    return it.type === 'resource' && homes.has(it.id) ? kindOf(it.id) : literally(it)
  }
  const labels = new Map<Id, number>()
  for (const ids of members.values()) {
    const keyed = ids.map((id) => ({ id, key: wordsOf(said, id, roughly) }))
    keyed.sort((a, b) => compare(a.key, b.key) || compare(a.id, b.id))
    for (const [index, { id }] of keyed.entries()) labels.set(id, index)
  }
  const exact = (it: Named): string => {
    const spot = spotOf(it)
    if (spot) return `#${labels.get(spot.vpcId)}.${spot.index}+${spot.offset}`
    const label = it.type === 'resource' ? labels.get(it.id) : undefined
    return label === undefined ? literally(it) : `#${label}`
  }
  const outside = new Set<Cidr>()
  for (const { all } of said.values())
    for (const it of all) if (it.block && !spotOf(it)) outside.add(it.block)
  const wide = [...outside]
  const told = toldBy(said, homes, spotOf, exact)
  const known = new Map<string, number>()
  const portraitOf = new Map<Id, number>()
  for (const [home, ids] of members) {
    const rows = ids
      .toSorted((a, b) => (labels.get(a) ?? 0) - (labels.get(b) ?? 0))
      .map((id) => `${wordsOf(said, id, exact)}${beside(network, space, id, wide)}`)
    portraitOf.set(home, numbered(known, [...rows, ...(told.get(home) ?? []).sort()].join('\n')))
  }
  return { labels, exact, portraitOf, texts: [...known.keys()], outside }
}

/** What those that stay say of each home. */
function toldBy(
  said: Said,
  homes: Homes,
  spotOf: (it: Named) => Spot | null,
  exact: (it: Named) => string,
): ReadonlyMap<Id, string[]> {
  const told = new Map<Id, string[]>()
  const tell = (home: Id, what: string) => {
    const list = told.get(home)
    if (list) list.push(what)
    else told.set(home, [what])
  }
  const homeOf = (it: Named): Id | undefined => {
    const id = it.type === 'resource' ? it.id : spotOf(it)?.vpcId
    return id && homes.get(id)
  }
  for (const [id, { holes, entries }] of said) {
    if (homes.has(id)) continue
    for (const [index, hole] of holes.entries()) {
      const home = homeOf(hole)
      if (home) tell(home, `${id} ${index} ${exact(hole)}`)
    }
    for (const entry of entries)
      for (const home of new Set(entry.all.flatMap((it) => homeOf(it) ?? [])))
        tell(home, `${id} ${filled(entry, exact)}`)
  }
  return told
}

/** Of a VPC, the wider blocks that are named and hold its own; of a subnet, which hosts it can have. */
function beside(network: Network, space: AddressSpace, id: Id, wide: readonly Cidr[]): string {
  const it = network.design.get(id)
  if (it?.kind === 'subnet') return ` ${hostsSaid(network, space, it.id)}`
  if (it?.kind !== 'vpc') return ''
  return ` in ${network
    .blocksOf(it.id)
    .map((block) => around(block, wide))
    .join('|')}`
}

const wordsOf = (said: Said, id: Id, say: (it: Named) => string): string => {
  const template = said.get(id)
  return `${kindOf(id)} ${template ? filled(template, say) : ''}`
}

const literally = (it: Named): string => (it.type === 'resource' ? it.id : it.text)

const kindOf = (id: Id): string => id.slice(0, id.indexOf(':'))

function numbered(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
