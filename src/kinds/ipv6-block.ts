import { subnetwork, type Reference, type Subnetwork } from '../iac/value'
import { contains, prefixLengthOf, wideRangeOf, type Cidr6 } from '../net/cidr'
import type { Design } from './contract'
import type { ResourceOf } from './resource'

/** The part of a VPC that is its IPv6 block. */
export const ipv6Part = 'ipv6'

/**
 * What AWS provides is a /56 of its own choice, one by this code. (VPC-15)
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateVpcCidrBlock.html
 */
export function providedBlock(vpc: ResourceOf<'vpc'>): Cidr6 | null {
  const [first] = vpc.ipv6CidrBlocks
  return first && prefixLengthOf(first) === 56 ? first : null
}

/** Can the code give this subnet its part of the VPC's block? */
export function hasWrittenIpv6(subnet: ResourceOf<'subnet'>, design: Design): boolean {
  const vpc = design.get(subnet.vpcId)
  const block = vpc && providedBlock(vpc)
  return Boolean(block && subnet.ipv6CidrBlock && contains(block, subnet.ipv6CidrBlock))
}

/**
 * The IPv6 block of a subnet as a part of that of its VPC, at the place that the design gives it.
 * @example the /64 2001:db8:0:3::/64 of 2001:db8::/56 // 8 more bits, number 3
 */
export function ipv6BlockOf(
  subnet: ResourceOf<'subnet'>,
  design: Design,
  provided: Reference,
): Subnetwork | undefined {
  const vpc = design.get(subnet.vpcId)
  const block = vpc && providedBlock(vpc)
  const own = subnet.ipv6CidrBlock
  if (!block || !own || !contains(block, own)) return undefined
  const length = prefixLengthOf(own)
  const offset = wideRangeOf(own).first - wideRangeOf(block).first
  return subnetwork(provided, {
    newBits: length - prefixLengthOf(block),
    hostBits: 128 - length,
    number: Number(offset >> BigInt(128 - length)),
  })
}
