import type { Design } from '../contract'
import { freeName } from '../names'
import type { Id, ResourceOf } from '../resource'
import { onePerZone, preferring, subnetsOf } from '../zones'

/** A cluster in two zones of this VPC, in private subnets where there are. (LB-13) */
export function newCluster(
  id: Id<'eks-cluster'>,
  vpc: ResourceOf<'vpc'>,
  securityGroupIds: readonly Id<'security-group'>[],
  design: Design,
): ResourceOf<'eks-cluster'> {
  const subnets = subnetsOf(vpc, design).filter((it) => it.cidrBlock !== null)
  const ordered = preferring(subnets, (it) => !design.isPublicSubnet(it.id))
  return {
    id,
    kind: 'eks-cluster',
    name: freeName('eks-cluster', design.all('eks-cluster')),
    tags: {},
    vpcId: vpc.id,
    subnetIds: onePerZone(ordered)
      .slice(0, 2)
      .map((it) => it.id),
    securityGroupIds: [...securityGroupIds],
    serviceIpv4Cidr: null,
    externalSnat: false,
    excludeSnatCidrs: [],
    eniConfigs: {},
  }
}
