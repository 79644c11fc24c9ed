import type { Id } from '../../kinds/resource'
import { contains, isCidr4, prefixLengthOf, rangeOf, wideRangeOf, type Cidr } from '../../net/cidr'
import { isPublic } from '../../net/ranges'
import { endsOf } from '../../net/cidr'
import type { Network } from '../network'

/** A block of a VPC, as a stretch of numbers. */
interface Stretch {
  readonly vpcId: Id<'vpc'>
  readonly block: Cidr
  /** Which of the VPC's blocks. */
  readonly index: number
  readonly first: number | bigint
  readonly last: number | bigint
}

/** Where an address lies, told from the start of the VPC's block: the same in VPCs that are alike. */
export interface Spot {
  readonly vpcId: Id<'vpc'>
  readonly index: number
  readonly offset: string
}

/**
 * The blocks of all VPCs beside each other.
 *
 *     10.0.0.0/16      10.1.0.0/16      10.2.0.0/16
 *     |--- hub ---|    |-- spoke 1 --|  |-- spoke 2 --|
 *                        ^ 10.1.1.0/24 is spoke 1 + 256
 */
export interface AddressSpace {
  /** The VPC whose block holds all of this block; null where none does, or one that is `crowded`. */
  readonly spotOf: (block: Cidr) => Spot | null
  /** The VPCs that have a block in this one, or one that holds it. */
  readonly meeting: (block: Cidr) => readonly Id<'vpc'>[]
  /** VPCs whose blocks others have too, or the internet has. No address says that one is meant. */
  readonly crowded: ReadonlySet<Id<'vpc'>>
}

export function addressSpaceOf(network: Network): AddressSpace {
  const stretches = stretchesOf(network)
  const families = [true, false].map((isFour) =>
    stretches
      .filter(({ block }) => isCidr4(block) === isFour)
      .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0)),
  )
  const crowded = new Set<Id<'vpc'>>()
  for (const sorted of families)
    for (let index = 0, widest: Stretch | undefined; index < sorted.length; index += 1) {
      const it = sorted[index] as Stretch
      if (widest && widest.last >= it.first) crowded.add(widest.vpcId).add(it.vpcId)
      if (!widest || it.last > widest.last) widest = it
      if (isCidr4(it.block) && isPublic(endsOf(it.block)[0])) crowded.add(it.vpcId)
    }
  const [four = [], six = []] = families
  const found = (block: Cidr): Spot | null => {
    const { first, last } = stretchOf(block)
    const it = lastFrom(isCidr4(block) ? four : six, first)
    if (!it || last > it.last || crowded.has(it.vpcId)) return null
    const offset = `${BigInt(first) - BigInt(it.first)}/${prefixLengthOf(block)}`
    return { vpcId: it.vpcId, index: it.index, offset }
  }
  const spots = new Map<Cidr, Spot | null>()
  return {
    crowded,
    meeting: (block) => {
      const stretch = stretchOf(block)
      const sorted = isCidr4(block) ? four : six
      return sorted.flatMap((it) =>
        it.first <= stretch.last && it.last >= stretch.first ? it.vpcId : [],
      )
    },
    spotOf: (block) => {
      const known = spots.get(block)
      if (known !== undefined) return known
      const spot = found(block)
      spots.set(block, spot)
      return spot
    },
  }
}

function stretchOf(block: Cidr): Pick<Stretch, 'first' | 'last'> {
  return isCidr4(block) ? rangeOf(block) : wideRangeOf(block)
}

function stretchesOf(network: Network): readonly Stretch[] {
  return network.design
    .all('vpc')
    .flatMap(({ id }) =>
      network
        .blocksOf(id)
        .map((block, index) => ({ vpcId: id, block, index, ...stretchOf(block) })),
    )
}

/** The last stretch that begins at this number or before. */
function lastFrom(sorted: readonly Stretch[], number: number | bigint): Stretch | null {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as Stretch).first <= number) low = middle + 1
    else high = middle
  }
  return sorted[low - 1] ?? null
}

/** Which of these blocks hold this one and more, in the order of their text. */
export function around(block: Cidr, outer: readonly Cidr[]): string {
  return outer
    .filter((each) => each !== block && contains(each, block))
    .sort()
    .join(' ')
}
