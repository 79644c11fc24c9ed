import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { attachedGateway } from '../internet-gateway/attached'
import { attachmentPart } from '../internet-gateway/cloudformation'
import { addressPart, isNatGatewayWritten } from './plan'

export const cloudformation: Emit<'nat-gateway'> = (nat, context) => {
  const { design, block, output, tags } = context
  const { subnetId } = nat
  if (!isNatGatewayWritten(nat, context) || !subnetId) return { blocks: [], outputs: [] }
  const isPublic = nat.connectivityType === 'public'
  const gateway = isPublic ? attachedGateway(design.get(subnetId)?.vpcId, design) : undefined
  const dependsOn = gateway ? [ref(gateway.id, 'id', attachmentPart)] : []
  return {
    blocks: [
      ...(isPublic
        ? [
            block(
              'AWS::EC2::EIP',
              { Domain: 'vpc', Tags: tags() },
              { part: addressPart, dependsOn },
            ),
          ]
        : []),
      block(
        'AWS::EC2::NatGateway',
        {
          ConnectivityType: nat.connectivityType,
          SubnetId: ref(subnetId),
          AllocationId: isPublic ? ref(nat.id, 'AllocationId', addressPart) : undefined,
          PrivateIpAddress: nat.privateIp ?? undefined,
          Tags: tags(),
        },
        { dependsOn },
      ),
    ],
    outputs: isPublic
      ? [
          output(
            ['public ip'],
            `Elastic IP address of the NAT gateway ${nat.name}.`,
            ref(nat.id, 'PublicIp', addressPart),
          ),
        ]
      : [],
  }
}
