import type { ResourceOf } from '../../../kinds/resource'
import { allBlocksOf, isOver } from '../../../model/peering'
import { firstOverlap, type Cidr } from '../../../net/cidr'
import { joinOverlappingRepair } from '../../repairs/join-overlapping'
import { collidingBlocks, renumberRepair } from '../../repairs/renumber'
import { called } from '../../../kinds/called'
import { fieldOfBlock } from '../block-field'
import { defineRule } from '../define-rule'

type Vpc = ResourceOf<'vpc'>

/** AWS refuses to peer VPCs that share an address, even in blocks that nobody would use. */
export const peeredVpcsOverlap = defineRule<{
  peering: ResourceOf<'vpc-peering-connection'>
  requester: Vpc
  accepter: Vpc
  collision: readonly [Cidr, Cidr]
}>({
  id: 'L05',
  name: 'peered-vpcs-overlap',
  severity: 'error',
  rules: ['PEER-4'],
  source: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
  *check(network) {
    const { design } = network
    for (const peering of design.all('vpc-peering-connection')) {
      // a refused link is kept so that a review can show why; other ends are of no interest
      if (isOver(peering) && peering.status !== 'failed') continue
      const requester = design.get(peering.requesterVpcId)
      const accepter = design.get(peering.accepterVpcId)
      if (!requester || !accepter || requester.id === accepter.id) continue
      const collision = firstOverlap(allBlocksOf(requester), allBlocksOf(accepter))
      if (!collision) continue
      yield {
        resources: [peering.id, requester.id, accepter.id],
        evidence: [evidenceOf(requester, collision[0]), evidenceOf(accepter, collision[1])],
        facts: { peering, requester, accepter, collision },
        repairs: [
          renumberRepair(network, accepter.id, collidingBlocks(accepter, requester), peering),
          renumberRepair(network, requester.id, collidingBlocks(requester, accepter), peering),
          joinOverlappingRepair(network, requester, accepter, peering),
        ],
      }
    }
  },
  say: ({ peering, requester, accepter, collision: [one, other] }) =>
    `AWS refuses ${called(peering)}: ${one} of ${called(requester)} and ${other} of ${called(accepter)} overlap. Any block counts, a secondary one too. Re-address one of the VPCs, or join them without peering.`,
})

function evidenceOf(vpc: Vpc, block: Cidr) {
  return { type: 'field', resourceId: vpc.id, field: fieldOfBlock(vpc, block) } as const
}
