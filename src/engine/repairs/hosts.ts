import type { ResourceOf } from '../../kinds/resource'
import { rangeOf } from '../../net/cidr'
import { numberToIp } from '../../net/ip'
import type { Host } from './plan-routes'

/**
 * An address that stands for a subnet in which nothing lies yet: the first that AWS does not keep
 * for itself. (VPC-18)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export function anyHostIn(subnet: ResourceOf<'subnet'>): Host {
  return { address: numberToIp(rangeOf(subnet.cidrBlock).first + 4), subnet }
}
