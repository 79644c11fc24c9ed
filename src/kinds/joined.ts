import { called } from './called'
import type { NetworkView } from './network'
import type { Id, ResourceOf } from './resource'
import { over } from './vpc-peering-connection'

/** The peering connection that joins these two VPCs, active or not, as long as it is not over. */
export function linkBetween(
  network: NetworkView,
  one: Id<'vpc'>,
  other: Id<'vpc'>,
): ResourceOf<'vpc-peering-connection'> | undefined {
  return network
    .peeringsOf(one)
    .find(
      (it) =>
        [it.requesterVpcId, it.accepterVpcId].includes(other) &&
        !over.includes(network.peeringStatusOf(it.id)),
    )
}

/** A sentence on what joins two VPCs, for a packet that did not find the way between them. */
export function tellLink(network: NetworkView, one: Id<'vpc'>, other: Id<'vpc'>): string {
  const link = linkBetween(network, one, other)
  if (!link) return 'No private link joins the two VPCs.'
  const status = network.peeringStatusOf(link.id)
  return status === 'active'
    ? `${called(link)} joins the two VPCs, but no route sends the packet there.`
    : `${called(link)}, which would join the two VPCs, is ${status}, and no route names it.`
}
