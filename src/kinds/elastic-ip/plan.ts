import type { Reference } from '../../iac/value'
import type { Design } from '../contract'
import type { EmitContext } from '../emit'
import { attachedGateway } from '../internet-gateway/attached'
import type { ResourceOf } from '../resource'
import { targetInterface } from '../route-table/plan'
import { vpcIdOf } from '../vpc-of'
import { ownsInterfaces } from '../workload/plan'

/** An internet gateway that the address has to wait for: its VPC's, or any of its account and Region. */
export function gatewayFor(
  it: ResourceOf<'elastic-ip'>,
  design: Design,
): ResourceOf<'internet-gateway'> | undefined {
  const home = vpcIdOf(it, design)
  if (home) return attachedGateway(home, design)
  return design
    .all('vpc')
    .filter((vpc) => vpc.ownerId === it.ownerId && vpc.region === it.region)
    .map((vpc) => attachedGateway(vpc.id, design))
    .find((gateway) => gateway !== undefined)
}

/** The interface that an address is associated with, as it is written; null where it is with none. */
export function associatedInterface(
  it: ResourceOf<'elastic-ip'>,
  { design, gap }: EmitContext,
): Reference | null {
  if (it.publicIp)
    gap(
      `The address ${it.publicIp} of ${it.name} is not exported: AWS assigns an address when it allocates one.`,
      'Use the address that AWS assigns, or give the allocation ID of an address you own.',
    )
  const holder = it.associatedWith && design.get(it.associatedWith)
  if (!holder) return null
  if (holder.kind === 'workload' && ownsInterfaces(holder)) {
    gap(
      `The association of ${it.name} with ${holder.name} is not exported: the service makes its network interfaces itself.`,
      'Associate it with aws ec2 associate-address once the interface is there.',
    )
    return null
  }
  return targetInterface(holder)
}
