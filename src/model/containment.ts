import type { Design } from '../kinds/contract'
import type { Id, Resource } from '../kinds/resource'

/**
 * In which resource is this one drawn? Null stands for the canvas itself. A workload in several
 * subnets is drawn once, in their VPC.
 */
export function parentOf(resource: Resource, design: Design): Id | null {
  if ('vpcId' in resource) return resource.vpcId
  if ('subnetId' in resource) return resource.subnetId
  if (!('interfaces' in resource)) return null
  const subnetIds = Object.keys(resource.interfaces) as Id<'subnet'>[]
  const [first] = subnetIds
  if (!first) return null
  return subnetIds.length === 1 ? first : (design.get(first)?.vpcId ?? null)
}
