import type { ResourceOf } from '../../kinds/resource'
import { acceptPeering } from '../../model/edits/accept-peering'
import { allBlocksOf } from '../../model/peering'
import { firstOverlap } from '../../net/cidr'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { repair } from './repair'
import { called } from '../../kinds/called'

/** Accepts a request that waits; null where there is none, or where AWS would refuse it. */
export function acceptPeeringRepair(
  { design, document }: Network,
  peering: ResourceOf<'vpc-peering-connection'>,
): Repair | null {
  const [requester, accepter] = [
    design.get(peering.requesterVpcId),
    design.get(peering.accepterVpcId),
  ]
  if (!requester || !accepter) return null
  if (firstOverlap(allBlocksOf(requester), allBlocksOf(accepter))) return null
  return repair({
    id: `accept-peering:${peering.id}`,
    label: 'Accept the peering connection',
    preview: `Makes ${peering.name} active, as the owner of ${called(accepter)} does by accepting it.`,
    document,
    run: (draft) => {
      acceptPeering(draft, peering.id)
    },
  })
}
