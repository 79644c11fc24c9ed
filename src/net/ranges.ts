import { cidr, holds, type Cidr } from './cidr'
import type { Ip } from './ip'

/** Private addresses. @source https://www.rfc-editor.org/rfc/rfc1918 */
export const rfc1918 = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(cidr)

/** Shared address space. @source https://www.rfc-editor.org/rfc/rfc6598 */
export const rfc6598 = cidr('100.64.0.0/10')

/** Everything. The destination of a default route. */
export const anywhere = cidr('0.0.0.0/0')

const reserved: readonly Cidr[] = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3'].map(
  cidr,
)

export function isRfc1918(ip: Ip): boolean {
  return rfc1918.some((block) => holds(block, ip))
}

export function isRfc6598(ip: Ip): boolean {
  return holds(rfc6598, ip)
}

/** Can this address be met on the internet? */
export function isPublic(ip: Ip): boolean {
  return !isRfc1918(ip) && !isRfc6598(ip) && !reserved.some((block) => holds(block, ip))
}
