import { ref } from '../../iac/value'
import { reportAmazonSideAsn } from '../amazon-side-asn'
import type { Emit } from '../emit'

/** Naming the VPC here attaches it, so that whatever refers to the gateway waits for that. */
export const terraform: Emit<'vpn-gateway'> = (gateway, context) => {
  const { block, output, tags } = context
  reportAmazonSideAsn(gateway, context)
  return {
    blocks: [
      block('aws_vpn_gateway', {
        vpc_id: gateway.attachmentState === 'attached' ? ref(gateway.vpcId) : undefined,
        amazon_side_asn: String(gateway.amazonSideAsn),
        tags: tags(),
      }),
    ],
    outputs: [
      output(
        ['virtual private gateway id'],
        `ID of the virtual private gateway ${gateway.name}.`,
        ref(gateway.id),
      ),
    ],
  }
}
