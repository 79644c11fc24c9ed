import { serviceAt } from '../../kinds/aws-service/blocks'
import type { Id } from '../../kinds/resource'
import {
  cidr,
  contains,
  endsOf,
  holds,
  isCidr4,
  prefixLengthOf,
  rangeOf,
  type Cidr,
  type Cidr4,
} from '../../net/cidr'
import {
  bigintToIp6,
  familyOf,
  ip6ToBigint,
  ipToNumber,
  numberToIp,
  type Family,
  type Ip,
  type Ip4,
  type Ip6,
} from '../../net/ip'
import { isPublic } from '../../net/ranges'
import type { Network } from '../network'
import { firewallBlocks } from '../resolve/stand-ins'

/** Set aside for documentation. @source https://www.rfc-editor.org/rfc/rfc5737 */
const documentation = cidr('192.0.2.0/24')

/** The same for IPv6. @source https://www.rfc-editor.org/rfc/rfc3849 */
const documentationHost6 = '2001:db8:ffff::1' as Ip6

/**
 * Which address stands for "any host on the internet"? One that no rule or route of these VPCs
 * singles out: of several, the one whose narrowest block is the widest.
 */
export function anyPublicHost(network: Network, vpcIds: readonly Id<'vpc'>[], family: Family): Ip {
  const blocks = [...new Set(blocksThatMatter(network, vpcIds))].filter(
    (block) => familyOf(block) === family,
  )
  const narrowest = (ip: Ip) =>
    Math.max(0, ...blocks.filter((it) => holds(it, ip)).map(prefixLengthOf))
  let best: { readonly ip: Ip; readonly narrowest: number } | null = null
  for (const ip of family === 'IPv4' ? candidates(blocks) : candidates6(blocks)) {
    if (!isPublic(ip) || isTaken(network, ip)) continue
    const length = narrowest(ip)
    if (length === 0) return ip
    if (!best || length < best.narrowest) best = { ip, narrowest: length }
  }
  return best?.ip ?? (family === 'IPv4' ? hostIn(documentation, network) : documentationHost6)
}

/** Does an interface of the design have this public address? */
const isTaken = (network: Network, ip: Ip) =>
  network.interfaceByPublicIp(ip) !== undefined ||
  serviceAt(ip, network.design) !== undefined ||
  (familyOf(ip) === 'IPv6' && network.interfacesAt(ip).length > 0)

/** An address of a block that is nobody's interface in the design: the first one after the base. */
export function hostIn(block: Cidr4, network: Network): Ip4 {
  const { first, last } = rangeOf(block)
  const start = first === last ? first : first + 1
  for (let number = start; number <= Math.min(last, start + 4096); number += 1)
    if (!network.interfaceByPublicIp(numberToIp(number))) return numberToIp(number)
  return numberToIp(start)
}

/**
 * Which addresses stand for all of a place? One for each part of its block that some rule or route
 * of these VPCs treats apart, the part that none singles out first. Where the block is wide enough to
 * hold VPCs, none of theirs: a network that announces 10.0.0.0/8 does not have it all. (WALK-13)
 */
export function hostsIn(
  place: Cidr4,
  network: Network,
  vpcIds: readonly Id<'vpc'>[],
): readonly Ip4[] {
  const inside = (it: Cidr): it is Cidr4 => isCidr4(it) && it !== place && contains(place, it)
  const vpcs = network.design.all('vpc').flatMap(({ id }) => network.blocksOf(id).filter(inside))
  const parts = [...new Set(blocksThatMatter(network, vpcIds))]
    .filter(inside)
    .filter((it) => !vpcs.some((block) => contains(block, it)))
  const hosts = [place, ...parts].flatMap((part) => {
    const narrower = [...parts, ...vpcs].filter((it) => it !== part && contains(part, it))
    return hostOutside(narrower, part, network) ?? []
  })
  return hosts.length > 0 ? [...new Set(hosts)] : [hostIn(place, network)]
}

/** An address of a block that is in none of these parts of it; null where they fill it. */
function hostOutside(parts: readonly Cidr4[], block: Cidr4, network: Network): Ip4 | null {
  const { first, last } = rangeOf(block)
  // a network of one's own may hold private addresses, a place on the internet holds public ones
  const isPrivate = !isPublic(numberToIp(first)) && !isPublic(numberToIp(last))
  const starts = [
    first === last ? first : first + 1,
    first,
    ...parts.map((part) => rangeOf(part).last + 1),
  ]
  for (const start of starts)
    for (let number = start; number <= Math.min(last, start + 4096); number += 1) {
      const ip = numberToIp(number)
      if (parts.some((part) => holds(part, ip))) break
      if ((isPrivate || isPublic(ip)) && !network.interfaceByPublicIp(ip)) return ip
    }
  return null
}

/**
 * Groups count where an end is. Tables, network ACLs and firewalls count anywhere, for the way may
 * lead through another VPC.
 */
function* blocksThatMatter(network: Network, vpcIds: readonly Id<'vpc'>[]): Generator<Cidr> {
  const { design } = network
  for (const { routes } of network.tables) for (const route of routes) yield route.destination
  yield* firewallBlocks(design)
  for (const group of design.all('security-group'))
    if (vpcIds.includes(group.vpcId))
      for (const rule of [...Object.values(group.ingress), ...Object.values(group.egress)])
        yield* [rule.cidrIpv4, rule.cidrIpv6].filter((block) => block !== null)
  for (const acl of design.all('network-acl'))
    for (const entry of [...Object.values(acl.ingress), ...Object.values(acl.egress)])
      yield entry.cidrBlock
  for (const table of design.all('transit-gateway-route-table'))
    yield* Object.keys(table.routes).filter((key) => !key.startsWith('prefix-list:')) as Cidr[]
  for (const list of design.all('prefix-list')) yield* Object.keys(list.entries) as Cidr[]
  for (const connection of design.all('vpn-connection')) yield* connection.routes
}

/** Where to look: the documentation range, then just past every block, then once in every /8. */
function* candidates(blocks: readonly Cidr[]): Generator<Ip4> {
  const first = ipToNumber('192.0.2.1' as Ip4)
  for (let number = first; number < first + 250; number += 1) yield numberToIp(number)
  for (const block of blocks.filter(isCidr4)) {
    const { last } = rangeOf(block)
    if (last < 2 ** 32 - 1) yield numberToIp(last + 1)
  }
  for (let octet = 1; octet < 224; octet += 1) yield numberToIp(octet * 2 ** 24 + 1)
}

/** The same for IPv6: the documentation range, then just past every block. */
function* candidates6(blocks: readonly Cidr[]): Generator<Ip6> {
  yield documentationHost6
  for (const block of blocks) {
    const past = ip6ToBigint(endsOf(block)[1] as Ip6) + 1n
    if (past < 1n << 128n) yield bigintToIp6(past)
  }
}
