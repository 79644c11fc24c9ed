import { definitionOf } from '../kinds/catalogue'
import type { Design } from '../kinds/contract'
import type { Id, Resource } from '../kinds/resource'
import { keysOf } from '../kinds/without'

/**
 * In which resource is this one drawn? Null stands for the canvas itself, and for links, which lie
 * in nothing. What lies in several subnets is drawn once, in their VPC.
 */
export function parentOf(resource: Resource, design: Design): Id | null {
  if (definitionOf(resource).look.shape === 'link') return null
  if (resource.kind === 'load-balancer' || resource.kind === 'vpc-endpoint')
    return oneOf(keysOf(resource.subnets), design) ?? resource.vpcId
  if (resource.kind === 'workload') return oneOf(keysOf(resource.interfaces), design)
  // beside the nodes that they run on
  if (resource.kind === 'eks-pods') return homeOf(resource.nodeGroupId, design)
  if (resource.kind === 'elastic-ip')
    return resource.associatedWith && homeOf(resource.associatedWith, design)
  if (resource.kind === 'transit-gateway-route-table') return resource.transitGatewayId
  if ('subnetId' in resource && resource.subnetId) return resource.subnetId
  return 'vpcId' in resource ? resource.vpcId : null
}

/** The subnet itself where there is one, the VPC where there are several; null without any. */
function oneOf(subnetIds: readonly Id<'subnet'>[], design: Design): Id | null {
  const [first] = subnetIds
  if (!first) return null
  return subnetIds.length === 1 ? first : (design.get(first)?.vpcId ?? null)
}

function homeOf(id: Id, design: Design): Id | null {
  const it = design.get(id)
  return it ? parentOf(it, design) : null
}
