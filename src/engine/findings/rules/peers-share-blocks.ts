import { called } from '../../../kinds/called'
import type { Id, ResourceOf } from '../../../kinds/resource'
import { allBlocksOf, otherEnd } from '../../../model/peering'
import { firstOverlap, type Cidr } from '../../../net/cidr'
import type { Network } from '../../network'
import { defineRule } from '../define-rule'

type Vpc = ResourceOf<'vpc'>

/** The VPCs that this one is peered with over active connections, by the connection. */
function peersOf(network: Network, vpcId: Id<'vpc'>): readonly Vpc[] {
  return network
    .peeringsOf(vpcId)
    .filter((it) => network.peeringStatusOf(it.id) === 'active')
    .flatMap((it) => {
      const other = otherEnd(it, vpcId)
      return (other && network.design.get(other)) ?? []
    })
}

/**
 * A hub answers by its own route tables, whichever peer asked: two peers with the same addresses
 * get each other's replies, unless a route for each subnet or host tells them apart.
 */
export const peersShareBlocks = defineRule<{
  hub: string
  one: string
  other: string
  block: Cidr
}>({
  id: 'L14',
  name: 'peers-share-blocks',
  severity: 'warn',
  rules: ['PEER-12', 'PEER-13'],
  source:
    'https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-partial-access.html',
  *check(network) {
    for (const hub of network.design.all('vpc')) {
      const peers = peersOf(network, hub.id)
      for (const [index, one] of peers.entries())
        for (const other of peers.slice(index + 1)) {
          const shared = firstOverlap(allBlocksOf(one), allBlocksOf(other))
          if (!shared) continue
          yield {
            resources: [hub.id, one.id, other.id],
            evidence: [
              { type: 'field', resourceId: one.id, field: 'cidrBlock' },
              { type: 'field', resourceId: other.id, field: 'cidrBlock' },
            ],
            facts: { hub: called(hub), one: called(one), other: called(other), block: shared[0] },
          }
        }
    }
  },
  say: ({ hub, one, other, block }) =>
    `${hub} is peered with ${one} and ${other}, which share addresses of ${block}: ${hub} answers by its own route tables, so replies may go to the wrong one. Give each subnet or host a route of its own.`,
})
