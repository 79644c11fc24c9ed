import type { Design } from '../contract'
import type { EmitContext } from '../emit'
import { hasWrittenIpv6 } from '../ipv6-block'
import type { ResourceOf } from '../resource'
import { principalsOf, reportSharing } from '../sharing'

type Subnet = ResourceOf<'subnet'>

/** The accounts a subnet is shared with. */
export const participantsIn = (subnet: Subnet, design: Design) =>
  principalsOf(subnet.sharedWith, design.get(subnet.vpcId)?.ownerId)

/** Says which attributes of a subnet do not come as drawn. */
export function reportSubnet(subnet: Subnet, context: EmitContext): void {
  const { design, gap } = context
  if (subnet.ipv6CidrBlock && !hasWrittenIpv6(subnet, design))
    gap(
      `The IPv6 block ${subnet.ipv6CidrBlock} of ${subnet.name} is not exported: it does not lie in the block that AWS provides to its VPC.`,
      `Once the VPC has the block around it, run: aws ec2 associate-subnet-cidr-block --subnet-id <id> --ipv6-cidr-block ${subnet.ipv6CidrBlock}`,
    )
  if (subnet.availabilityZoneId)
    gap(
      `${subnet.name} lies in ${subnet.availabilityZone}; that this is ${subnet.availabilityZoneId} in its account is for AWS to say.`,
      `To check, run: aws ec2 describe-availability-zones --zone-names ${subnet.availabilityZone}`,
    )
  reportSharing(subnet, { principals: participantsIn(subnet, design) }, context)
}

/** An IPv6-only subnet gives out addresses of its block in any case. */
export const assignsIpv6 = ({ cidrBlock, assignIpv6AddressOnCreation }: ResourceOf<'subnet'>) =>
  cidrBlock === null || assignIpv6AddressOnCreation
