import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { associationRefusal, groupsOf, reportAssociation, waitsFor } from './plan'

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-vpclattice-servicenetworkvpcassociation.html */
export const cloudformation: Emit<'service-network-vpc-association'> = (it, context) => {
  const { design, block, strictTags } = context
  reportAssociation(it, context)
  if (associationRefusal(it, design)) return { blocks: [], outputs: [] }
  return {
    blocks: [
      block(
        'AWS::VpcLattice::ServiceNetworkVpcAssociation',
        {
          VpcIdentifier: ref(it.vpcId),
          ServiceNetworkIdentifier: ref(it.serviceNetworkId),
          SecurityGroupIds: groupsOf(it, design),
          Tags: strictTags(),
        },
        { dependsOn: waitsFor(it, design, 'cloudformation') },
      ),
    ],
    outputs: [],
  }
}
