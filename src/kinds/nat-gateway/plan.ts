import type { EmitContext } from '../emit'
import { attachedGateway } from '../internet-gateway/attached'
import type { ResourceOf } from '../resource'

/** The part of a NAT gateway that is its Elastic IP address. */
export const addressPart = 'address'

/** Is there anything to create? Says what the code cannot carry over. */
export function isNatGatewayWritten(
  nat: ResourceOf<'nat-gateway'>,
  { design, gap }: EmitContext,
): boolean {
  if (!nat.subnetId) {
    gap(
      `The regional NAT gateway ${nat.name} is not exported yet.`,
      'Write it by hand beside the exported code.',
    )
    return false
  }
  if (nat.state === 'deleting' || nat.state === 'deleted') {
    gap(
      `The NAT gateway ${nat.name} is ${nat.state} and is left out.`,
      'Remove it from the design, or set its state to available.',
    )
    return false
  }
  if (nat.state !== 'available')
    gap(
      `The NAT gateway ${nat.name} is ${nat.state} in the design; the code makes one that becomes available.`,
      'Nothing to do, unless the design is to show a fault.',
    )
  if (nat.publicIp && nat.connectivityType === 'public')
    gap(
      `The Elastic IP address ${nat.publicIp} of ${nat.name} is not exported: AWS assigns an address when it allocates one.`,
      'Use the address that AWS assigns, or give the allocation ID of an address you own.',
    )
  if (nat.secondaryAddresses.length > 0)
    gap(
      `The secondary addresses of ${nat.name} are not exported yet.`,
      'Add them by hand to the exported NAT gateway.',
    )
  if (
    nat.connectivityType === 'public' &&
    !attachedGateway(design.get(nat.subnetId)?.vpcId, design)
  )
    gap(
      `AWS refuses the public NAT gateway ${nat.name}: its VPC has no internet gateway attached.`,
      'Attach an internet gateway to the VPC.',
    )
  return true
}
