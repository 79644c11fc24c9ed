import type { Design } from '../../../kinds/contract'
import type { ResourceOf } from '../../../kinds/resource'
import { blocksOf } from '../../../model/peering'
import { vpcPrefixLengths } from '../../../model/vpc-blocks'
import {
  contains,
  nextFree,
  overlaps,
  parseCidr,
  prefixLengthOf,
  type Cidr,
} from '../../../net/cidr'
import type { InputProblem } from '../../../ui/DraftInput'
import { cidrTextProblem } from './cidr-text'

type Subnet = ResourceOf<'subnet'>

const { shortest, longest } = vpcPrefixLengths

/** The first block of this size that the subnet's VPC has and no sibling uses. */
export function freeSubnetBlock(subnet: Subnet, length: number, design: Design): Cidr | null {
  const vpc = design.get(subnet.vpcId)
  if (!vpc) return null
  const taken = siblingsOf(subnet, design).flatMap((it) => it.cidrBlock ?? [])
  for (const block of blocksOf(vpc)) {
    const free = prefixLengthOf(block) <= length ? nextFree(block, length, taken) : null
    if (free) return free
  }
  return null
}

function siblingsOf({ id, vpcId }: Subnet, design: Design): readonly Subnet[] {
  return design.all('subnet').filter((it) => it.vpcId === vpcId && it.id !== id)
}

/**
 * What to say of a text that shall be the subnet's block, while it is typed. A block outside the
 * VPC or over a sibling may be taken: it is a finding then.
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export function subnetBlockProblem(
  text: string,
  subnet: Subnet,
  design: Design,
): InputProblem | null {
  const parsed = parseCidr(text)
  if (!parsed.ok) return cidrTextProblem(text, 24)
  const block = parsed.value
  const length = prefixLengthOf(block)
  const free = freeSubnetBlock(subnet, Math.min(longest, Math.max(shortest, length)), design)
  const suggestion = free ? { suggestion: free } : {}
  if (length < shortest || length > longest)
    return {
      tone: 'error',
      text: `/${length} will not do: a subnet is /${shortest} to /${longest}.`,
      ...suggestion,
    }
  const vpc = design.get(subnet.vpcId)
  if (vpc && !blocksOf(vpc).some((it) => contains(it, block)))
    return {
      tone: 'warn',
      text: `Outside the blocks of ${vpc.name} (${blocksOf(vpc).join(', ')}).`,
      ...suggestion,
    }
  const other = siblingsOf(subnet, design).find(
    (it) => it.cidrBlock !== null && overlaps(it.cidrBlock, block),
  )
  if (other)
    return { tone: 'warn', text: `Overlaps ${other.name} (${other.cidrBlock}).`, ...suggestion }
  return null
}

/** How many hosts fit: AWS keeps five addresses of every subnet. (VPC-18) */
export function usableAddresses(block: Cidr): number {
  return 2 ** (32 - prefixLengthOf(block)) - 5
}
