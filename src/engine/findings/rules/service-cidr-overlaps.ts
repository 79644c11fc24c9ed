import { called } from '../../../kinds/called'
import type { Id, ResourceOf } from '../../../kinds/resource'
import { overlaps, type Cidr } from '../../../net/cidr'
import type { Network } from '../../network'
import { defineRule } from '../define-rule'

/** The VPCs that a cluster's pods may want to reach: its own and those it is peered with. */
function connected(network: Network, vpcId: Id<'vpc'>): readonly ResourceOf<'vpc'>[] {
  const peers = network
    .peeringsOf(vpcId)
    .filter((it) => network.peeringStatusOf(it.id) === 'active')
    .flatMap((it) => [it.requesterVpcId, it.accepterVpcId])
  return [...new Set([vpcId, ...peers])].flatMap((id) => network.design.get(id) ?? [])
}

/** Inside a cluster its service CIDR hides whatever else has those addresses. (LB-17) */
export const serviceCidrOverlaps = defineRule<{
  cluster: string
  services: Cidr
  vpc: string
  block: Cidr
}>({
  id: 'L08',
  name: 'service-cidr-overlaps',
  severity: 'warn',
  rules: ['LB-17'],
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html',
  *check(network) {
    for (const cluster of network.design.all('eks-cluster')) {
      const services = cluster.serviceIpv4Cidr
      if (!services) continue
      for (const vpc of connected(network, cluster.vpcId)) {
        const block = network.blocksOf(vpc.id).find((it) => overlaps(it, services))
        if (!block) continue
        yield {
          resources: [cluster.id, vpc.id],
          evidence: [{ type: 'field', resourceId: cluster.id, field: 'serviceIpv4Cidr' }],
          facts: { cluster: called(cluster), services, vpc: called(vpc), block },
        }
      }
    }
  },
  say: ({ cluster, services, vpc, block }) =>
    `The service CIDR ${services} of ${cluster} overlaps ${block} of ${vpc}: pods cannot reach hosts there. Choose a service CIDR that no connected network uses.`,
})
