import type { ResourceOf } from '../../kinds/resource'
import { prefixLengthOf } from '../../net/cidr'
import type { Network } from '../network'

/** AWS keeps five IPv4 addresses of every subnet. (VPC-18) */
const kept = 5

/** How many IPv4 addresses hosts may have in this subnet at all; 0 for an IPv6-only one. */
export function usableAddresses({ cidrBlock }: ResourceOf<'subnet'>): number {
  return cidrBlock ? Math.max(0, 2 ** (32 - prefixLengthOf(cidrBlock)) - kept) : 0
}

/**
 * How many of a subnet's IPv4 addresses nobody in the design has.
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export function freeAddresses(network: Network, subnet: ResourceOf<'subnet'>): number {
  const taken = network.interfaces
    .filter((face) => face.subnetId === subnet.id)
    .flatMap((face) => face.addresses.filter(({ ip }) => !ip.includes(':')))
  return Math.max(0, usableAddresses(subnet) - taken.length)
}
