import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { customerGatewayPlan } from './plan'

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/customer_gateway */
export const terraform: Emit<'customer-gateway'> = (gateway, context) => {
  const { block, output, tags } = context
  const { ipAddress, asn, isExtended } = customerGatewayPlan(gateway, context)
  return {
    blocks: [
      block('aws_customer_gateway', {
        type: 'ipsec.1',
        ip_address: ipAddress,
        [isExtended ? 'bgp_asn_extended' : 'bgp_asn']: String(asn),
        tags: tags(),
      }),
    ],
    outputs: [
      output(
        ['customer gateway id'],
        `ID of the customer gateway ${gateway.name}.`,
        ref(gateway.id),
      ),
    ],
  }
}
