import { ref } from '../../iac/value'
import { reportAmazonSideAsn } from '../amazon-side-asn'
import type { Emit } from '../emit'
import { directConnectName } from './name'

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dx_gateway */
export const terraform: Emit<'direct-connect-gateway'> = (gateway, context) => {
  const { block, output, strictTags } = context
  reportAmazonSideAsn(gateway, context)
  return {
    blocks: [
      block('aws_dx_gateway', {
        name: directConnectName(gateway, 'Direct Connect gateway', context),
        amazon_side_asn: String(gateway.amazonSideAsn),
        tags: strictTags(),
      }),
    ],
    outputs: [
      output(
        ['direct connect gateway id'],
        `ID of the Direct Connect gateway ${gateway.name}.`,
        ref(gateway.id),
      ),
    ],
  }
}
