import type { EmitContext } from '../emit'
import { hasWrittenIpv6 } from '../ipv6-block'
import type { ResourceOf } from '../resource'

/** Says which attributes of a subnet the code does not carry yet. */
export function reportSubnet(subnet: ResourceOf<'subnet'>, { design, gap }: EmitContext): void {
  const lost = [
    ...(subnet.ipv6CidrBlock && !hasWrittenIpv6(subnet, design) ? ['its IPv6 block'] : []),
    ...(subnet.internetGatewayBlockMode ? ['Block Public Access'] : []),
    ...(subnet.sharedWith.length > 0 ? ['its sharing with other accounts'] : []),
  ]
  if (lost.length > 0)
    gap(
      `Of the subnet ${subnet.name} the code does not carry yet: ${lost.join(', ')}.`,
      'Add it by hand to the exported subnet.',
    )
}

/** An IPv6-only subnet gives out addresses of its block in any case. */
export const assignsIpv6 = ({ cidrBlock, assignIpv6AddressOnCreation }: ResourceOf<'subnet'>) =>
  cidrBlock === null || assignIpv6AddressOnCreation
