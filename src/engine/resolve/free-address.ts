import {
  contains,
  holds,
  isCidr4,
  prefixLengthOf,
  rangeOf,
  wideRangeOf,
  type Cidr,
} from '../../net/cidr'
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

/** The addresses of a block, in order. */
function* every(block: Cidr): Generator<Ip> {
  if (isCidr4(block)) {
    const { first, last } = rangeOf(block)
    for (let number = first; number <= last; number += 1) yield numberToIp(number)
    return
  }
  const { first, last } = wideRangeOf(block)
  for (let number = first; number <= last; number += 1n) yield bigintToIp6(number)
}

/**
 * Does AWS keep this address of a subnet's block for itself? The first four and the last one. (VPC-18,
 * VPC-19)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
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
  for (const ip of every(block)) {
    if (taken.has(ip) || isKeptByAws(block, ip)) continue
    if (!named.some((it) => holds(it, ip))) return ip
    free ??= ip
    // an IPv6 block has more addresses than anybody can look through
    tried += 1
    if (tried > 65536) break
  }
  return free
}

/**
 * That one first, then an address of each narrower block that a rule or route names, past those
 * narrower still. A block of one address speaks of that host alone, not of any.
 */
export function freeByPart(
  block: Cidr,
  taken: ReadonlyMap<Ip, string>,
  named: readonly Cidr[],
): readonly Ip[] {
  const anywhere = firstFree(block, taken, named)
  if (!anywhere) return []
  const kept = (ip: Ip) => taken.has(ip) || isKeptByAws(block, ip)
  const parts = named
    .filter((part) => prefixLengthOf(part) < (isCidr4(part) ? 32 : 128))
    .flatMap((part) => {
      const narrower = named.filter((it) => it !== part && contains(part, it))
      return firstIn(part, (ip) => !kept(ip) && !narrower.some((it) => holds(it, ip))) ?? []
    })
  return [...new Set([anywhere, ...parts])]
}

/** The first address of a block that will do, among as many as anybody can look through. */
function firstIn(block: Cidr, isFit: (ip: Ip) => boolean): Ip | null {
  let tried = 0
  for (const ip of every(block)) {
    if (isFit(ip)) return ip
    tried += 1
    if (tried > 65536) break
  }
  return null
}
