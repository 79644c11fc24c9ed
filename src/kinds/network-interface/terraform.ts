import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { gatewayOfFace, terraformFace } from './face'
import { addressPart, plannedInterface } from './plan'

export const terraform: Emit<'network-interface'> = (it, context) => {
  const { block, output, tags } = context
  const face = plannedInterface(it, context, 'terraform')
  return {
    blocks: [
      block(
        'aws_network_interface',
        { ...terraformFace(face), tags: tags() },
        { dependsOn: face.waits },
      ),
      ...(face.hasElasticIp
        ? [
            block(
              'aws_eip',
              { domain: 'vpc', network_interface: ref(it.id), tags: tags() },
              { part: addressPart, dependsOn: gatewayOfFace(face, context, 'terraform') },
            ),
          ]
        : []),
    ],
    outputs: [output(['network interface id'], `Network interface ${it.name}.`, ref(it.id))],
  }
}
