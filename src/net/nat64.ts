import { holds, wideRangeOf } from './cidr'
import {
  bigintToIp6,
  familyOf,
  ip6ToBigint,
  ipToNumber,
  numberToIp,
  type Ip,
  type Ip4,
  type Ip6,
} from './ip'
import { nat64 } from './ranges'

/**
 * An IPv4 address as hosts without IPv4 write it. (NET-20)
 * @source https://www.rfc-editor.org/rfc/rfc6052
 * @example asIpv6('8.8.8.8') // '64:ff9b::808:808'
 */
export function asIpv6(ip: Ip4): Ip6 {
  return bigintToIp6(wideRangeOf(nat64).first + BigInt(ipToNumber(ip)))
}

/** The IPv4 address that such an IPv6 one stands for; null for any other address. */
export function embeddedIpv4(ip: Ip): Ip4 | null {
  if (familyOf(ip) === 'IPv4' || !holds(nat64, ip)) return null
  return numberToIp(Number(ip6ToBigint(ip as Ip6) & 0xff_ff_ff_ffn))
}
