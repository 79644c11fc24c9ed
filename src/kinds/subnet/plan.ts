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
  reportZone(subnet, context)
  reportSharing(subnet, { principals: participantsIn(subnet, design) }, context)
}

/** Once for each account and zone: which zone a name means is the same for all subnets of an account. */
function reportZone(subnet: Subnet, { design, gap }: EmitContext): void {
  const { availabilityZone, availabilityZoneId } = subnet
  const vpc = design.get(subnet.vpcId)
  if (!availabilityZoneId || !vpc) return
  const first = design
    .all('subnet')
    .find(
      (it) =>
        it.availabilityZone === availabilityZone &&
        it.availabilityZoneId === availabilityZoneId &&
        design.get(it.vpcId)?.ownerId === vpc.ownerId,
    )
  if (first?.id !== subnet.id) return
  gap(
    `${availabilityZone} of account ${vpc.ownerId} is ${availabilityZoneId} in the design; the code names the zone, and which one a name means is for AWS to say in each account.`,
    `To check, with credentials of that account, run: aws ec2 describe-availability-zones --region ${vpc.region} --zone-names ${availabilityZone}`,
  )
}

/** An IPv6-only subnet gives out addresses of its block in any case. */
export const assignsIpv6 = ({ cidrBlock, assignIpv6AddressOnCreation }: ResourceOf<'subnet'>) =>
  cidrBlock === null || assignIpv6AddressOnCreation
