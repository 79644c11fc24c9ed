import type { Design } from '../../kinds/contract'
import type { Kind, ResourceOf } from '../../kinds/resource'
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

type Naming = { readonly [K in Kind]?: (it: ResourceOf<K>) => readonly Cidr[] }

const blocksIn = (list: readonly (Cidr | null)[]) => list.filter((block) => block !== null)
const destinations = (it: { readonly routes: Readonly<Record<string, unknown>> }) =>
  Object.keys(it.routes).filter((key) => isCidr(key))

/** Which blocks a resource names, by its kind. */
const naming: Naming = {
  vpc: (it) => [it.cidrBlock, ...it.secondaryCidrBlocks, ...it.ipv6CidrBlocks],
  'route-table': destinations,
  'transit-gateway-route-table': destinations,
  'prefix-list': (it) => Object.keys(it.entries) as Cidr[],
  'public-address': (it) => [it.cidrBlock],
  'aws-service': (it) => it.prefixes,
  'on-premises-network': (it) => it.prefixes,
  'client-vpn-endpoint': (it) => [it.clientCidrBlock],
  'vpn-connection': (it) => it.routes,
  'network-firewall': (it) =>
    blocksIn(
      [...Object.values(it.statelessRules), ...Object.values(it.statefulRules)].flatMap((rule) => [
        rule.source,
        rule.destination,
      ]),
    ),
  'network-acl': (it) =>
    [...Object.values(it.ingress), ...Object.values(it.egress)].map((entry) => entry.cidrBlock),
  'security-group': (it) =>
    blocksIn(
      [...Object.values(it.ingress), ...Object.values(it.egress)].flatMap((rule) => [
        rule.cidrIpv4,
        rule.cidrIpv6,
      ]),
    ),
}

/** The blocks that a resource names where stand-ins have to avoid them. */
export function blocksNamedBy<K extends Kind>(it: ResourceOf<K>): readonly Cidr[] {
  return naming[it.kind]?.(it) ?? []
}

/**
 * Every block a design names. An address that AWS has yet to choose lies in none of them by right,
 * so a stand-in avoids them: no rule or route may match it by accident.
 */
export function namedBlocks(design: Design): readonly Cidr[] {
  return (Object.keys(naming) as Kind[]).flatMap((kind) => design.all(kind).flatMap(blocksNamedBy))
}

/** The blocks that rules of Network Firewall tell apart. */
export const firewallBlocks = (design: Design): readonly Cidr[] =>
  design.all('network-firewall').flatMap(blocksNamedBy)

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

/** Which blocks narrower than this one does the design name inside it, or what is `beside` it? */
export function namedInside(
  design: Design,
  beside: readonly Cidr[] = [],
): (block: Cidr) => readonly Cidr[] {
  const named = [...new Set([...namedBlocks(design), ...beside])].sort(compareCidrs)
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
