import type { Design } from '../../kinds/contract'
import type { NetworkView } from '../../kinds/network'
import type { Id } from '../../kinds/resource'
import { firstOverlap, type Cidr } from '../../net/cidr'

type Peerings = Pick<NetworkView, 'peeringStatusOf' | 'peeringCollision' | 'peeringsOf'>

/**
 * What becomes of each VPC peering connection? AWS refuses one whose VPCs overlap in any block,
 * unused secondary ones included, whatever the document says. (PEER-4)
 * @source https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
 */
export function resolvePeerings(
  design: Design,
  blocksOf: (vpcId: Id<'vpc'>) => readonly Cidr[],
): Peerings {
  const all = design.all('vpc-peering-connection')
  const collisions = new Map(
    all.map((it) => [it.id, firstOverlap(blocksOf(it.requesterVpcId), blocksOf(it.accepterVpcId))]),
  )
  const peeringsByVpc = new Map<Id<'vpc'>, (typeof all)[number][]>()
  for (const it of all)
    for (const vpcId of new Set([it.requesterVpcId, it.accepterVpcId])) {
      const list = peeringsByVpc.get(vpcId)
      if (list) list.push(it)
      else peeringsByVpc.set(vpcId, [it])
    }
  return {
    peeringCollision: (id) => collisions.get(id) ?? null,
    peeringStatusOf: (id) => {
      const peering = design.get(id)
      if (!peering) return 'deleted'
      const ends = [peering.requesterVpcId, peering.accepterVpcId]
      const broken = collisions.get(id) || ends.some((end) => !design.get(end))
      return broken ? 'failed' : peering.status
    },
    peeringsOf: (vpcId) => peeringsByVpc.get(vpcId) ?? [],
  }
}
