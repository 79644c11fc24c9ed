import { cidr, cidrAt, holds, rangeOf, type Cidr4 } from '../../net/cidr'
import type { Ip } from '../../net/ip'
import type { Design } from '../contract'
import type { ResourceOf } from '../resource'

type Service = ResourceOf<'aws-service'>

/**
 * Addresses that nobody has, for services whose own nobody wrote down: apart from those that stand
 * in for hosts, so that a route to one of them never meets another.
 * @source https://www.rfc-editor.org/rfc/rfc7526
 */
const standIns = cidr('192.88.99.0/24')

/** The blocks of a service: the entries of AWS's managed prefix list, or one that stands for them. */
export function blocksOfService(
  { id, prefixes }: Service,
  design: Pick<Design, 'all'>,
): readonly Cidr4[] {
  if (prefixes.length > 0) return prefixes
  const number = design.all('aws-service').findIndex((it) => it.id === id)
  return [cidrAt(rangeOf(standIns).first + 1 + (Math.max(0, number) % 254), 32)]
}

/** The service that has this address; undefined for anybody else's. */
export function serviceAt(ip: Ip, design: Pick<Design, 'all'>): Service | undefined {
  return design
    .all('aws-service')
    .find((it) => blocksOfService(it, design).some((block) => holds(block, ip)))
}

/**
 * Is this the same service of the same Region, drawn once more? Two that say no more than `any` may
 * be any two, such as Amazon SQS and AWS KMS.
 */
export const isSameService = (one: Service, other: Service): boolean =>
  one.id === other.id ||
  (one.service !== 'any' && one.service === other.service && one.region === other.region)
