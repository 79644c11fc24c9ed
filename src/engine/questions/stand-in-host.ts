import type { Id } from '../../kinds/resource'
import { cidr, contains, holds, prefixLengthOf, rangeOf, type Cidr } from '../../net/cidr'
import { ipToNumber, numberToIp, type Ip } from '../../net/ip'
import { isPublic } from '../../net/ranges'
import type { Network } from '../network'

/** Set aside for documentation. @source https://www.rfc-editor.org/rfc/rfc5737 */
const documentation = cidr('192.0.2.0/24')

/**
 * Which address stands for "any host on the internet"? One that no rule or route of these VPCs
 * singles out: of several, the one whose narrowest block is the widest.
 */
export function anyPublicHost(network: Network, vpcIds: readonly Id<'vpc'>[]): Ip {
  const blocks = [...new Set(blocksThatMatter(network, vpcIds))]
  const narrowest = (ip: Ip) =>
    Math.max(0, ...blocks.filter((it) => holds(it, ip)).map(prefixLengthOf))
  let best: { readonly ip: Ip; readonly narrowest: number } | null = null
  for (const ip of candidates(blocks)) {
    if (!isPublic(ip) || network.interfaceByPublicIp(ip)) continue
    const length = narrowest(ip)
    if (length === 0) return ip
    if (!best || length < best.narrowest) best = { ip, narrowest: length }
  }
  return best?.ip ?? hostIn(documentation, network)
}

/** An address of a block that is nobody's interface in the design: the first one after the base. */
export function hostIn(block: Cidr, network: Network): Ip {
  const { first, last } = rangeOf(block)
  const start = first === last ? first : first + 1
  for (let number = start; number <= Math.min(last, start + 4096); number += 1)
    if (!network.interfaceByPublicIp(numberToIp(number))) return numberToIp(number)
  return numberToIp(start)
}

/**
 * Which addresses stand for all of a place? One for each part of its block that some rule or route
 * of these VPCs treats apart, the part that none singles out first. (WALK-13)
 */
export function hostsIn(
  place: Cidr,
  network: Network,
  vpcIds: readonly Id<'vpc'>[],
): readonly Ip[] {
  const parts = [...new Set(blocksThatMatter(network, vpcIds))].filter(
    (it) => it !== place && contains(place, it),
  )
  const hosts = [place, ...parts].flatMap((part) => {
    const narrower = parts.filter((it) => it !== part && contains(part, it))
    return hostOutside(narrower, part, network) ?? []
  })
  return hosts.length > 0 ? [...new Set(hosts)] : [hostIn(place, network)]
}

/** A public address of a block that is in none of these parts of it; null where they fill it. */
function hostOutside(parts: readonly Cidr[], block: Cidr, network: Network): Ip | null {
  const { first, last } = rangeOf(block)
  const starts = [
    first === last ? first : first + 1,
    first,
    ...parts.map((part) => rangeOf(part).last + 1),
  ]
  for (const start of starts)
    for (let number = start; number <= Math.min(last, start + 4096); number += 1) {
      const ip = numberToIp(number)
      if (parts.some((part) => holds(part, ip))) break
      if (isPublic(ip) && !network.interfaceByPublicIp(ip)) return ip
    }
  return null
}

function* blocksThatMatter(network: Network, vpcIds: readonly Id<'vpc'>[]): Generator<Cidr> {
  for (const { vpcId, routes } of network.tables)
    if (vpcIds.includes(vpcId)) for (const route of routes) yield route.destination
  for (const group of network.design.all('security-group'))
    if (vpcIds.includes(group.vpcId))
      for (const rule of [...Object.values(group.ingress), ...Object.values(group.egress)])
        if (rule.cidrIpv4) yield rule.cidrIpv4
}

/** Where to look: the documentation range, then just past every block, then once in every /8. */
function* candidates(blocks: readonly Cidr[]): Generator<Ip> {
  const first = ipToNumber('192.0.2.1' as Ip)
  for (let number = first; number < first + 250; number += 1) yield numberToIp(number)
  for (const block of blocks) {
    const { last } = rangeOf(block)
    if (last < 2 ** 32 - 1) yield numberToIp(last + 1)
  }
  for (let octet = 1; octet < 224; octet += 1) yield numberToIp(octet * 2 ** 24 + 1)
}
