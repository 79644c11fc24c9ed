import type { Design } from '../contract'
import { keysOf } from '../without'
import type { ResourceOf } from '../resource'
import { clusterOfNodes } from '../workload/node-group'

/**
 * The tag by which the controller of a cluster finds the subnets for its load balancers: public
 * ones for those that face the internet, private ones for internal ones.
 * @source https://docs.aws.amazon.com/eks/latest/userguide/network-load-balancing.html
 */
export function loadBalancerTags(
  subnet: ResourceOf<'subnet'>,
  design: Design,
): Readonly<Record<string, string>> {
  const clusters = design.all('eks-cluster').filter((it) => it.vpcId === subnet.vpcId)
  if (clusters.length === 0) return {}
  if (design.isPublicSubnet(subnet.id)) return { 'kubernetes.io/role/elb': '1' }
  const isUsed =
    clusters.some((it) => it.subnetIds.includes(subnet.id)) ||
    design
      .all('workload')
      .some(
        (it) =>
          it.workloadType === 'eks-node-group' &&
          clusterOfNodes(it, design) !== undefined &&
          keysOf(it.interfaces).includes(subnet.id),
      )
  return isUsed ? { 'kubernetes.io/role/internal-elb': '1' } : {}
}
