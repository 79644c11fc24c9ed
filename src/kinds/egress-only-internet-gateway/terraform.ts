import { ref } from '../../iac/value'
import type { Emit } from '../emit'

export const terraform: Emit<'egress-only-internet-gateway'> = (gateway, { block, tags }) => ({
  blocks: [block('aws_egress_only_internet_gateway', { vpc_id: ref(gateway.vpcId), tags: tags() })],
  outputs: [],
})
