import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { associationRefusal, groupsOf, isForeign, reportAssociation, waitsFor } from './plan'

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpclattice_service_network_vpc_association */
export const terraform: Emit<'service-network-vpc-association'> = (it, context) => {
  const { design, block, strictTags } = context
  reportAssociation(it, context)
  if (associationRefusal(it, design)) return { blocks: [], outputs: [] }
  return {
    blocks: [
      block(
        'aws_vpclattice_service_network_vpc_association',
        {
          vpc_identifier: ref(it.vpcId),
          // what another account shares is known by its ARN
          service_network_identifier: ref(
            it.serviceNetworkId,
            isForeign(it, design) ? 'arn' : 'id',
          ),
          security_group_ids: groupsOf(it, design),
          tags: strictTags(),
        },
        { dependsOn: waitsFor(it, design, 'terraform') },
      ),
    ],
    outputs: [],
  }
}
