import { ref } from '../../iac/value'
import { secondaryAround, secondaryPart } from '../address-block'
import { loadBalancerTags } from '../eks-cluster/load-balancer-tags'
import type { Emit } from '../emit'
import { isWrittenToCloudFormation } from '../route-table/plan'
import { ipv6BlockOf, ipv6Part } from '../ipv6-block'
import { cloudformationSharing, templateArn } from '../sharing'
import { exclusionPart, subnetExclusion } from '../vpc/block-public-access'
import { assignsIpv6, participantsIn, reportSubnet } from './plan'

export const cloudformation: Emit<'subnet'> = (subnet, context) => {
  const { design, block, output, tags } = context
  reportSubnet(subnet, context)
  const exclusion = subnetExclusion(subnet, design)
  const vpc = design.get(subnet.vpcId)
  const secondary = vpc && subnet.cidrBlock && secondaryAround(vpc, subnet.cidrBlock)
  const ipv6 = ipv6BlockOf(subnet, design, ref(subnet.vpcId, 'Ipv6CidrBlocks'))
  const table = design.routeTableOf(subnet.id)
  return {
    blocks: [
      block(
        'AWS::EC2::Subnet',
        {
          VpcId: ref(subnet.vpcId),
          CidrBlock: subnet.cidrBlock ?? undefined,
          AvailabilityZone: subnet.availabilityZone,
          Ipv6CidrBlock: ipv6,
          Ipv6Native: subnet.cidrBlock ? undefined : true,
          MapPublicIpOnLaunch: subnet.cidrBlock ? subnet.mapPublicIpOnLaunch : undefined,
          AssignIpv6AddressOnCreation: assignsIpv6(subnet) || undefined,
          EnableDns64: subnet.enableDns64 || undefined,
          Tags: tags(loadBalancerTags(subnet, design)),
        },
        {
          dependsOn: [
            ...(secondary ? [ref(subnet.vpcId, 'id', secondaryPart(secondary))] : []),
            ...(ipv6 ? [ref(subnet.vpcId, 'id', ipv6Part)] : []),
          ],
        },
      ),
      // the main table has no ID in a template: one with routes of its own is associated like any other
      ...(table && isWrittenToCloudFormation(table, design)
        ? [
            block(
              'AWS::EC2::SubnetRouteTableAssociation',
              { SubnetId: ref(subnet.id), RouteTableId: ref(table.id) },
              { part: 'association' },
            ),
          ]
        : []),
      ...(exclusion
        ? [
            block(
              'AWS::EC2::VPCBlockPublicAccessExclusion',
              {
                SubnetId: ref(subnet.id),
                InternetGatewayExclusionMode: exclusion,
                Tags: tags(),
              },
              { part: exclusionPart },
            ),
          ]
        : []),
      ...cloudformationSharing(
        subnet,
        {
          principals: participantsIn(subnet, design),
          arn: templateArn('subnet', ref(subnet.id)),
        },
        context,
      ),
    ],
    outputs: [output(['subnet id'], `Subnet ID of ${subnet.name}.`, ref(subnet.id))],
  }
}
