import ipaddr from 'ipaddr.js'
import { fail, ok, type Result } from '../base/result'
import { ipToNumber, numberToIp, type Ip } from './ip'

/** An IPv4 block in canonical CIDR notation: dotted quad, prefix length, host bits clear. */
export type Cidr = string & { readonly __brand: 'Cidr' }

export type CidrProblem =
  | { readonly code: 'cidr/malformed'; readonly text: string }
  | { readonly code: 'cidr/not-canonical'; readonly text: string; readonly suggestion: Cidr }

/**
 * Reads an IPv4 block as EC2 stores it: dotted quad, prefix length, no host bits.
 * @example parseCidr('10.0.0.5/16') // problem 'cidr/not-canonical', suggestion '10.0.0.0/16'
 */
export function parseCidr(text: string): Result<Cidr, CidrProblem> {
  // ipaddr.parseCIDR alone reads '010.0.0.0/8' as octal 8.0.0.0/8
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) return fail({ code: 'cidr/malformed', text })
  const [, length] = ipaddr.IPv4.parseCIDR(text)
  const network = ipaddr.IPv4.networkAddressFromCIDR(text).toString()
  const suggestion = `${network}/${length}` as Cidr
  if (suggestion !== text) return fail({ code: 'cidr/not-canonical', text, suggestion })
  return ok(suggestion)
}

/** Is this text a block in canonical form? */
export function isCidr(text: string): text is Cidr {
  return parseCidr(text).ok
}

/** The first and last address of a block, both included, as unsigned 32-bit numbers. */
export interface AddressRange {
  readonly first: number
  readonly last: number
}

const ranges = new Map<Cidr, AddressRange>()

/** Which addresses does this block hold? */
export function rangeOf(cidr: Cidr): AddressRange {
  const known = ranges.get(cidr)
  if (known) return known
  const slash = cidr.indexOf('/')
  const first = ipToNumber(cidr.slice(0, slash) as Ip)
  const range = { first, last: first + 2 ** (32 - Number(cidr.slice(slash + 1))) - 1 }
  ranges.set(cidr, range)
  return range
}

/** The number after the slash, 0 to 32. */
export function prefixLengthOf(cidr: Cidr): number {
  return Number(cidr.slice(cidr.indexOf('/') + 1))
}

/** Do two blocks share an address? Adjacent blocks do not. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  const [one, other] = [rangeOf(a), rangeOf(b)]
  return one.first <= other.last && other.first <= one.last
}

/** Does the first block hold every address of the second? A block contains itself. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  const [one, other] = [rangeOf(outer), rangeOf(inner)]
  return one.first <= other.first && other.last <= one.last
}

/** Does the block hold this address? */
export function holds(cidr: Cidr, ip: Ip): boolean {
  const { first, last } = rangeOf(cidr)
  const number = ipToNumber(ip)
  return first <= number && number <= last
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
export function cidrAt(first: number, prefixLength: number): Cidr {
  const size = 2 ** (32 - prefixLength)
  return `${numberToIp(Math.floor(first / size) * size)}/${prefixLength}` as Cidr
}

/**
 * The first block of this prefix length inside `within` that shares no address with any taken
 * one; null when there is none.
 * @example nextFree(cidr('10.0.0.0/16'), 24, [cidr('10.0.0.0/24')]) // '10.0.1.0/24'
 */
export function nextFree(within: Cidr, prefixLength: number, taken: readonly Cidr[]): Cidr | null {
  const { first, last } = rangeOf(within)
  const size = 2 ** (32 - prefixLength)
  let start = first
  while (start + size - 1 <= last) {
    const candidate = cidrAt(start, prefixLength)
    const obstacle = taken.filter((block) => overlaps(block, candidate))
    if (obstacle.length === 0) return candidate
    // jump past the largest obstacle, rounded up to the next aligned block
    const past = Math.max(...obstacle.map((block) => rangeOf(block).last)) + 1
    start = Math.ceil(past / size) * size
  }
  return null
}

/** A block known at the time of writing; throws on a typing mistake. */
export function cidr(text: string): Cidr {
  const parsed = parseCidr(text)
  if (!parsed.ok) throw new Error(`Bug: ${text} is no canonical CIDR block`)
  return parsed.value
}
