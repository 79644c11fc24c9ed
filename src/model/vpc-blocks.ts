import { cidr, contains, isCidr4, overlaps, prefixLengthOf, type Cidr } from '../net/cidr'

/** Why a block cannot be, or had better not be, one of a VPC's. */
export type BlockProblem =
  | { readonly code: 'size'; readonly block: Cidr }
  | { readonly code: 'forbidden-range'; readonly block: Cidr; readonly range: Cidr }
  | { readonly code: 'overlap'; readonly block: Cidr; readonly other: Cidr }
  | { readonly code: 'restricted'; readonly block: Cidr; readonly other: Cidr }
  /** AWS's page does not say whether it takes this combination. */
  | { readonly code: 'undocumented'; readonly block: Cidr; readonly other: Cidr }

/** @source https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
export const vpcPrefixLengths = { shortest: 16, longest: 28 } as const

/**
 * IPv6 blocks go in steps of four. (VPC-15, VPC-17)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export const ipv6PrefixLengths = {
  vpc: { shortest: 44, longest: 60 },
  subnet: { shortest: 44, longest: 64 },
} as const

const forbidden: readonly Cidr[] = [
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
].map(cidr)

/** Has the block a size that AWS gives to a VPC or a subnet? (VPC-2, VPC-15 to VPC-17) */
export function isSized(block: Cidr, of: 'vpc' | 'subnet'): boolean {
  const { shortest, longest } = isCidr4(block) ? vpcPrefixLengths : ipv6PrefixLengths[of]
  const length = prefixLengthOf(block)
  return length >= shortest && length <= longest && (isCidr4(block) || length % 4 === 0)
}

/**
 * Can a VPC have this block at all? IPv4 blocks are /16 to /28, IPv6 blocks /44 to /60. (VPC-2,
 * VPC-3, VPC-15)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export function blockProblem(block: Cidr): BlockProblem | null {
  const range = forbidden.find((it) => overlaps(it, block))
  if (range) return { code: 'forbidden-range', block, range }
  return isSized(block, 'vpc') ? null : { code: 'size', block }
}

/** The ranges AWS tells apart when a block is added. */
const families = {
  '10/8': cidr('10.0.0.0/8'),
  '172.16/12': cidr('172.16.0.0/12'),
  '192.168/16': cidr('192.168.0.0/16'),
  '198.19/16': cidr('198.19.0.0/16'),
} as const
type Family = keyof typeof families | 'other'

function familyOf(block: Cidr): Family {
  for (const [name, range] of Object.entries(families))
    if (contains(range, block)) return name as Family
  return 'other'
}

const firstSixteen = cidr('10.0.0.0/16')
const firstFifteen = cidr('10.0.0.0/15')
const defaultVpcBlock = cidr('172.31.0.0/16')

/**
 * May this block join a VPC that has those, oldest first? What may be added depends on what is
 * there: private ranges come first and do not mix, public ones and 100.64.0.0/10 join any.
 * (VPC-5 to VPC-8)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export function associationProblem(existing: readonly Cidr[], block: Cidr): BlockProblem | null {
  const overlapping = existing.find((it) => overlaps(it, block))
  if (overlapping) return { code: 'overlap', block, other: overlapping }
  const family = familyOf(block)
  if (family === 'other') return null
  const [primary] = existing
  let doubt: BlockProblem | null = null
  for (const other of existing) {
    const otherFamily = familyOf(other)
    if (otherFamily !== family) {
      // a public block that came after a primary of this family is no refusal that AWS documents
      const cameSecond =
        otherFamily === 'other' && primary !== undefined && familyOf(primary) === family
      if (!cameSecond) return { code: 'restricted', block, other }
      doubt ??= { code: 'undocumented', block, other }
    } else if (family === '198.19/16') doubt ??= { code: 'undocumented', block, other }
    else if (family === '172.16/12' && overlaps(defaultVpcBlock, block))
      return { code: 'restricted', block, other }
    else if (contains(firstFifteen, other) && overlaps(firstSixteen, block))
      return { code: 'restricted', block, other }
  }
  return doubt
}
