import type { Packet } from '../forward'
import type { ResourceOf } from '../resource'

/** The zone in which AWS does not offer references over a transit gateway. (TGW-16) */
const withoutReferencing = 'use1-az3'

/**
 * The packet as the far VPC's security groups will see it: they can tell its sender by its group
 * where the transit gateway and the attachment on either side support that. (TGW-16, CL-10)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export function withoutGroup(
  packet: Packet,
  gateway: ResourceOf<'transit-gateway'> | undefined,
  attachment: ResourceOf<'transit-gateway-vpc-attachment'>,
  door: ResourceOf<'subnet'>,
): Packet {
  if (!packet.senderKnown) return packet
  const off = !gateway?.securityGroupReferencingSupport
    ? attachment.transitGatewayId
    : !attachment.securityGroupReferencingSupport || door.availabilityZoneId === withoutReferencing
      ? attachment.id
      : null
  return off ? { ...packet, senderKnown: false, unreferencedBy: off } : packet
}
