import type { ResourceOf } from '../../kinds/resource'
import {
  cidr,
  isCidr,
  isCidr4,
  nextFree,
  overlaps,
  prefixLengthOf,
  type Cidr,
  type Cidr4,
} from '../../net/cidr'
import { rfc1918, rfc6598 } from '../../net/ranges'
import type { Document } from '../document'
import { associationProblem } from '../vpc-blocks'

/** Docker's own default, which some AWS services use too. (VPC-13) */
const dockerBlock = cidr('172.17.0.0/16')

/** Every block of every VPC. */
export function vpcBlocks(document: Pick<Document, 'resources'>): readonly Cidr4[] {
  return Object.values(document.resources).flatMap((it) =>
    it.kind === 'vpc' ? [it.cidrBlock, ...it.secondaryCidrBlocks] : [],
  )
}

/**
 * The first private block of this size that no VPC of the design has, nor any route names: a block
 * as large as a route's destination could not be added where that route is. Null when all are taken.
 * @example with VPCs of 10.0.0.0/16 and 10.2.0.0/16: nextFreeVpcCidr(document) // '10.1.0.0/16'
 */
export function nextFreeVpcCidr(
  document: Pick<Document, 'resources'>,
  prefixLength = 16,
): Cidr4 | null {
  const taken = takenBlocks(document, prefixLength)
  return firstFree(rfc1918, prefixLength, taken)
}

/**
 * The next free block that may stand in for one of a VPC's own: AWS lets some ranges not live
 * together in one VPC, so the range that the block is in now is tried first.
 */
export function nextFreeBlockFor(
  document: Pick<Document, 'resources'>,
  vpc: ResourceOf<'vpc'>,
  block: Cidr4,
): Cidr4 | null {
  const prefixLength = prefixLengthOf(block)
  const taken = [...takenBlocks(document, prefixLength)]
  const home = [...rfc1918, rfc6598].filter((range) => overlaps(range, block))
  const ranges = [...home, ...rfc1918.filter((range) => !home.includes(range))]
  // each refusal rules one candidate out; a VPC has few blocks, so few candidates fail
  for (let attempt = 0; attempt < 64; attempt += 1) {
    const candidate = firstFree(ranges, prefixLength, taken)
    if (!candidate) return null
    const blocks = [vpc.cidrBlock, ...vpc.secondaryCidrBlocks].map((it) =>
      it === block ? candidate : it,
    )
    const refused = blocks.some((it, index) => {
      const problem = associationProblem(blocks.slice(0, index), it)
      return problem !== null && problem.code !== 'undocumented'
    })
    if (!refused) return candidate
    taken.push(candidate)
  }
  return null
}

/** What no new block of this size may overlap: VPCs, Docker's own, and what routes name. (VPC-9) */
export function takenBlocks(
  { resources }: Pick<Document, 'resources'>,
  prefixLength: number,
): readonly Cidr4[] {
  const destinations = Object.values(resources).flatMap((it) =>
    it.kind === 'route-table' ? Object.keys(it.routes).filter(isBlock4) : [],
  )
  return [
    dockerBlock,
    ...vpcBlocks({ resources }),
    ...destinations.filter((it) => prefixLengthOf(it) >= prefixLength),
  ]
}

function firstFree(
  ranges: readonly Cidr4[],
  prefixLength: number,
  taken: readonly Cidr[],
): Cidr4 | null {
  for (const range of ranges) {
    if (prefixLengthOf(range) > prefixLength) continue
    const free = nextFree(range, prefixLength, taken)
    if (free) return free
  }
  return null
}

const isBlock4 = (text: string): text is Cidr4 => isCidr(text) && isCidr4(text)
