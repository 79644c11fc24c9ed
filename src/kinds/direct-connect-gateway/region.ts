import { byCodeUnit } from '../../iac/order'
import type { Design } from '../contract'
import type { ResourceOf } from '../resource'

/**
 * A Direct Connect gateway is of no Region, and code makes it from one: the first in which its
 * account has anything else, else the first of the design.
 */
export function regionOf(
  { ownerId }: ResourceOf<'direct-connect-gateway'>,
  design: Design,
): string {
  const placed = Object.values(design.resources).flatMap((it) =>
    'ownerId' in it && 'region' in it ? [it] : [],
  )
  const own = placed.filter((it) => it.ownerId === ownerId)
  const [first] = (own.length > 0 ? own : placed).map(({ region }) => region).toSorted(byCodeUnit)
  return first ?? 'us-east-1'
}
