import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { cloudformationFace, gatewayOfFace } from './face'
import { addressPart, plannedInterface } from './plan'

export const cloudformation: Emit<'network-interface'> = (it, context) => {
  const { block, output, tags } = context
  const face = plannedInterface(it, context, 'cloudformation')
  return {
    blocks: [
      block(
        'AWS::EC2::NetworkInterface',
        { ...cloudformationFace(face), Tags: tags() },
        { dependsOn: face.waits },
      ),
      ...(face.hasElasticIp
        ? [
            block(
              'AWS::EC2::EIP',
              { Domain: 'vpc', Tags: tags() },
              { part: addressPart, dependsOn: gatewayOfFace(face, context, 'cloudformation') },
            ),
            block(
              'AWS::EC2::EIPAssociation',
              {
                AllocationId: ref(it.id, 'AllocationId', addressPart),
                NetworkInterfaceId: ref(it.id),
              },
              { part: 'address association' },
            ),
          ]
        : []),
    ],
    outputs: [output(['network interface id'], `Network interface ${it.name}.`, ref(it.id))],
  }
}
