import { ref } from '../../iac/value'
import type { Emit } from '../emit'

export const cloudformation: Emit<'egress-only-internet-gateway'> = (gateway, { block, tags }) => ({
  blocks: [
    block('AWS::EC2::EgressOnlyInternetGateway', { VpcId: ref(gateway.vpcId), Tags: tags() }),
  ],
  outputs: [],
})
