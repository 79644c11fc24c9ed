import { called } from './called'
import { capital } from './contract'
import type { NetworkView, TransitGatewayAttachment } from './network'
import type { Id, ResourceOf } from './resource'
import { attachmentTo, carries } from './transit-gateway/attached'
import { isOver } from './transit-gateway/new-attachment'
import { over } from './vpc-peering-connection'

type Gateway = ResourceOf<'transit-gateway'>
type Peering = ResourceOf<'vpc-peering-connection'>

/** What joins two VPCs privately. */
export type VpcLink = Peering | Gateway

/**
 * What joins these two VPCs, forwarding or not, as long as it is not over: a VPC peering connection,
 * else a transit gateway that both are attached to, by itself or by its peer.
 */
export function linkBetween(
  network: NetworkView,
  one: Id<'vpc'>,
  other: Id<'vpc'>,
): VpcLink | undefined {
  return peeringBetween(network, one, other) ?? transitGatewaysBetween(network, one, other)[0]
}

function peeringBetween(
  network: NetworkView,
  one: Id<'vpc'>,
  other: Id<'vpc'>,
): Peering | undefined {
  return network
    .peeringsOf(one)
    .find(
      (it) =>
        [it.requesterVpcId, it.accepterVpcId].includes(other) &&
        !over.includes(network.peeringStatusOf(it.id)),
    )
}

/**
 * The transit gateways between two VPCs: the one that both are attached to, or two that are peered,
 * the first VPC's first. Empty where there are none.
 */
export function transitGatewaysBetween(
  network: NetworkView,
  one: Id<'vpc'>,
  other: Id<'vpc'>,
): readonly Gateway[] {
  const far = gatewaysOf(network, other)
  const near = gatewaysOf(network, one)
  const shared = near.find((it) => far.includes(it))
  if (shared) return [shared]
  for (const it of near)
    for (const attachment of network.attachmentsOf(it.id)) {
      const peerId = !isOver(attachment.state) && peerOf(attachment, it.id)
      const peer = peerId && far.find(({ id }) => id === peerId)
      if (peer) return [it, peer]
    }
  return []
}

function gatewaysOf(network: NetworkView, vpcId: Id<'vpc'>): readonly Gateway[] {
  return network
    .vpcAttachmentsOf(vpcId)
    .filter((it) => !isOver(it.state))
    .flatMap((it) => network.design.get(it.transitGatewayId) ?? [])
}

/** The transit gateway on the other end; null for an attachment of anything else. */
function peerOf(
  it: TransitGatewayAttachment,
  id: Id<'transit-gateway'>,
): Id<'transit-gateway'> | null {
  if (it.kind !== 'transit-gateway-peering-attachment') return null
  return it.requesterTransitGatewayId === id
    ? it.accepterTransitGatewayId
    : it.requesterTransitGatewayId
}

/** A sentence on what joins two VPCs, for a packet that did not find the way between them. */
export function tellLink(network: NetworkView, one: Id<'vpc'>, other: Id<'vpc'>): string {
  const link = linkBetween(network, one, other)
  if (!link) return 'No private link joins the two VPCs.'
  if (link.kind === 'transit-gateway') return tellTransitGateway(network, link, one, other)
  const status = network.peeringStatusOf(link.id)
  return status === 'active'
    ? `${called(link)} joins the two VPCs, but no route sends the packet there.`
    : `${called(link)}, which would join the two VPCs, is ${status}, and no route names it.`
}

function tellTransitGateway(
  network: NetworkView,
  gateway: Gateway,
  one: Id<'vpc'>,
  other: Id<'vpc'>,
): string {
  const waiting = [one, other]
    .map((vpcId) => attachmentTo(network, vpcId, gateway.id))
    .find((it) => it && !carries(it))
  return waiting
    ? `${capital(called(gateway))} would join the two VPCs, but ${called(waiting)} is ${waiting.state}, and no route names it.`
    : `${capital(called(gateway))} joins the two VPCs, but no route sends the packet there: attaching a VPC adds none.`
}
