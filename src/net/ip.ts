import ipaddr from 'ipaddr.js'
import { fail, ok, type Result } from '../base/result'

/** An IPv4 address in dotted-quad notation, known to be well formed. */
export type Ip4 = string & { readonly __brand: 'Ip4' }

/** An IPv6 address in its shortest notation, lower case, known to be well formed. */
export type Ip6 = string & { readonly __brand: 'Ip6' }

/** An address of either family. */
export type Ip = Ip4 | Ip6

/** The address families as AWS names them. */
export const families = ['IPv4', 'IPv6'] as const
export type Family = (typeof families)[number]

export type IpProblem =
  | { readonly code: 'ip/malformed'; readonly text: string }
  | { readonly code: 'ip/not-canonical'; readonly text: string; readonly suggestion: Ip6 }

/**
 * Reads an IPv4 address as EC2 writes it: four decimal parts, no leading zeros.
 * @example parseIp4('010.0.0.1') // problem 'ip/malformed': some parsers would read octal 8
 */
export function parseIp4(text: string): Result<Ip4, IpProblem> {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text)) return fail({ code: 'ip/malformed', text })
  if (ipaddr.IPv4.parse(text).toString() !== text) return fail({ code: 'ip/malformed', text })
  return ok(text as Ip4)
}

/**
 * Reads an IPv6 address in its shortest notation, so that one address has one text.
 * @example parseIp6('2001:DB8:0::1') // problem 'ip/not-canonical', suggestion '2001:db8::1'
 * @source https://www.rfc-editor.org/rfc/rfc5952
 */
export function parseIp6(text: string): Result<Ip6, IpProblem> {
  // a zone index or an embedded IPv4 address is no way to write an address of a VPC
  if (!ipaddr.IPv6.isValid(text) || /[%.]/.test(text)) return fail({ code: 'ip/malformed', text })
  const suggestion = ipaddr.IPv6.parse(text).toRFC5952String() as Ip6
  if (suggestion !== text) return fail({ code: 'ip/not-canonical', text, suggestion })
  return ok(suggestion)
}

/** Is this text an IPv4 address as EC2 writes it? */
export function isIp4(text: string): text is Ip4 {
  return parseIp4(text).ok
}

/** Is this text an address of either family, in canonical notation? */
export function isIp(text: string): text is Ip {
  return isIp4(text) || parseIp6(text).ok
}

/** Which family does an address or a block belong to? Both are known to be well formed. */
export function familyOf(text: Ip | (string & { readonly __brand: 'Cidr4' | 'Cidr6' })): Family {
  return text.includes(':') ? 'IPv6' : 'IPv4'
}

/** The IPv4 addresses among these. */
export function isOfFamily4(ip: Ip): ip is Ip4 {
  return familyOf(ip) === 'IPv4'
}

/** The address as an unsigned 32-bit number, for arithmetic and comparison. */
export function ipToNumber(ip: Ip4): number {
  // read digit by digit: routes and rules are compared with addresses more than anything else is done
  let number = 0
  let part = 0
  for (let index = 0; index < ip.length; index += 1) {
    const digit = ip.charCodeAt(index) - 48
    if (digit >= 0) part = part * 10 + digit
    else {
      number = number * 256 + part
      part = 0
    }
  }
  return number * 256 + part
}

/** The address that an unsigned 32-bit number stands for. */
export function numberToIp(number: number): Ip4 {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.') as Ip4
}

/** The address as an unsigned 128-bit number. */
export function ip6ToBigint(ip: Ip6): bigint {
  let number = 0n
  for (const part of ipaddr.IPv6.parse(ip).parts) number = (number << 16n) + BigInt(part)
  return number
}

/** The address that an unsigned 128-bit number stands for. */
export function bigintToIp6(number: bigint): Ip6 {
  const parts = Array.from({ length: 8 }, (_, index) =>
    Number((number >> BigInt(16 * (7 - index))) & 0xffffn),
  )
  return new ipaddr.IPv6(parts).toRFC5952String() as Ip6
}

/** The order of addresses: IPv4 before IPv6, then by number. */
export function compareIps(a: Ip, b: Ip): number {
  if (familyOf(a) !== familyOf(b)) return familyOf(a) === 'IPv4' ? -1 : 1
  if (isOfFamily4(a)) return ipToNumber(a) - ipToNumber(b as Ip4)
  const [one, other] = [ip6ToBigint(a), ip6ToBigint(b as Ip6)]
  return one < other ? -1 : one > other ? 1 : 0
}
