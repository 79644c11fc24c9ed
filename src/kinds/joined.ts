import type { NetworkView } from './network'
import type { Id } from './resource'
import { over } from './vpc-peering-connection'

/** Does a peering connection that is not over join these two VPCs, whether or not it is active? */
export function areJoined(network: NetworkView, one: Id<'vpc'>, other: Id<'vpc'>): boolean {
  return network
    .peeringsOf(one)
    .some(
      (it) =>
        [it.requesterVpcId, it.accepterVpcId].includes(other) &&
        !over.includes(network.peeringStatusOf(it.id)),
    )
}
