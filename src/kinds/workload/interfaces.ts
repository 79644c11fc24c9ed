import type { Wants } from '../interfaces'
import type { Id } from '../resource'

/** One interface in each of its subnets, all in the same security groups. */
export const wanted: Wants<'workload'> = (it, design) =>
  Object.entries(it.interfaces).map(([key, face]) => {
    const subnetId = key as Id<'subnet'>
    return {
      key: `${it.id} ${subnetId}`,
      ownerId: it.id,
      ownerName: it.name,
      interfaceId: null,
      subnetId,
      privateIp: face.privateIpAddress,
      secondaryIps: face.secondaryPrivateIpAddresses,
      publicIp: face.publicAddress === 'none' ? undefined : face.publicIp,
      secondaryPublicIps: [],
      ipv6Addresses: face.ipv6Addresses,
      assignIpv6Address:
        face.assignIpv6Address || (design.get(subnetId)?.assignIpv6AddressOnCreation ?? false),
      sourceDestCheck: face.sourceDestCheck,
      groupIds: it.securityGroupIds,
    }
  })
