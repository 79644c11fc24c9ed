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
  return linkLocal.some((block) => holds(block, ip)) || isBesidePrimaryBase(ip, vpcId, network)
}

function isBesidePrimaryBase(ip: Ip, vpcId: Id<'vpc'>, network: NetworkView): boolean {
  const [primary] = network.blocksOf(vpcId)
  return primary !== undefined && isCidr4(primary) && ip === numberToIp(rangeOf(primary).first + 2)
}

/** One of these services, and where it listens. */
export interface ServiceOfAws {
  readonly name: string
  readonly protocols: readonly ('tcp' | 'udp')[]
  readonly port: number
}

const resolver: ServiceOfAws = {
  name: "the VPC's Route 53 Resolver",
  protocols: ['udp', 'tcp'],
  port: 53,
}
const metadata: ServiceOfAws = {
  name: 'the instance metadata service',
  protocols: ['tcp'],
  port: 80,
}
const time: ServiceOfAws = { name: 'the Amazon Time Sync Service', protocols: ['udp'], port: 123 }

export const isResolver = (service: ServiceOfAws): boolean => service === resolver

/** IPv6 metadata is left out: instances have to switch it on. */
const addresses: ReadonlyMap<string, ServiceOfAws> = new Map([
  ['169.254.169.253', resolver],
  ['fd00:ec2::253', resolver],
  ['169.254.169.254', metadata],
  ['169.254.169.123', time],
  ['fd00:ec2::123', time],
])

/** Which of these services listens at an address? Null for those of which less is documented. */
export function listensAt(ip: Ip, vpcId: Id<'vpc'>, network: NetworkView): ServiceOfAws | null {
  return isBesidePrimaryBase(ip, vpcId, network) ? resolver : (addresses.get(ip) ?? null)
}
