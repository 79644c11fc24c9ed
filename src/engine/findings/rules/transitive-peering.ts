import type { Design } from '../../../kinds/contract'
import type { Id, ResourceOf } from '../../../kinds/resource'
import { allBlocksOf, isOver, otherEnd, subnetBlocksOf } from '../../../model/peering'
import { overlaps, type Cidr } from '../../../net/cidr'
import { familyOf } from '../../../net/ip'
import type { Network } from '../../network'
import { anyHostIn } from '../../repairs/hosts'
import { peerVpcsRepair } from '../../repairs/join-vpcs'
import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'
import { peeringRoutes, type PeeringRoute } from '../peering-routes'

type Vpc = ResourceOf<'vpc'>

/** A route that expects a peer to pass packets on to a VPC the peer is peered with. */
export const transitivePeering = defineRule<PeeringRoute & { beyond: Vpc }>({
  id: 'L12',
  name: 'transitive-peering',
  severity: 'error',
  rules: ['PEER-7'],
  source: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
  *check(network) {
    const { design } = network
    for (const route of peeringRoutes(design)) {
      const beyond = vpcBeyond(design, route)
      if (!beyond) continue
      const { peering, table, destination } = route
      yield {
        resources: [table.id, peering.id, beyond.id],
        evidence: [{ type: 'route', routeTableId: table.id, destination, target: peering.id }],
        facts: { ...route, beyond },
        repairs: [peerDirectly(network, table, destination, beyond)],
      }
    }
  },
  say: ({ table, destination, peering, peer, beyond }) =>
    `${called(table)} sends ${destination} to ${called(peering)}, but those addresses are ${called(beyond)}'s and that connection ends in ${called(peer)}. Peering is not transitive: join the two VPCs directly, or all three by a transit gateway.`,
})

/**
 * The third VPC that a route to a peer aims at: one the peer is peered with, and none of the
 * destination is the peer's own.
 */
export function vpcBeyond(
  design: Design,
  { table, peer, destination, peering }: PeeringRoute,
): Vpc | null {
  if (allBlocksOf(peer).some((block) => overlaps(block, destination))) return null
  for (const onward of design.all('vpc-peering-connection')) {
    if (onward.id === peering.id || isOver(onward)) continue
    const id: Id<'vpc'> | null = otherEnd(onward, peer.id)
    const beyond = id && id !== table.vpcId ? design.get(id) : undefined
    if (beyond && allBlocksOf(beyond).some((block) => overlaps(block, destination))) return beyond
  }
  return null
}

function peerDirectly(
  network: Network,
  table: ResourceOf<'route-table'>,
  destination: Cidr,
  beyond: Vpc,
) {
  const { design } = network
  const subnets = design.all('subnet')
  const from = subnets.filter((it) => design.routeTableOf(it.id)?.id === table.id)
  const to = subnets.filter(
    (it) =>
      it.vpcId === beyond.id && subnetBlocksOf(it).some((block) => overlaps(block, destination)),
  )
  const family = familyOf(destination)
  const hosts = (them: typeof from) => them.flatMap((it) => anyHostIn(it, family) ?? [])
  return peerVpcsRepair(network, { from: hosts(from), to: hosts(to) })
}
