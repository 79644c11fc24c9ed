import type { Design } from '../contract'
import type { ResourceOf } from '../resource'
import { associationRefusal } from '../service-network-vpc-association/plan'
import { principalsOf } from '../sharing'

/** The accounts whose VPCs are associated with a service network of another one. */
export function guestsOf(
  network: ResourceOf<'service-network'>,
  design: Design,
): readonly string[] {
  const owners = design
    .all('service-network-vpc-association')
    .filter((it) => it.serviceNetworkId === network.id && associationRefusal(it, design) === null)
    .flatMap(({ vpcId }) => design.get(vpcId)?.ownerId ?? [])
  return principalsOf(owners, network.ownerId)
}
