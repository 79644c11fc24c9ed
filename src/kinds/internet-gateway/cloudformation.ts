import { ref } from '../../iac/value'
import type { Emit } from '../emit'

/** The part of an internet gateway that everything behind it has to wait for. */
export const attachmentPart = 'attachment'

export const cloudformation: Emit<'internet-gateway'> = (gateway, { block, tags }) => ({
  blocks: [
    block('AWS::EC2::InternetGateway', { Tags: tags() }),
    ...(gateway.attachmentState === 'attached'
      ? [
          block(
            'AWS::EC2::VPCGatewayAttachment',
            { VpcId: ref(gateway.vpcId), InternetGatewayId: ref(gateway.id) },
            { part: attachmentPart },
          ),
        ]
      : []),
  ],
  outputs: [],
})
