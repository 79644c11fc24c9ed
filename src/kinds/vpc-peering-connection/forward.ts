import { holds } from '../../net/cidr'
import { asIfCarried } from '../as-if-carried'
import { called } from '../called'
import type { Code } from '../codes'
import {
  allow,
  drop,
  field,
  type Decider,
  type Decision,
  type Forwarding,
  type Packet,
} from '../forward'
import { linkBetween } from '../joined'
import type { NetworkView } from '../network'
import type { Id, ResourceOf } from '../resource'

/**
 * Does a peering connection carry this packet? Only from an address of the sender's VPC to one of
 * the receiver's; then it goes straight to the interface, past the receiver's route tables.
 * Whatever lies beyond the peer cannot be used. (PEER-7, PEER-8, PEER-10, PEER-11, CL-2)
 * @source https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
 */
export const forward: Forwarding<'vpc-peering-connection'> = {
  through: (peering, { vpcId }, packet, network) => {
    const { header } = packet
    const peerId = peering.requesterVpcId === vpcId ? peering.accepterVpcId : peering.requesterVpcId
    const [here, peer] = [network.design.get(vpcId), network.design.get(peerId)]
    const by: Decider = {
      component: peering.id,
      term: 'VPC peering connection',
      name: peering.name,
      at: peering.id,
    }
    if (!here || !peer)
      return {
        decisions: [
          drop(
            by,
            'UNSUPPORTED_COMPONENT',
            {
              text: `${called(peering)} ends in a VPC that is not in the design.`,
              because: field(peering.id, here ? 'accepterVpcId' : 'requesterVpcId'),
            },
            header,
          ),
        ],
        packet,
        next: null,
      }
    const drops: Decision[] = []
    const collision = network.peeringCollision(peering.id)
    if (collision)
      drops.push(
        drop(
          by,
          'CIDR_OVERLAP',
          {
            text: `AWS refuses ${called(peering)}: ${collision[0]} and ${collision[1]} overlap.`,
            because: field(peering.id, 'status'),
          },
          header,
        ),
      )
    if (!network.blocksOf(vpcId).some((block) => holds(block, header.source)))
      drops.push(
        drop(
          by,
          'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
          {
            text: `${header.source} is no address of ${called(here)}, and a peering connection carries nothing else.`,
            because: field(vpcId, 'cidrBlock'),
          },
          header,
        ),
      )
    const ends = network.blocksOf(peerId).some((block) => holds(block, header.destination))
    if (!ends) {
      drops.push(beyond(by, peering, here, peer, packet, network))
      return { decisions: drops, ...asIfCarried(packet, network) }
    }
    const nat = packet.bindings.findLast((it) => it.after.source === header.source)
    const carried: Packet = {
      ...packet,
      senderKnown: packet.senderKnown && here.region === peer.region,
      enteredBy: null,
      returns:
        packet.direction === 'request' && nat?.returnsToSender
          ? [...packet.returns, { vpcId: peerId, over: peering.id, address: header.source }]
          : packet.returns,
    }
    const returning = packet.returns.some(
      (it) => it.over === peering.id && it.address === header.destination,
    )
    const text =
      packet.direction === 'reply' && returning
        ? `${called(peering)} takes the reply back to the NAT gateway that sent the request; no route is needed.`
        : `${called(peering)} carries it from ${called(here)} to ${called(peer)}.`
    return {
      decisions:
        drops.length > 0
          ? drops
          : [allow(by, 'passes', { text, because: field(peering.id, 'status') }, header)],
      packet: carried,
      next: { to: peerId, door: 'local', from: null },
    }
  },
}

const outsidePeer: Code = 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR'

function beyond(
  by: Decider,
  peering: ResourceOf<'vpc-peering-connection'>,
  here: ResourceOf<'vpc'>,
  peer: ResourceOf<'vpc'>,
  { header }: Packet,
  network: NetworkView,
): Decision {
  const isBeyond = ({ id }: { readonly id: Id<'vpc'> }) =>
    id !== here.id &&
    id !== peer.id &&
    linkBetween(network, peer.id, id) !== undefined &&
    network.blocksOf(id).some((block) => holds(block, header.destination))
  const third = network.design.all('vpc').find(isBeyond)
  const because = field(peering.id, 'accepterVpcId')
  const link = third && linkBetween(network, peer.id, third.id)
  const direct = third && linkBetween(network, here.id, third.id)
  return third
    ? drop(
        by,
        'PEERING_TRANSITIVE',
        {
          text: direct
            ? `${header.destination} lies in ${called(third)}, which ${called(direct)} joins directly; ${called(peer)} does not pass it on: peering is not transitive.`
            : `${header.destination} lies in ${called(third)}, which is ${link?.kind === 'transit-gateway' ? 'attached to a transit gateway with' : 'peered with'} ${called(peer)}, not with ${called(here)}: peering is not transitive.`,
          because,
          related: [outsidePeer, 'EDGE_TO_EDGE'],
        },
        header,
      )
    : drop(
        by,
        'EDGE_TO_EDGE',
        {
          text: `${header.destination} is no address of ${called(peer)}: the peer's gateways and NAT devices cannot be used over ${called(peering)}.`,
          because,
          related: [outsidePeer, 'PEERING_TRANSITIVE', 'NGW_REQUIRES_SOURCE_IN_VPC'],
        },
        header,
      )
}
