import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { interfacePlan } from './plan'

/**
 * @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dx_private_virtual_interface
 * @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dx_transit_virtual_interface
 */
export const terraform: Emit<'virtual-interface'> = (it, context) => {
  const { block, strictTags } = context
  const plan = interfacePlan(it, context)
  if (!plan) return { blocks: [], outputs: [] }
  const { gateway, name, connectionId, vlan, bgpAsn } = plan
  return {
    blocks: [
      block(
        it.virtualInterfaceType === 'transit'
          ? 'aws_dx_transit_virtual_interface'
          : 'aws_dx_private_virtual_interface',
        {
          name,
          connection_id: connectionId,
          [gateway.kind === 'vpn-gateway' ? 'vpn_gateway_id' : 'dx_gateway_id']: ref(gateway.id),
          vlan,
          address_family: 'ipv4',
          bgp_asn_long: bgpAsn,
          tags: strictTags(),
        },
        { onlyIf: connectionId },
      ),
    ],
    outputs: [],
  }
}
