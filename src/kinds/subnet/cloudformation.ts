import { ref } from '../../iac/value'
import { secondaryAround, secondaryPart } from '../address-block'
import type { Emit } from '../emit'
import { isWrittenToCloudFormation } from '../route-table/plan'
import { reportSubnet } from './plan'

export const cloudformation: Emit<'subnet'> = (subnet, context) => {
  const { design, block, output, tags } = context
  reportSubnet(subnet, context)
  const vpc = design.get(subnet.vpcId)
  const secondary = vpc && subnet.cidrBlock && secondaryAround(vpc, subnet.cidrBlock)
  const table = design.routeTableOf(subnet.id)
  return {
    blocks: [
      block(
        'AWS::EC2::Subnet',
        {
          VpcId: ref(subnet.vpcId),
          CidrBlock: subnet.cidrBlock ?? undefined,
          AvailabilityZone: subnet.availabilityZone,
          MapPublicIpOnLaunch: subnet.mapPublicIpOnLaunch,
          Tags: tags(),
        },
        { dependsOn: secondary ? [ref(subnet.vpcId, 'id', secondaryPart(secondary))] : [] },
      ),
      // the main table has no ID in a template: one with routes of its own is associated like any other
      ...(table && isWrittenToCloudFormation(table)
        ? [
            block(
              'AWS::EC2::SubnetRouteTableAssociation',
              { SubnetId: ref(subnet.id), RouteTableId: ref(table.id) },
              { part: 'association' },
            ),
          ]
        : []),
    ],
    outputs: [output(['subnet id'], `Subnet ID of ${subnet.name}.`, ref(subnet.id))],
  }
}
