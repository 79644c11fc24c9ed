import type { Id, Resource } from '../../kinds/resource'
import { families } from '../../net/ip'
import type { Network } from '../network'
import { alikeIn, type Alike } from './alike'
import { matrixOf, type Known, type MatrixTraffic } from './matrix'
import { saidIn, type Said } from './said'
import type { Cell, MatrixTable } from './table'

/** A matrix with what it was made from: as long as that stays, it stays. */
export interface Remembered {
  readonly table: MatrixTable
  readonly alike: Alike
  readonly basis: Basis
}

/** Everything that can have a part in a verdict between these ends. */
interface Basis {
  /** What is asked, between which kinds, and between which accounts. */
  readonly asked: string
  readonly kinds: readonly string[]
  readonly ends: readonly Id[]
  /** What decides over packets between the ends. */
  readonly deciding: ReadonlyMap<Id, Resource>
  /** Which addresses hosts in each subnet can have. */
  readonly hosts: ReadonlyMap<Id, string>
}

/**
 * The matrix after an edit. Where the edit touches nothing that decides between these ends (a name, a
 * tag, a security group where subnets are asked for, a place on the canvas), and where it was undone,
 * it is one from before. Where it stays at the edge of the network, in leaves, the verdicts of all
 * others are kept.
 */
export function matrixAfter(
  previous: readonly Remembered[],
  network: Network,
  traffic: MatrixTraffic,
  ends: readonly Id[] = network.design.all('subnet').map(({ id }) => id),
): Remembered {
  const said = saidIn(network, ends)
  const basis = basisOf(network, traffic, ends, said)
  const same = previous.find((it) => isSame(it.basis, basis))
  if (same) return { ...same, basis }
  const alike = alikeIn(network, ends, said)
  const near = previous.find((it) => differsInLeaves(it, basis, alike))
  const table = matrixOf(network, traffic, ends, alike, near && knownFrom(near))
  return { table, alike, basis }
}

function basisOf(network: Network, traffic: MatrixTraffic, ends: readonly Id[], said: Said): Basis {
  const { design } = network
  const kinds = [...new Set(ends.map((id) => id.slice(0, id.indexOf(':'))))].toSorted()
  const resources: readonly Resource[] = Object.values(design.resources)
  return {
    asked: JSON.stringify([traffic, kinds, design.accounts]),
    kinds,
    ends,
    deciding: new Map(resources.filter(({ id }) => said.has(id)).map((it) => [it.id, it])),
    hosts: new Map(design.all('subnet').map(({ id }) => [id, hostsIn(network, id)])),
  }
}

const hostsIn = (network: Network, id: Id<'subnet'>) =>
  families.map((family) => network.freeAddressesOf(id, family).join()).join(' ')

const isSame = (one: Basis, other: Basis): boolean =>
  one.asked === other.asked &&
  isEach(one.ends, other.ends, Object.is) &&
  isEach([...one.hosts.values()], [...other.hosts.values()], Object.is) &&
  isEach([...one.deciding.values()], [...other.deciding.values()], decidesAlike)

const isEach = <T>(one: readonly T[], other: readonly T[], alike: (a: T, b: T) => boolean) =>
  one.length === other.length && one.every((it, index) => alike(it, other[index] as T))

/** Ends of one's own; places outside may be led to through any of them. */
const own: ReadonlySet<string> = new Set(['subnet', 'workload'])

/**
 * Is everything as it was but what lies in leaves, before and now? Then a verdict between two classes
 * that were there before is what it was: leaves have no part in what others say to each other.
 */
function differsInLeaves(before: Remembered, basis: Basis, alike: Alike): boolean {
  const was = before.basis
  if (was.asked !== basis.asked || !basis.kinds.every((kind) => own.has(kind))) return false
  for (const [id, it] of basis.deciding) {
    const old = was.deciding.get(id)
    const stays = !alike.homes.has(id)
    if (old && decidesAlike(old, it) && stays === !before.alike.homes.has(id)) {
      if (stays && was.hosts.get(id) !== basis.hosts.get(id)) return false
    } else if (!inLeaf(alike, id) || (old && !inLeaf(before.alike, id))) return false
  }
  return [...was.deciding.keys()].every((id) => basis.deciding.has(id) || inLeaf(before.alike, id))
}

const inLeaf = ({ homes, leaves }: Alike, id: Id): boolean => leaves.has(homes.get(id) ?? id)

/** The verdicts of a matrix by what is said of the classes. */
function knownFrom({ table, alike }: Remembered): Known {
  const numbers = new Map<string, Map<string, number>>()
  for (const [number, { home, within }] of alike.words.entries()) {
    const inside = numbers.get(home)
    if (inside) inside.set(within, number)
    else numbers.set(home, new Map([[within, number]]))
  }
  return (one, other, near): Cell | undefined => {
    const from = numbers.get(one.home)?.get(one.within)
    const to = numbers.get(other.home)?.get(other.within)
    if (from === undefined || to === undefined) return undefined
    return table.cells[(from * table.count + to) * 2 + (near ? 1 : 0)]
  }
}

/** What people call a thing and write beside it decides nothing. Everything else is taken to. */
const beside: ReadonlySet<string> = new Set(['name', 'tags', 'description'])

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
