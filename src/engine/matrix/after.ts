import type { Id, Resource } from '../../kinds/resource'
import { families } from '../../net/ip'
import type { Network } from '../network'
import { matrixOf, type MatrixTraffic } from './matrix'
import { saidIn } from './said'
import type { MatrixTable } from './table'

/** A matrix with what it was made from: as long as that stays, it stays. */
export interface Remembered {
  readonly table: MatrixTable
  readonly basis: Basis
}

/** Everything that can have a part in a verdict between these ends. */
interface Basis {
  /** What is asked, of whom, and between which accounts. */
  readonly asked: string
  readonly ends: readonly Id[]
  /** What decides over packets between the ends. */
  readonly deciding: readonly Resource[]
  /** Which addresses hosts in each subnet can have. */
  readonly hosts: readonly string[]
}

/**
 * The matrix after an edit. Where the edit touches nothing that decides between these ends (a name, a
 * tag, a security group where subnets are asked for, a place on the canvas), and where it was undone,
 * it is one from before.
 */
export function matrixAfter(
  previous: readonly Remembered[],
  network: Network,
  traffic: MatrixTraffic,
  ends: readonly Id[] = network.design.all('subnet').map(({ id }) => id),
): Remembered {
  const basis = basisOf(network, traffic, ends)
  const same = previous.find((it) => isSame(it.basis, basis))
  return { table: same?.table ?? matrixOf(network, traffic, ends), basis }
}

function basisOf(network: Network, traffic: MatrixTraffic, ends: readonly Id[]): Basis {
  const { design } = network
  const said = saidIn(network, ends)
  return {
    asked: JSON.stringify([traffic, design.accounts]),
    ends,
    deciding: Object.values<Resource>(design.resources).filter(({ id }) => said.has(id)),
    hosts: design
      .all('subnet')
      .map(({ id }) =>
        families.map((family) => network.freeAddressesOf(id, family).join()).join(' '),
      ),
  }
}

const isSame = (one: Basis, other: Basis): boolean =>
  one.asked === other.asked &&
  isEach(one.ends, other.ends, Object.is) &&
  isEach(one.hosts, other.hosts, Object.is) &&
  isEach(one.deciding, other.deciding, decidesAlike)

const isEach = <T>(one: readonly T[], other: readonly T[], alike: (a: T, b: T) => boolean) =>
  one.length === other.length && one.every((it, index) => alike(it, other[index] as T))

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
