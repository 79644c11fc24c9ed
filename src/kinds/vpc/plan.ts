import type { EmitContext } from '../emit'
import type { ResourceOf } from '../resource'

/** Says which attributes of a VPC the code does not carry yet. */
export function reportVpc(vpc: ResourceOf<'vpc'>, { gap }: EmitContext): void {
  const lost = [
    ...(vpc.ipv6CidrBlocks.length > 0 ? ['its IPv6 blocks'] : []),
    ...(vpc.internetGatewayBlockMode === 'off' ? [] : ['Block Public Access']),
  ]
  if (lost.length > 0)
    gap(
      `Of the VPC ${vpc.name} the code does not carry yet: ${lost.join(', ')}.`,
      'Add it by hand to the exported VPC.',
    )
}
