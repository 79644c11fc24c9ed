import { holds, isCidr4, rangeOf, wideRangeOf, type Cidr } from '../../net/cidr'
import {
  bigintToIp6,
  ip6ToBigint,
  ipToNumber,
  numberToIp,
  type Ip,
  type Ip4,
  type Ip6,
} from '../../net/ip'

/** How many addresses at the start of a block AWS keeps, and that it keeps the last one. */
const keptAtStart = 4

/**
 * The addresses of a subnet's block that hosts may have, in order: AWS keeps the first four and
 * the last one. (VPC-18, VPC-19)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
function* usable(block: Cidr): Generator<Ip> {
  if (isCidr4(block)) {
    const { first, last } = rangeOf(block)
    for (let number = first + keptAtStart; number < last; number += 1) yield numberToIp(number)
    return
  }
  const { first, last } = wideRangeOf(block)
  for (let number = first + BigInt(keptAtStart); number < last; number += 1n)
    yield bigintToIp6(number)
}

/** Does AWS keep this address of a subnet's block for itself? */
export function isKeptByAws(block: Cidr, ip: Ip): boolean {
  if (isCidr4(block)) {
    const { first, last } = rangeOf(block)
    const number = ipToNumber(ip as Ip4)
    return number < first + keptAtStart || number === last
  }
  const { first, last } = wideRangeOf(block)
  const number = ip6ToBigint(ip as Ip6)
  return number < first + BigInt(keptAtStart) || number === last
}

/**
 * The first address of a subnet's block that nobody has: one that no narrower rule or route names,
 * if there is any, for none may match it by accident.
 */
export function firstFree(
  block: Cidr,
  taken: ReadonlyMap<Ip, string>,
  named: readonly Cidr[],
): Ip | null {
  let free: Ip | null = null
  let tried = 0
  for (const ip of usable(block)) {
    if (taken.has(ip)) continue
    if (!named.some((it) => holds(it, ip))) return ip
    free ??= ip
    // an IPv6 block has more addresses than anybody can look through
    tried += 1
    if (tried > 65536) break
  }
  return free
}
