import { ref } from '../../iac/value'
import { reportAmazonSideAsn } from '../amazon-side-asn'
import type { Emit } from '../emit'
import { attachmentPart } from '../internet-gateway/cloudformation'

export const cloudformation: Emit<'vpn-gateway'> = (gateway, context) => {
  const { block, output, tags } = context
  reportAmazonSideAsn(gateway, context)
  return {
    blocks: [
      block('AWS::EC2::VPNGateway', {
        Type: 'ipsec.1',
        AmazonSideAsn: gateway.amazonSideAsn,
        Tags: tags(),
      }),
      ...(gateway.attachmentState === 'attached'
        ? [
            block(
              'AWS::EC2::VPCGatewayAttachment',
              { VpcId: ref(gateway.vpcId), VpnGatewayId: ref(gateway.id) },
              { part: attachmentPart },
            ),
          ]
        : []),
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
