import { cidr, cidr6, holds, type Cidr } from './cidr'
import { familyOf, type Ip } from './ip'

/** Private addresses. @source https://www.rfc-editor.org/rfc/rfc1918 */
export const rfc1918 = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(cidr)

/** Shared address space. @source https://www.rfc-editor.org/rfc/rfc6598 */
export const rfc6598 = cidr('100.64.0.0/10')

/** Everything of IPv4. The destination of a default route. */
export const anywhere = cidr('0.0.0.0/0')

/** Everything of IPv6. */
export const anywhere6 = cidr6('::/0')

/** IPv4 addresses as IPv6 hosts write them to reach them by NAT64. (NET-20) */
export const nat64 = cidr6('64:ff9b::/96')

const reserved: readonly Cidr[] = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3'].map(
  cidr,
)

/** What IPv6 calls global unicast. @source https://www.rfc-editor.org/rfc/rfc4291 */
const globalUnicast = cidr6('2000::/3')

export function isRfc1918(ip: Ip): boolean {
  return rfc1918.some((block) => holds(block, ip))
}

export function isRfc6598(ip: Ip): boolean {
  return holds(rfc6598, ip)
}

/** Can this address be met on the internet? */
export function isPublic(ip: Ip): boolean {
  if (familyOf(ip) === 'IPv6') return holds(globalUnicast, ip)
  return !isRfc1918(ip) && !isRfc6598(ip) && !reserved.some((block) => holds(block, ip))
}
