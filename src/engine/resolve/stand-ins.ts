import type { Design } from '../../kinds/contract'
import {
  cidr,
  holds,
  overlaps,
  prefixLengthOf,
  rangeOf,
  type AddressRange,
  type Cidr,
} from '../../net/cidr'
import { numberToIp, type Ip } from '../../net/ip'

/**
 * Ranges that nobody owns, set aside for documentation and for measuring: they stand in for public
 * addresses that AWS would choose.
 * @source https://www.rfc-editor.org/rfc/rfc5737 https://www.rfc-editor.org/rfc/rfc2544
 */
const pools: readonly Cidr[] = ['198.51.100.0/24', '203.0.113.0/24', '198.18.0.0/15'].map(cidr)
const overflow = cidr('198.20.0.0/14')

/**
 * Every block a design names. An address that AWS has yet to choose lies in none of them by right,
 * so a stand-in avoids them: no rule or route may match it by accident.
 */
export function* namedBlocks(design: Design): Generator<Cidr> {
  for (const vpc of design.all('vpc')) yield* [vpc.cidrBlock, ...vpc.secondaryCidrBlocks]
  for (const table of design.all('route-table')) yield* Object.keys(table.routes) as Cidr[]
  for (const place of design.all('public-address')) yield place.cidrBlock
  for (const group of design.all('security-group'))
    for (const rule of [...Object.values(group.ingress), ...Object.values(group.egress)])
      if (rule.cidrIpv4) yield rule.cidrIpv4
}

/** Hands out public addresses one by one, the same ones for the same design. */
export function standIns(design: Design, taken: ReadonlySet<Ip>): () => Ip {
  const avoided = [...namedBlocks(design)].filter(
    (block) => prefixLengthOf(block) >= 8 && pools.some((pool) => overlaps(pool, block)),
  )
  const free = candidates(taken, avoided)
  return () => free.next().value
}

function* candidates(taken: ReadonlySet<Ip>, avoided: readonly Cidr[]): Generator<Ip, never> {
  const given = new Set(taken)
  const fresh = (ip: Ip) => !given.has(ip) && Boolean(given.add(ip))
  const isAvoided = (ip: Ip) => avoided.some((block) => holds(block, ip))
  for (const pool of pools) for (const ip of within(pool)) if (!isAvoided(ip) && fresh(ip)) yield ip
  // a design that names even these ranges, or has more hosts than they hold, gets any address
  for (let number = rangeOf(overflow).first; ; number += 1) {
    const ip = numberToIp(number)
    if (fresh(ip)) yield ip
  }
}

/** The addresses of a block, the first and the last left out. */
function* within(block: Cidr): Generator<Ip> {
  const { first, last } = rangeOf(block)
  for (let number = first + 1; number < last; number += 1) yield numberToIp(number)
}

/** Which ranges narrower than this block does the design name inside it? */
export function namedInside(design: Design): (block: Cidr) => readonly AddressRange[] {
  const named = [...new Set(namedBlocks(design))]
    .map((block) => ({ ...rangeOf(block), prefixLength: prefixLengthOf(block) }))
    .sort((a, b) => a.first - b.first)
  const firstFrom = (address: number): number => {
    let [low, high] = [0, named.length]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if ((named[middle]?.first ?? 0) < address) low = middle + 1
      else high = middle
    }
    return low
  }
  return (block) => {
    const { first, last } = rangeOf(block)
    const prefixLength = prefixLengthOf(block)
    return named
      .slice(firstFrom(first), firstFrom(last + 1))
      .filter((it) => it.prefixLength > prefixLength)
  }
}
