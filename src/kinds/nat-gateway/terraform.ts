import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { attachedGateway } from '../internet-gateway/attached'
import { addressPart, isNatGatewayWritten } from './plan'

export const terraform: Emit<'nat-gateway'> = (nat, context) => {
  const { design, block, output, tags } = context
  const { subnetId } = nat
  if (!isNatGatewayWritten(nat, context) || !subnetId) return { blocks: [], outputs: [] }
  const gateway = attachedGateway(design.get(subnetId)?.vpcId, design)
  const dependsOn = gateway ? [ref(gateway.id)] : []
  return {
    blocks: [
      block('aws_eip', { domain: 'vpc', tags: tags() }, { part: addressPart, dependsOn }),
      block(
        'aws_nat_gateway',
        {
          connectivity_type: nat.connectivityType,
          subnet_id: ref(subnetId),
          allocation_id: ref(nat.id, 'id', addressPart),
          private_ip: nat.privateIp ?? undefined,
          tags: tags(),
        },
        { dependsOn },
      ),
    ],
    outputs: [
      output(
        ['public ip'],
        `Elastic IP address of the NAT gateway ${nat.name}.`,
        ref(nat.id, 'public_ip', addressPart),
      ),
    ],
  }
}
