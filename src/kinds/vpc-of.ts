import type { Design } from './contract'
import type { Id, Resource } from './resource'
import { keysOf } from './without'

/** In which VPC does this resource lie? Null for links and for what stands outside every VPC. */
export function vpcIdOf(it: Resource, design: Design): Id<'vpc'> | null {
  if (it.kind === 'transit-gateway-vpc-attachment') return null
  if (it.kind === 'eks-pods') return followed(it.nodeGroupId, design)
  if (it.kind === 'elastic-ip') return it.associatedWith && followed(it.associatedWith, design)
  const subnetId =
    it.kind === 'workload'
      ? keysOf(it.interfaces).find((id) => design.get(id))
      : 'subnetId' in it
        ? it.subnetId
        : null
  if (subnetId) return design.get(subnetId)?.vpcId ?? null
  if (it.kind === 'vpc') return it.id
  return 'vpcId' in it ? it.vpcId : null
}

function followed(id: Id, design: Design): Id<'vpc'> | null {
  const it = design.get(id)
  return it ? vpcIdOf(it, design) : null
}
