import { ref } from '../../iac/value'
import type { Emit } from '../emit'

export const terraform: Emit<'internet-gateway'> = (gateway, { block, tags }) => ({
  blocks: [
    block('aws_internet_gateway', {
      vpc_id: gateway.attachmentState === 'attached' ? ref(gateway.vpcId) : undefined,
      tags: tags(),
    }),
  ],
  outputs: [],
})
