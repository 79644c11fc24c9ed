import type { Wants } from '../interfaces'

/** A zonal NAT gateway has one interface, without security groups. (NET-9, SG-11) */
export const wanted: Wants<'nat-gateway'> = (nat) => {
  if (!nat.subnetId) return []
  const isPublic = nat.connectivityType === 'public'
  return [
    {
      key: `${nat.id} ${nat.subnetId}`,
      ownerId: nat.id,
      ownerName: nat.name,
      interfaceId: null,
      subnetId: nat.subnetId,
      privateIp: nat.privateIp,
      secondaryIps: nat.secondaryAddresses.map((it) => it.privateIp),
      publicIp: isPublic ? nat.publicIp : undefined,
      secondaryPublicIps: nat.secondaryAddresses.map((it) => (isPublic ? it.publicIp : null)),
      ipv6Addresses: [],
      assignIpv6Address: false,
      sourceDestCheck: false,
      groupIds: null,
    },
  ]
}
