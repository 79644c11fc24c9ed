import { called } from '../../../kinds/called'
import type { Network } from '../../network'
import { defineRule } from '../define-rule'
import { freeAddresses } from '../free-addresses'

/** A cluster's control plane asks for two zones, and for addresses when it is updated. (LB-13) */
const needed = { atLeast: 6, better: 16 } as const

type Facts =
  | { readonly cluster: string; readonly zone: string | undefined }
  | { readonly cluster: string; readonly subnet: string; readonly free: number }

export const clusterSubnets = defineRule<Facts>({
  id: 'L44',
  name: 'cluster-subnets',
  severity: 'error',
  rules: ['LB-13'],
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html',
  *check(network: Network) {
    for (const cluster of network.design.all('eks-cluster')) {
      const subnets = [...new Set(cluster.subnetIds)].flatMap((id) => network.design.get(id) ?? [])
      const zones = new Set(subnets.map((subnet) => subnet.availabilityZone))
      const evidence = [{ type: 'field', resourceId: cluster.id, field: 'subnetIds' } as const]
      if (zones.size < 2)
        yield {
          resources: [cluster.id],
          evidence,
          facts: { cluster: called(cluster), zone: [...zones][0] },
        }
      for (const subnet of subnets) {
        const own = network.interfacesOf(cluster.id).filter((it) => it.subnetId === subnet.id)
        const free = freeAddresses(network, subnet) + own.length
        if (free >= needed.better) continue
        yield {
          resources: [cluster.id, subnet.id],
          evidence,
          facts: { cluster: called(cluster), subnet: called(subnet), free },
          severity: free < needed.atLeast ? 'error' : 'warn',
        }
      }
    }
  },
  say: (facts) => {
    if ('subnet' in facts)
      return `${facts.subnet} has ${facts.free} free addresses for ${facts.cluster}. Amazon EKS needs at least ${needed.atLeast} in each of its subnets, and recommends ${needed.better}. Choose a larger subnet.`
    const where = facts.zone ? `only in ${facts.zone}` : 'in no Availability Zone'
    return `${facts.cluster} has subnets ${where}. Amazon EKS asks for subnets in at least two Availability Zones. Add one.`
  },
})
