import type { Wants } from '../interfaces'
import type { Id } from '../resource'

/**
 * One node in each of its subnets. Only those of an internet-facing one have public addresses. A
 * Network Load Balancer that was made without security groups filters nothing. (LB-2, LB-3, LB-8)
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
 */
export const wanted: Wants<'load-balancer'> = (it) => {
  const groupIds = it.securityGroupIds ?? []
  return Object.entries(it.subnets).map(([key, node]) => {
    const subnetId = key as Id<'subnet'>
    return {
      key: `${it.id} ${subnetId}`,
      ownerId: it.id,
      ownerName: it.name,
      interfaceId: null,
      subnetId,
      privateIp: node.privateIPv4Address,
      secondaryIps: [],
      publicIp: it.scheme === 'internet-facing' ? node.publicIp : undefined,
      secondaryPublicIps: [],
      ipv6Addresses: it.ipAddressType === 'dualstack' && node.ipv6Address ? [node.ipv6Address] : [],
      assignIpv6Address: it.ipAddressType === 'dualstack',
      sourceDestCheck: true,
      // without a group an Application Load Balancer is in its VPC's default one
      groupIds: it.type !== 'application' && groupIds.length === 0 ? null : groupIds,
    }
  })
}
