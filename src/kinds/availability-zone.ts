import type { NetworkView } from './network'
import type { ResourceOf } from './resource'

/** An Availability Zone as a subnet names it. */
export interface Zone {
  readonly name: string
  /** The same in every account, unlike the name; null where nobody said. (VPC-24) */
  readonly zoneId: string | null
  /** The account whose name for it this is. */
  readonly ownerId: string
}

export function zoneOf(
  { availabilityZone, availabilityZoneId, vpcId }: ResourceOf<'subnet'>,
  { design }: Pick<NetworkView, 'design'>,
): Zone {
  return {
    name: availabilityZone,
    zoneId: availabilityZoneId,
    ownerId: design.get(vpcId)?.ownerId ?? '',
  }
}

/**
 * Are these the same zone? Names are shuffled in each account: across accounts only the zone IDs
 * tell. Null where that cannot be told. (VPC-24)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-share.html
 */
export function isSameZone(one: Zone, other: Zone): boolean | null {
  if (one.zoneId !== null && other.zoneId !== null) return one.zoneId === other.zoneId
  return one.ownerId === other.ownerId ? one.name === other.name : null
}
