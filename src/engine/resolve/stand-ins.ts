import type { Design } from '../../kinds/contract'
import {
  cidr,
  compareCidrs,
  contains,
  holds,
  isCidr,
  isCidr4,
  overlaps,
  prefixLengthOf,
  rangeOf,
  type Cidr,
  type Cidr4,
} from '../../net/cidr'
import { numberToIp, type Ip, type Ip4 } from '../../net/ip'

/**
 * Ranges that nobody owns, set aside for documentation and for measuring: they stand in for public
 * addresses that AWS would choose.
 * @source https://www.rfc-editor.org/rfc/rfc5737 https://www.rfc-editor.org/rfc/rfc2544
 */
const pools = ['198.51.100.0/24', '203.0.113.0/24', '198.18.0.0/15'].map(cidr)
const overflow = cidr('198.20.0.0/14')

/**
 * Every block a design names. An address that AWS has yet to choose lies in none of them by right,
 * so a stand-in avoids them: no rule or route may match it by accident.
 */
export function* namedBlocks(design: Design): Generator<Cidr> {
  for (const vpc of design.all('vpc'))
    yield* [vpc.cidrBlock, ...vpc.secondaryCidrBlocks, ...vpc.ipv6CidrBlocks]
  for (const table of design.all('route-table'))
    yield* Object.keys(table.routes).filter((it) => isCidr(it))
  for (const table of design.all('transit-gateway-route-table'))
    yield* Object.keys(table.routes).filter((it) => isCidr(it))
  for (const list of design.all('prefix-list')) yield* Object.keys(list.entries) as Cidr[]
  for (const place of design.all('public-address')) yield place.cidrBlock
  for (const service of design.all('aws-service')) yield* service.prefixes
  for (const premises of design.all('on-premises-network')) yield* premises.prefixes
  for (const endpoint of design.all('client-vpn-endpoint')) yield endpoint.clientCidrBlock
  for (const connection of design.all('vpn-connection')) yield* connection.routes
  yield* firewallBlocks(design)
  for (const acl of design.all('network-acl'))
    for (const entry of [...Object.values(acl.ingress), ...Object.values(acl.egress)])
      yield entry.cidrBlock
  for (const group of design.all('security-group'))
    for (const rule of [...Object.values(group.ingress), ...Object.values(group.egress)])
      yield* [rule.cidrIpv4, rule.cidrIpv6].filter((block) => block !== null)
}

/** The blocks that rules of Network Firewall tell apart. */
export function* firewallBlocks(design: Design): Generator<Cidr> {
  for (const { statelessRules, statefulRules } of design.all('network-firewall'))
    for (const rule of [...Object.values(statelessRules), ...Object.values(statefulRules)])
      yield* [rule.source, rule.destination].filter((block) => block !== null)
}

/** Hands out public addresses one by one, the same ones for the same design. */
export function standIns(design: Design, taken: ReadonlySet<Ip>): () => Ip4 {
  const free = candidates(design, taken)
  return () => free.next().value
}

function* candidates(design: Design, taken: ReadonlySet<Ip>): Generator<Ip4, never> {
  const avoided = [...namedBlocks(design)].filter(
    (block) => prefixLengthOf(block) >= 8 && pools.some((pool) => overlaps(pool, block)),
  )
  const given = new Set<Ip>(taken)
  const fresh = (ip: Ip4) => !given.has(ip) && Boolean(given.add(ip))
  const isAvoided = (ip: Ip4) => avoided.some((block) => holds(block, ip))
  for (const pool of pools) for (const ip of within(pool)) if (!isAvoided(ip) && fresh(ip)) yield ip
  // a design that names even these ranges, or has more hosts than they hold, gets any address
  for (let number = rangeOf(overflow).first; ; number += 1) {
    const ip = numberToIp(number)
    if (fresh(ip)) yield ip
  }
}

/** The addresses of a block, the first and the last left out. */
function* within(block: Cidr4): Generator<Ip4> {
  const { first, last } = rangeOf(block)
  for (let number = first + 1; number < last; number += 1) yield numberToIp(number)
}

/** Which blocks narrower than this one does the design name inside it? */
export function namedInside(design: Design): (block: Cidr) => readonly Cidr[] {
  const named = [...new Set(namedBlocks(design))].sort(compareCidrs)
  const four = named.filter(isCidr4)
  const six = named.filter((block) => !isCidr4(block))
  return (block) => {
    if (!isCidr4(block)) return six.filter((it) => it !== block && contains(block, it))
    const { first, last } = rangeOf(block)
    return four
      .slice(firstFrom(four, first), firstFrom(four, last + 1))
      .filter((it) => prefixLengthOf(it) > prefixLengthOf(block))
  }
}

/** How many of these blocks, sorted, start before this address? */
function firstFrom(blocks: readonly Cidr4[], address: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const block = blocks[middle]
    if (block && rangeOf(block).first < address) low = middle + 1
    else high = middle
  }
  return low
}
