import type { Wants } from '../interfaces'
import type { Id } from '../resource'
import { podsKey } from './nodes'

/**
 * One address for the pods on the nodes of each subnet: from that subnet and behind the nodes'
 * groups, or with custom networking from the subnet and groups of the zone's ENIConfig. Pods on
 * the host network have no address of their own. (LB-13, LB-14, LB-17)
 * @source https://docs.aws.amazon.com/eks/latest/userguide/cni-custom-network.html
 */
export const wanted: Wants<'eks-pods'> = (it, design) => {
  const nodes = design.get(it.nodeGroupId)
  const cluster = design.get(it.eksClusterId)
  if (!nodes || it.hostNetwork) return []
  return (Object.keys(nodes.interfaces) as Id<'subnet'>[]).map((nodeSubnetId) => {
    const zone = design.get(nodeSubnetId)?.availabilityZone
    const config = zone === undefined ? undefined : cluster?.eniConfigs[zone]
    const groups = config && config.securityGroupIds.length > 0 ? config : nodes
    return {
      key: podsKey(it, nodeSubnetId),
      ownerId: it.id,
      ownerName: it.name,
      interfaceId: null,
      subnetId: config?.subnetId ?? nodeSubnetId,
      privateIp: null,
      secondaryIps: [],
      publicIp: undefined,
      secondaryPublicIps: [],
      ipv6Addresses: [],
      assignIpv6Address: false,
      sourceDestCheck: true,
      groupIds: groups.securityGroupIds,
    }
  })
}
