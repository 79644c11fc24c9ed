import { kindOf } from '../../base/id'
import type { NetworkInterface, ResolvedRouteTable } from '../../kinds/network'
import type { Id, Kind, Resource, ResourceOf } from '../../kinds/resource'
import { carries } from '../../kinds/transit-gateway/attached'
import type { Network } from '../network'
import { groupBy } from '../../base/group-by'

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

/**
 * The transit gateway that two VPCs are both attached to, and what of it does not support security
 * group references; `off` is null where they may name each other's groups. (TGW-16)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export function sharedTransitGateway(
  network: Network,
  one: Id<'vpc'>,
  other: Id<'vpc'>,
): { readonly gateway: ResourceOf<'transit-gateway'>; readonly off: Resource | null } | null {
  const standing = (vpcId: Id<'vpc'>) => network.vpcAttachmentsOf(vpcId).filter((it) => carries(it))
  for (const near of standing(one)) {
    const far = standing(other).find((it) => it.transitGatewayId === near.transitGatewayId)
    const gateway = network.design.get(near.transitGatewayId)
    if (!far || !gateway) continue
    const off = [gateway, near, far].find((it) => !it.securityGroupReferencingSupport)
    return { gateway, off: off ?? null }
  }
  return null
}
