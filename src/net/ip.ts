import ipaddr from 'ipaddr.js'
import { fail, ok, type Result } from '../base/result'

/** An IPv4 address in dotted-quad notation, known to be well formed. */
export type Ip = string & { readonly __brand: 'Ip' }

export type IpProblem = { readonly code: 'ip/malformed'; readonly text: string }

/**
 * Reads an IPv4 address as EC2 writes it: four decimal parts, no leading zeros.
 * @example parseIp('010.0.0.1') // problem 'ip/malformed': some parsers would read octal 8
 */
export function parseIp(text: string): Result<Ip, IpProblem> {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text)) return fail({ code: 'ip/malformed', text })
  if (ipaddr.IPv4.parse(text).toString() !== text) return fail({ code: 'ip/malformed', text })
  return ok(text as Ip)
}

/** Is this text an IPv4 address as EC2 writes it? */
export function isIp(text: string): text is Ip {
  return parseIp(text).ok
}

/** The address as an unsigned 32-bit number, for arithmetic and comparison. */
export function ipToNumber(ip: Ip): number {
  let number = 0
  for (const part of ip.split('.')) number = number * 256 + Number(part)
  return number
}

/** The address that an unsigned 32-bit number stands for. */
export function numberToIp(number: number): Ip {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.') as Ip
}
