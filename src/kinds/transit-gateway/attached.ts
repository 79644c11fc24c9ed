import type { Design } from '../contract'
import type { NetworkView, TransitGatewayAttachment } from '../network'
import type { Id, ResourceOf } from '../resource'
import { isOver } from './new-attachment'

type VpcAttachment = ResourceOf<'transit-gateway-vpc-attachment'>
type Subnet = ResourceOf<'subnet'>

/** Does an attachment in this state forward packets? (TGW-18) */
export function carries({ state }: Pick<TransitGatewayAttachment, 'state'>): boolean {
  return ['available', 'modifying', 'associated', 'updating'].includes(state)
}

/** The attachment of a VPC to a transit gateway, one that is not over first. */
export function attachmentTo(
  network: Pick<NetworkView, 'vpcAttachmentsOf'>,
  vpcId: Id<'vpc'>,
  transitGatewayId: Id<'transit-gateway'>,
): VpcAttachment | undefined {
  const all = network
    .vpcAttachmentsOf(vpcId)
    .filter((it) => it.transitGatewayId === transitGatewayId)
  return all.find((it) => !isOver(it.state)) ?? all[0]
}

/** The subnets an attachment has its interfaces in, ordered by zone. (TGW-2) */
export function subnetsOfAttachment(it: VpcAttachment, design: Design): readonly Subnet[] {
  return it.subnetIds
    .flatMap((id) => design.get(id) ?? [])
    .filter((subnet) => subnet.vpcId === it.vpcId)
    .toSorted((a, b) => (a.availabilityZone < b.availabilityZone ? -1 : 1))
}
