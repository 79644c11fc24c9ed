import type { Gap } from '../../export/report'
import type { Difference } from './as-drawn'

/** Which words of the export's report account for which difference of a deployed network. */
const accounts: readonly (readonly [difference: RegExp, report: RegExp])[] = [
  [/ is missing$/, /left out|is the route table that AWS makes/],
  [/ listeners: /, /needs a certificate|the design does not say|answers by itself/],
  [/ subnets: /, /^The address .* is not exported/],
  [/ ipv6CidrBlocks: /, /AWS chooses the block/],
  [/ isDefault: /, /^The default network ACL/],
  [/ ipAddress: /, /stands an address for/],
  [/ tunnel1Status: /, /tunnel 1 of .* is down/],
  [/ tunnel2Status: /, /tunnel 2 of .* is down/],
]

/** Has the export said that this would come out otherwise than it was drawn? */
export const isTold = ({ id, text }: Difference, gaps: readonly Gap[]): boolean =>
  id !== null &&
  gaps.some(
    (gap) =>
      gap.resourceId === id &&
      accounts.some(([difference, report]) => difference.test(text) && report.test(gap.text)),
  )
