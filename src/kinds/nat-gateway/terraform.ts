import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { attachedGateway } from '../internet-gateway/attached'
import { addressPart, isNatGatewayWritten } from './plan'

export const terraform: Emit<'nat-gateway'> = (nat, context) => {
  const { design, block, output, tags } = context
  const { subnetId } = nat
  if (!isNatGatewayWritten(nat, context) || !subnetId) return { blocks: [], outputs: [] }
  const isPublic = nat.connectivityType === 'public'
  const gateway = isPublic ? attachedGateway(design.get(subnetId)?.vpcId, design) : undefined
  const dependsOn = gateway ? [ref(gateway.id)] : []
  return {
    blocks: [
      ...(isPublic
        ? [block('aws_eip', { domain: 'vpc', tags: tags() }, { part: addressPart, dependsOn })]
        : []),
      block(
        'aws_nat_gateway',
        {
          connectivity_type: nat.connectivityType,
          subnet_id: ref(subnetId),
          allocation_id: isPublic ? ref(nat.id, 'id', addressPart) : undefined,
          private_ip: nat.privateIp ?? undefined,
          tags: tags(),
        },
        { dependsOn },
      ),
    ],
    outputs: isPublic
      ? [
          output(
            ['public ip'],
            `Elastic IP address of the NAT gateway ${nat.name}.`,
            ref(nat.id, 'public_ip', addressPart),
          ),
        ]
      : [],
  }
}
