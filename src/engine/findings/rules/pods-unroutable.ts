import { called } from '../../../kinds/called'
import { contains, type Cidr } from '../../../net/cidr'
import { defineRule } from '../define-rule'

/** With external SNAT pods are seen with their own addresses, which the peer must know the way to. */
export const podsUnroutable = defineRule<{
  pods: string
  block: Cidr
  table: string
  peering: string
}>({
  id: 'L45',
  name: 'pods-unroutable',
  severity: 'warn',
  rules: ['LB-16'],
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/external-snat.html',
  *check(network) {
    const { design } = network
    for (const pods of design.all('eks-pods')) {
      const cluster = design.get(pods.eksClusterId)
      if (!cluster?.externalSnat) continue
      const blocks = network
        .interfacesOf(pods.id)
        .flatMap((face) => design.get(face.subnetId)?.cidrBlock ?? [])
      for (const peering of network.peeringsOf(cluster.vpcId)) {
        if (network.peeringStatusOf(peering.id) !== 'active') continue
        for (const table of network.tables) {
          // a table that sends nothing over this connection serves nobody who talks to the pods
          const there = table.routes.filter((route) => route.target === peering.id)
          if (table.vpcId === cluster.vpcId || there.length === 0 || !table.id) continue
          const lost = [...new Set(blocks)].find(
            (block) => !there.some((route) => contains(route.destination, block)),
          )
          if (!lost) continue
          yield {
            resources: [pods.id, table.vpcId],
            evidence: [{ type: 'missing', resourceId: table.id, field: 'routes' }],
            facts: {
              pods: pods.name,
              block: lost,
              table: table.name,
              peering: called(peering),
            },
          }
        }
      }
    }
  },
  say: ({ pods, block, table, peering }) =>
    `External SNAT is on, so ${pods} are seen with addresses of ${block}, but ${table} has no route to them over ${peering}: answers are lost. Add the route, or switch external SNAT off.`,
})
