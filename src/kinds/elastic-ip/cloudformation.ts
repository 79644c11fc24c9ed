import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { attachmentPart } from '../internet-gateway/cloudformation'
import { associatedInterface, gatewayFor } from './plan'

export const cloudformation: Emit<'elastic-ip'> = (it, context) => {
  const { block, output, tags } = context
  const face = associatedInterface(it, context)
  const gateway = gatewayFor(it, context.design)
  return {
    blocks: [
      block(
        'AWS::EC2::EIP',
        { Domain: 'vpc', Tags: tags() },
        { dependsOn: gateway ? [ref(gateway.id, 'id', attachmentPart)] : [] },
      ),
      ...(face
        ? [
            block(
              'AWS::EC2::EIPAssociation',
              {
                AllocationId: ref(it.id, 'AllocationId'),
                NetworkInterfaceId: face,
                PrivateIpAddress: it.privateIpAddress ?? undefined,
              },
              { part: 'association' },
            ),
          ]
        : []),
    ],
    outputs: [output(['public ip'], `Elastic IP address ${it.name}.`, ref(it.id, 'PublicIp'))],
  }
}
