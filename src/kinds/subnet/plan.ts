import type { EmitContext } from '../emit'
import type { ResourceOf } from '../resource'

/** Says which attributes of a subnet the code does not carry yet. */
export function reportSubnet(subnet: ResourceOf<'subnet'>, { gap }: EmitContext): void {
  const lost = [
    ...(subnet.ipv6CidrBlock ? ['its IPv6 block'] : []),
    ...(subnet.networkAclId ? ['its network ACL'] : []),
    ...(subnet.enableDns64 ? ['DNS64'] : []),
    ...(subnet.internetGatewayBlockMode ? ['Block Public Access'] : []),
    ...(subnet.sharedWith.length > 0 ? ['its sharing with other accounts'] : []),
  ]
  if (lost.length > 0)
    gap(
      `Of the subnet ${subnet.name} the code does not carry yet: ${lost.join(', ')}.`,
      'Add it by hand to the exported subnet.',
    )
}
