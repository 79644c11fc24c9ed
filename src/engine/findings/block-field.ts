import type { ResourceOf } from '../../kinds/resource'
import type { Cidr } from '../../net/cidr'

/** Which field of a VPC or a subnet holds this block of it? */
export function fieldOfBlock(owner: ResourceOf<'vpc' | 'subnet'>, block: Cidr): string {
  if (owner.cidrBlock === block) return 'cidrBlock'
  if (owner.kind === 'subnet') return 'ipv6CidrBlock'
  return owner.ipv6CidrBlocks.some((it) => it === block) ? 'ipv6CidrBlocks' : 'secondaryCidrBlocks'
}
