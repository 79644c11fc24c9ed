import { called } from '../called'
import { capital } from '../contract'
import { allow, ends, field, type Forwarding } from '../forward'
import { brokenAt, deciderAt } from '../transit-gateway/attachment-hop'

/**
 * From one transit gateway to its peer, which looks the packet up anew. Zones and security groups
 * mean nothing on the other side. (TGW-14, TGW-16)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html
 */
export const forward: Forwarding<'transit-gateway-peering-attachment'> = {
  outgoing: (it, { transitGatewayId }, packet, network) => {
    const { header } = packet
    const broken = brokenAt(it, packet, network)
    if (broken?.code === 'UNSUPPORTED_COMPONENT') return ends(broken, packet)
    const peerId =
      it.requesterTransitGatewayId === transitGatewayId
        ? it.accepterTransitGatewayId
        : it.requesterTransitGatewayId
    const peer = network.design.get(peerId)
    const text = `${capital(called(it))} carries it to ${peer ? called(peer) : peerId}.`
    const carried = allow(deciderAt(it), 'passes', { text, because: field(it.id, 'state') }, header)
    return {
      decisions: [broken ?? carried],
      packet: { ...packet, senderKnown: false },
      next: { to: peerId, door: 'incoming', attachmentId: it.id, zone: null },
    }
  },
}
