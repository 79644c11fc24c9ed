import { ref } from '../../iac/value'
import { secondaryAround, secondaryPart } from '../address-block'
import { loadBalancerTags } from '../eks-cluster/load-balancer-tags'
import type { Emit } from '../emit'
import { ipv6BlockOf } from '../ipv6-block'
import { terraformSharing } from '../sharing'
import { exclusionPart, subnetExclusion } from '../vpc/block-public-access'
import { assignsIpv6, participantsIn, reportSubnet } from './plan'

export const terraform: Emit<'subnet'> = (subnet, context) => {
  const { design, block, tags } = context
  reportSubnet(subnet, context)
  const exclusion = subnetExclusion(subnet, design)
  const vpc = design.get(subnet.vpcId)
  const secondary = vpc && subnet.cidrBlock && secondaryAround(vpc, subnet.cidrBlock)
  return {
    blocks: [
      block('aws_subnet', {
        // through the association, so that the subnet waits for the block it lies in
        vpc_id: secondary
          ? ref(subnet.vpcId, 'vpc_id', secondaryPart(secondary))
          : ref(subnet.vpcId),
        cidr_block: subnet.cidrBlock ?? undefined,
        availability_zone: subnet.availabilityZone,
        ipv6_cidr_block: ipv6BlockOf(subnet, design, ref(subnet.vpcId, 'ipv6_cidr_block')),
        ipv6_native: subnet.cidrBlock ? undefined : true,
        map_public_ip_on_launch: subnet.cidrBlock ? subnet.mapPublicIpOnLaunch : undefined,
        assign_ipv6_address_on_creation: assignsIpv6(subnet) || undefined,
        enable_dns64: subnet.enableDns64 || undefined,
        tags: tags(loadBalancerTags(subnet, design)),
      }),
      ...(subnet.routeTableId
        ? [
            block(
              'aws_route_table_association',
              { subnet_id: ref(subnet.id), route_table_id: ref(subnet.routeTableId) },
              { part: 'association' },
            ),
          ]
        : []),
      ...(exclusion
        ? [
            block(
              'aws_vpc_block_public_access_exclusion',
              {
                subnet_id: ref(subnet.id),
                internet_gateway_exclusion_mode: exclusion,
                tags: tags(),
              },
              { part: exclusionPart },
            ),
          ]
        : []),
      ...terraformSharing(
        subnet,
        { principals: participantsIn(subnet, design), arn: ref(subnet.id, 'arn') },
        context,
      ),
    ],
    outputs: [],
  }
}
