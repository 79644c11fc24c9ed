import type { ResourceOf } from '../../kinds/resource'
import { rangeOf, wideRangeOf } from '../../net/cidr'
import { bigintToIp6, numberToIp, type Family } from '../../net/ip'
import type { Host } from './plan-routes'

/**
 * An address that stands for a subnet in which nothing lies yet: the first that AWS does not keep
 * for itself, the fifth of either family. Null where the subnet has no addresses of this family.
 * (VPC-18, VPC-19)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export function anyHostIn(subnet: ResourceOf<'subnet'>, family: Family): Host | null {
  const { cidrBlock, ipv6CidrBlock } = subnet
  if (family === 'IPv6')
    return ipv6CidrBlock && { address: bigintToIp6(wideRangeOf(ipv6CidrBlock).first + 4n), subnet }
  return cidrBlock && { address: numberToIp(rangeOf(cidrBlock).first + 4), subnet }
}
