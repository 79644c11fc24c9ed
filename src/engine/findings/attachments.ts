import { kindOf } from '../../base/id'
import type { NetworkInterface, ResolvedRouteTable } from '../../kinds/network'
import type { Id, Kind, ResourceOf } from '../../kinds/resource'
import { carries } from '../../kinds/transit-gateway/attached'
import type { Network } from '../network'
import { groupBy } from '../resolve/group-by'

/** The VPC attachments that forward: those of which rules speak. */
export function standingAttachments(
  network: Network,
): readonly ResourceOf<'transit-gateway-vpc-attachment'>[] {
  return network.design
    .all('transit-gateway-vpc-attachment')
    .filter((it) => carries(it) && network.attachmentFault(it.id) === null)
}

/** The peering attachments that forward. */
export function standingPeerings(
  network: Network,
): readonly ResourceOf<'transit-gateway-peering-attachment'>[] {
  return network.design
    .all('transit-gateway-peering-attachment')
    .filter((it) => carries(it) && network.attachmentFault(it.id) === null)
}

/** Does this route table send anything to this transit gateway? */
export function leadsTo(
  table: ResolvedRouteTable | undefined,
  gatewayId: Id<'transit-gateway'>,
): boolean {
  return table?.routes.some(({ target }) => target === gatewayId) ?? false
}

/** The interfaces in each subnet. */
export function interfacesBySubnet(
  network: Network,
): ReadonlyMap<Id<'subnet'>, readonly NetworkInterface[]> {
  return groupBy(network.interfaces, (face) => face.subnetId)
}

const devices: readonly Kind[] = ['nat-gateway', 'load-balancer']

/** Does it belong to something that runs for its own sake, not to a device on the way? */
export const isOfWorkload = ({ ownerId }: NetworkInterface) => !devices.includes(kindOf(ownerId))
