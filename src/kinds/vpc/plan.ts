import type { EmitContext } from '../emit'
import { providedBlock } from '../ipv6-block'
import type { ResourceOf } from '../resource'
import { reportPublicAccess } from './block-public-access'

/** Says which attributes of a VPC do not come as drawn. */
export function reportVpc(vpc: ResourceOf<'vpc'>, context: EmitContext): void {
  const { gap } = context
  const block = providedBlock(vpc)
  if (block)
    gap(
      `The IPv6 block ${block} of ${vpc.name} is not exported: AWS chooses the block that it provides.`,
      'Where routes and rules name addresses of that block, put in the one that AWS chose.',
    )
  // AWS provides one block, so that others come from pools that the design does not know
  for (const own of vpc.ipv6CidrBlocks.filter((it) => it !== block))
    gap(
      `The IPv6 block ${own} of ${vpc.name} is not exported, nor are the IPv6 blocks of subnets in it: it comes from an address pool of yours, which the design does not name.`,
      `Run: aws ec2 associate-vpc-cidr-block --region ${vpc.region} --vpc-id <id> --ipv6-cidr-block ${own} --ipv6-ipam-pool-id <pool> (or --ipv6-pool <pool> for addresses that you brought), then give the subnets their blocks with aws ec2 associate-subnet-cidr-block`,
    )
  reportPublicAccess(vpc, context)
}
