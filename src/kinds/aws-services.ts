import { cidr, cidr6, holds, isCidr4, rangeOf } from '../net/cidr'
import { numberToIp, type Ip } from '../net/ip'
import type { NetworkView } from './network'
import { latticeBlock } from './service-network-vpc-association/routes'
import type { Id } from './resource'

const linkLocal = [cidr('169.254.0.0/16'), cidr6('fd00:ec2::/32'), cidr6('fe80::/10')]

/**
 * Does AWS itself answer at this address in every VPC (DNS, metadata, time)? Neither security
 * groups nor route tables see that traffic. The Resolver has the primary block's third address.
 * (SG-10, VPC-20)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
 */
export function isServiceOfAws(ip: Ip, vpcId: Id<'vpc'>, network: NetworkView): boolean {
  // to VPC Lattice all filters apply (EP-14)
  if (holds(latticeBlock, ip)) return false
  const [primary] = network.blocksOf(vpcId)
  return (
    linkLocal.some((block) => holds(block, ip)) ||
    (primary !== undefined && isCidr4(primary) && ip === numberToIp(rangeOf(primary).first + 2))
  )
}
