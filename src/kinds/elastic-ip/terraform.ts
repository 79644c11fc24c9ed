import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { associatedInterface, gatewayFor } from './plan'

export const terraform: Emit<'elastic-ip'> = (it, context) => {
  const { block, output, tags } = context
  const face = associatedInterface(it, context)
  const gateway = gatewayFor(it, context.design)
  return {
    blocks: [
      block(
        'aws_eip',
        {
          domain: 'vpc',
          network_interface: face ?? undefined,
          associate_with_private_ip: face ? (it.privateIpAddress ?? undefined) : undefined,
          tags: tags(),
        },
        { dependsOn: gateway ? [ref(gateway.id)] : [] },
      ),
    ],
    outputs: [output(['public ip'], `Elastic IP address ${it.name}.`, ref(it.id, 'public_ip'))],
  }
}
