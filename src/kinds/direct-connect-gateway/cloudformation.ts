import { ref } from '../../iac/value'
import { reportAmazonSideAsn } from '../amazon-side-asn'
import type { Emit } from '../emit'
import { directConnectName } from './name'

/** What a template knows the ID of a Direct Connect gateway by: a plain reference is its ARN. */
export const idAttribute = 'DirectConnectGatewayId'

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-directconnect-directconnectgateway.html */
export const cloudformation: Emit<'direct-connect-gateway'> = (gateway, context) => {
  const { block, output, strictTags } = context
  reportAmazonSideAsn(gateway, context)
  return {
    blocks: [
      block('AWS::DirectConnect::DirectConnectGateway', {
        DirectConnectGatewayName: directConnectName(gateway, 'Direct Connect gateway', context),
        AmazonSideAsn: String(gateway.amazonSideAsn),
        Tags: strictTags(),
      }),
    ],
    outputs: [
      output(
        ['direct connect gateway id'],
        `ID of the Direct Connect gateway ${gateway.name}.`,
        ref(gateway.id, idAttribute),
      ),
    ],
  }
}
