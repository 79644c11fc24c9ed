import { firstOverlap } from '../../net/cidr'
import type { Family } from '../../net/ip'
import { allBlocksOf, peeringBetween } from '../../model/peering'
import type { Question, Repair } from '../answer'
import type { Network } from '../network'
import { acceptPeeringRepair } from './accept-peering'
import { transitGatewaysBetween } from '../../kinds/joined'
import { joinByTransitGateway } from './join-by-transit-gateway'
import { addRoutesRepair, peerVpcsRepair } from './join-vpcs'
import { hostsAt, type Party } from './party'
import { collidingBlocks, renumberRepair } from './renumber'

/** What lacks between the VPCs of two parties: addresses, a connection, its acceptance, routes. */
export function joinParties(
  network: Network,
  { source, destination }: Question,
  from: Party,
  to: Party,
  family: Family,
): readonly (Repair | null)[] {
  const { design } = network
  const [one, other] = [from, to].map(({ vpcId }) => (vpcId ? design.get(vpcId) : undefined))
  if (!one || !other || one.id === other.id) return []
  if (firstOverlap(allBlocksOf(one), allBlocksOf(other))) {
    // a question that names an address would ask for another host once the VPC has moved
    if (source.type === 'address' || destination.type === 'address') return []
    const refused =
      network
        .peeringsOf(one.id)
        .find((it) => [it.requesterVpcId, it.accepterVpcId].includes(other.id)) ?? null
    return [
      renumberRepair(network, other.id, collidingBlocks(other, one), refused),
      renumberRepair(network, one.id, collidingBlocks(one, other), refused),
    ]
  }
  const ends = { from: hostsAt(network, from, family), to: hostsAt(network, to, family) }
  const peering = peeringBetween(design, one.id, other.id)
  if (!peering) {
    const [gateway, ...peers] = transitGatewaysBetween(network, one.id, other.id)
    if (!gateway) return [peerVpcsRepair(network, ends)]
    // over two of them static routes lack, and where those lead is a plan of its own (L33)
    return peers.length === 0 ? joinByTransitGateway(network, gateway, ends) : []
  }
  if (peering.status !== 'active' && peering.status !== 'pending-acceptance') return []
  return [acceptPeeringRepair(network, peering), addRoutesRepair(network, peering, ends)]
}
