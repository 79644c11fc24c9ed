import type { Wants } from '../interfaces'

/** The interfaces of the control plane: one in each of its subnets. (LB-13) */
export const wanted: Wants<'eks-cluster'> = (it) =>
  [...new Set(it.subnetIds)].map((subnetId) => ({
    key: `${it.id} ${subnetId}`,
    ownerId: it.id,
    ownerName: it.name,
    interfaceId: null,
    subnetId,
    privateIp: null,
    secondaryIps: [],
    publicIp: undefined,
    secondaryPublicIps: [],
    ipv6Addresses: [],
    assignIpv6Address: false,
    sourceDestCheck: true,
    groupIds: it.securityGroupIds,
  }))
