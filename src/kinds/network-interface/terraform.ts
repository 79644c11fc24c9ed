import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { attachedGateway } from '../internet-gateway/attached'
import { addressPart, chosenAddresses, groupsOf, reportInterface } from './plan'

export const terraform: Emit<'network-interface'> = (it, context) => {
  const { design, block, output, tags } = context
  reportInterface(it, context)
  const addresses = chosenAddresses(it)
  const gateway = attachedGateway(design.get(it.subnetId)?.vpcId, design)
  return {
    blocks: [
      block('aws_network_interface', {
        subnet_id: ref(it.subnetId),
        private_ips: addresses.length > 0 ? addresses : undefined,
        source_dest_check: it.sourceDestCheck ? undefined : false,
        security_groups: groupsOf(it, context, 'default_security_group_id'),
        tags: tags(),
      }),
      ...(it.publicAddress === 'elastic-ip'
        ? [
            block(
              'aws_eip',
              { domain: 'vpc', network_interface: ref(it.id), tags: tags() },
              { part: addressPart, dependsOn: gateway ? [ref(gateway.id)] : [] },
            ),
          ]
        : []),
    ],
    outputs: [output(['network interface id'], `Network interface ${it.name}.`, ref(it.id))],
  }
}
