import { asIfCarried } from '../as-if-carried'
import type { Packet, Step } from '../forward'
import type { NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import type { Zone } from '../availability-zone'
import { attachmentTo } from './attached'

/**
 * Where a packet that a transit gateway drops would have gone on: out by the attachment of the VPC
 * it is meant for. Lets a walk name what else stands in the way. (WALK-15)
 */
export function carryOn(
  packet: Packet,
  network: NetworkView,
  gateway: ResourceOf<'transit-gateway'>,
  zone: Zone | null,
): Pick<Step, 'packet' | 'next'> {
  const { face } = packet.goal
  const meant = face?.addresses.some(({ ip }) => ip === packet.header.destination)
  const attachment = face && meant ? attachmentTo(network, face.vpcId, gateway.id) : undefined
  return attachment
    ? {
        packet,
        next: { to: attachment.id, door: 'outgoing', transitGatewayId: gateway.id, zone },
      }
    : asIfCarried(packet, network)
}
