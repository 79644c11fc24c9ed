import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { attachedGateway } from '../internet-gateway/attached'
import { attachmentPart } from '../internet-gateway/cloudformation'
import { addressPart, isNatGatewayWritten } from './plan'

export const cloudformation: Emit<'nat-gateway'> = (nat, context) => {
  const { design, block, output, tags } = context
  const { subnetId } = nat
  if (!isNatGatewayWritten(nat, context) || !subnetId) return { blocks: [], outputs: [] }
  const gateway = attachedGateway(design.get(subnetId)?.vpcId, design)
  const dependsOn = gateway ? [ref(gateway.id, 'id', attachmentPart)] : []
  return {
    blocks: [
      block('AWS::EC2::EIP', { Domain: 'vpc', Tags: tags() }, { part: addressPart, dependsOn }),
      block(
        'AWS::EC2::NatGateway',
        {
          ConnectivityType: nat.connectivityType,
          SubnetId: ref(subnetId),
          AllocationId: ref(nat.id, 'AllocationId', addressPart),
          PrivateIpAddress: nat.privateIp ?? undefined,
          Tags: tags(),
        },
        { dependsOn },
      ),
    ],
    outputs: [
      output(
        ['public ip'],
        `Elastic IP address of the NAT gateway ${nat.name}.`,
        ref(nat.id, 'PublicIp', addressPart),
      ),
    ],
  }
}
