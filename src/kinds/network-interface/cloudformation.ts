import { nested, ref } from '../../iac/value'
import type { Emit } from '../emit'
import { attachedGateway } from '../internet-gateway/attached'
import { attachmentPart } from '../internet-gateway/cloudformation'
import { addressPart, chosenAddresses, groupsOf, reportInterface } from './plan'

export const cloudformation: Emit<'network-interface'> = (it, context) => {
  const { design, block, output, tags } = context
  reportInterface(it, context)
  const addresses = chosenAddresses(it)
  const gateway = attachedGateway(design.get(it.subnetId)?.vpcId, design)
  return {
    blocks: [
      block('AWS::EC2::NetworkInterface', {
        SubnetId: ref(it.subnetId),
        PrivateIpAddress: addresses.length === 1 ? addresses[0] : undefined,
        PrivateIpAddresses:
          addresses.length > 1
            ? addresses.map((address, index) =>
                nested({ PrivateIpAddress: address, Primary: index === 0 }),
              )
            : undefined,
        SourceDestCheck: it.sourceDestCheck ? undefined : false,
        GroupSet: groupsOf(it, context, 'DefaultSecurityGroup'),
        Tags: tags(),
      }),
      ...(it.publicAddress === 'elastic-ip'
        ? [
            block(
              'AWS::EC2::EIP',
              { Domain: 'vpc', Tags: tags() },
              {
                part: addressPart,
                dependsOn: gateway ? [ref(gateway.id, 'id', attachmentPart)] : [],
              },
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
