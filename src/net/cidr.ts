import ipaddr from 'ipaddr.js'
import { fail, ok, type Result } from '../base/result'
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
} from './ip'

/** An IPv4 block in canonical CIDR notation: dotted quad, prefix length, host bits clear. */
export type Cidr4 = string & { readonly __brand: 'Cidr4' }

/** An IPv6 block in canonical CIDR notation: shortest address, prefix length, host bits clear. */
export type Cidr6 = string & { readonly __brand: 'Cidr6' }

/** A block of either family. */
export type Cidr = Cidr4 | Cidr6

export type CidrProblem<C extends Cidr = Cidr> =
  | { readonly code: 'cidr/malformed'; readonly text: string }
  | { readonly code: 'cidr/not-canonical'; readonly text: string; readonly suggestion: C }

/**
 * Reads an IPv4 block as EC2 stores it: dotted quad, prefix length, no host bits.
 * @example parseCidr4('10.0.0.5/16') // problem 'cidr/not-canonical', suggestion '10.0.0.0/16'
 */
export function parseCidr4(text: string): Result<Cidr4, CidrProblem<Cidr4>> {
  // ipaddr.parseCIDR alone reads '010.0.0.0/8' as octal 8.0.0.0/8
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) return fail({ code: 'cidr/malformed', text })
  const [, length] = ipaddr.IPv4.parseCIDR(text)
  const network = ipaddr.IPv4.networkAddressFromCIDR(text).toString()
  return canonical(text, `${network}/${length}` as Cidr4)
}

/**
 * Reads an IPv6 block as EC2 stores it: shortest notation, prefix length, no host bits.
 * @example parseCidr6('2001:DB8::1/56') // problem 'cidr/not-canonical', suggestion '2001:db8::/56'
 */
export function parseCidr6(text: string): Result<Cidr6, CidrProblem<Cidr6>> {
  if (!ipaddr.IPv6.isValidCIDR(text) || /[%.]/.test(text))
    return fail({ code: 'cidr/malformed', text })
  const [, length] = ipaddr.IPv6.parseCIDR(text)
  const network = ipaddr.IPv6.networkAddressFromCIDR(text).toRFC5952String()
  return canonical(text, `${network}/${length}` as Cidr6)
}

function canonical<C extends Cidr>(text: string, suggestion: C): Result<C, CidrProblem<C>> {
  return suggestion === text
    ? ok(suggestion)
    : fail({ code: 'cidr/not-canonical', text, suggestion })
}

/** Reads a block of either family. */
export function parseCidr(text: string): Result<Cidr, CidrProblem> {
  return text.includes(':') ? parseCidr6(text) : parseCidr4(text)
}

/** More blocks than designs name: what is remembered of those of long ago goes. */
const most = 100_000

/** Texts that are blocks: the same ones are asked for again and again. */
const read = new Set<string>()

/** Is this text a block of either family in canonical form? */
export function isCidr(text: string): text is Cidr {
  if (read.has(text)) return true
  const isOne = parseCidr(text).ok
  if (isOne) {
    if (read.size >= most) read.clear()
    read.add(text)
  }
  return isOne
}

export function isCidr4(block: Cidr): block is Cidr4 {
  return familyOf(block) === 'IPv4'
}

/** The first and last address of an IPv4 block, both included, as unsigned 32-bit numbers. */
export interface AddressRange {
  readonly first: number
  readonly last: number
}

const ranges = new Map<Cidr4, AddressRange>()

/** Which addresses does this block hold? */
export function rangeOf(cidr: Cidr4): AddressRange {
  const known = ranges.get(cidr)
  if (known) return known
  const slash = cidr.indexOf('/')
  const first = ipToNumber(cidr.slice(0, slash) as Ip4)
  const range = { first, last: first + 2 ** (32 - Number(cidr.slice(slash + 1))) - 1 }
  if (ranges.size >= most) ranges.clear()
  ranges.set(cidr, range)
  return range
}

interface WideRange {
  readonly first: bigint
  readonly last: bigint
}

const wideRanges = new Map<Cidr6, WideRange>()

/** Which addresses does this IPv6 block hold, as unsigned 128-bit numbers? */
export function wideRangeOf(cidr: Cidr6): WideRange {
  const known = wideRanges.get(cidr)
  if (known) return known
  const slash = cidr.indexOf('/')
  const first = ip6ToBigint(cidr.slice(0, slash) as Ip6)
  const range = { first, last: first + (1n << BigInt(128 - prefixLengthOf(cidr))) - 1n }
  if (wideRanges.size >= most) wideRanges.clear()
  wideRanges.set(cidr, range)
  return range
}

/** The number after the slash: 0 to 32, or 0 to 128 for IPv6. */
export function prefixLengthOf(cidr: Cidr): number {
  return Number(cidr.slice(cidr.indexOf('/') + 1))
}

/** The first and the last address of a block. */
export function endsOf(block: Cidr): readonly [Ip, Ip] {
  if (isCidr4(block)) {
    const { first, last } = rangeOf(block)
    return [numberToIp(first), numberToIp(last)]
  }
  const { first, last } = wideRangeOf(block)
  return [bigintToIp6(first), bigintToIp6(last)]
}

/** The block that holds this address alone: `/32`, or `/128` for IPv6. */
export function hostBlock(ip: Ip): Cidr {
  return `${ip}/${familyOf(ip) === 'IPv4' ? 32 : 128}` as Cidr
}

/** Everything of a family: the destination of a default route. */
export function everythingOf(family: Family): Cidr {
  return (family === 'IPv4' ? '0.0.0.0/0' : '::/0') as Cidr
}

/** Do two blocks share an address? Adjacent blocks do not, nor do blocks of two families. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  if (isCidr4(a)) {
    if (!isCidr4(b)) return false
    const [one, other] = [rangeOf(a), rangeOf(b)]
    return one.first <= other.last && other.first <= one.last
  }
  if (isCidr4(b)) return false
  const [one, other] = [wideRangeOf(a), wideRangeOf(b)]
  return one.first <= other.last && other.first <= one.last
}

/** Does the first block hold every address of the second? A block contains itself. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return overlaps(outer, inner) && prefixLengthOf(outer) <= prefixLengthOf(inner)
}

/** Does the block hold this address? Never one of the other family. */
export function holds(cidr: Cidr, ip: Ip): boolean {
  if (isCidr4(cidr)) {
    if (familyOf(ip) !== 'IPv4') return false
    const { first, last } = rangeOf(cidr)
    const number = ipToNumber(ip as Ip4)
    return first <= number && number <= last
  }
  if (familyOf(ip) !== 'IPv6') return false
  const { first, last } = wideRangeOf(cidr)
  const number = ip6ToBigint(ip as Ip6)
  return first <= number && number <= last
}

/** The order of blocks: IPv4 before IPv6, then by first address, the wider one first. */
export function compareCidrs(a: Cidr, b: Cidr): number {
  if (isCidr4(a) !== isCidr4(b)) return isCidr4(a) ? -1 : 1
  if (isCidr4(a) && isCidr4(b))
    return rangeOf(a).first - rangeOf(b).first || prefixLengthOf(a) - prefixLengthOf(b)
  const [one, other] = [wideRangeOf(a as Cidr6).first, wideRangeOf(b as Cidr6).first]
  return one < other ? -1 : one > other ? 1 : prefixLengthOf(a) - prefixLengthOf(b)
}

/** The first pair, one block of each list, that shares an address; null when none does. */
export function firstOverlap(
  left: readonly Cidr[],
  right: readonly Cidr[],
): readonly [Cidr, Cidr] | null {
  for (const a of left) for (const b of right) if (overlaps(a, b)) return [a, b]
  return null
}

/** The block that starts at this address, of this prefix length, host bits cleared. */
export function cidrAt(first: number, prefixLength: number): Cidr4 {
  const size = 2 ** (32 - prefixLength)
  return `${numberToIp(Math.floor(first / size) * size)}/${prefixLength}` as Cidr4
}

/**
 * The first block of this prefix length inside `within` that shares no address with any taken
 * one; null when there is none.
 * @example nextFree(cidr('10.0.0.0/16'), 24, [cidr('10.0.0.0/24')]) // '10.0.1.0/24'
 */
export function nextFree(
  within: Cidr4,
  prefixLength: number,
  taken: readonly Cidr[],
): Cidr4 | null {
  const { first, last } = rangeOf(within)
  const size = 2 ** (32 - prefixLength)
  let start = first
  while (start + size - 1 <= last) {
    const candidate = cidrAt(start, prefixLength)
    const obstacle = taken.filter(isCidr4).filter((block) => overlaps(block, candidate))
    if (obstacle.length === 0) return candidate
    // jump past the largest obstacle, rounded up to the next aligned block
    const past = Math.max(...obstacle.map((block) => rangeOf(block).last)) + 1
    start = Math.ceil(past / size) * size
  }
  return null
}

/** The first free IPv6 block of this prefix length inside `within`; null when there is none. */
export function nextFree6(
  within: Cidr6,
  prefixLength: number,
  taken: readonly Cidr6[],
): Cidr6 | null {
  const { first, last } = wideRangeOf(within)
  const size = 1n << BigInt(128 - prefixLength)
  for (let start = first; start + size - 1n <= last; start += size) {
    const candidate = `${bigintToIp6(start)}/${prefixLength}` as Cidr6
    if (!taken.some((block) => overlaps(block, candidate))) return candidate
  }
  return null
}

/** An IPv4 block known at the time of writing; throws on a typing mistake. */
export function cidr(text: string): Cidr4 {
  const parsed = parseCidr4(text)
  if (!parsed.ok) throw new Error(`Bug: ${text} is no canonical CIDR block`)
  return parsed.value
}

/** An IPv6 block known at the time of writing; throws on a typing mistake. */
export function cidr6(text: string): Cidr6 {
  const parsed = parseCidr6(text)
  if (!parsed.ok) throw new Error(`Bug: ${text} is no canonical IPv6 CIDR block`)
  return parsed.value
}
