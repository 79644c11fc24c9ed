import type { EmitContext } from '../emit'
import { providedBlock } from '../ipv6-block'
import type { ResourceOf } from '../resource'

/** Says which attributes of a VPC the code does not carry yet. */
export function reportVpc(vpc: ResourceOf<'vpc'>, { gap }: EmitContext): void {
  const lost = [
    ...vpc.ipv6CidrBlocks.filter((block) => block !== providedBlock(vpc)),
    ...(vpc.internetGatewayBlockMode === 'off' ? [] : ['Block Public Access']),
  ]
  const block = providedBlock(vpc)
  if (block)
    gap(
      `The IPv6 block ${block} of ${vpc.name} is not exported: AWS chooses the block that it provides.`,
      'Where routes and rules name addresses of that block, put in the one that AWS chose.',
    )
  if (lost.length > 0)
    gap(
      `Of the VPC ${vpc.name} the code does not carry yet: ${lost.join(', ')}.`,
      'Add it by hand to the exported VPC.',
    )
}
