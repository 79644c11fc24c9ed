import {
  blocksIn,
  cidrOf,
  flag,
  idOf,
  known,
  part,
  text,
  texts,
  type Describe,
  type Raw,
} from '../describe'

/**
 * A cluster by what its control plane has in the VPC. How its pods leave their nodes is set inside the
 * cluster: only code that makes it tells that, no answer does. (LB-15)
 * @source https://docs.aws.amazon.com/eks/latest/APIReference/API_VpcConfigResponse.html
 */
export const describe: Describe<'eks-cluster'> = ({ dump, assume }) =>
  dump.all('EksClusters').flatMap(({ it, id }) => {
    const network = part(it, 'resourcesVpcConfig')
    const vpcId = text(network, 'vpcId')
    if (!id || !vpcId || text(it, 'status') === 'DELETING') return []
    // its interfaces, where they are described, stand for themselves with the addresses they have
    const about = `Amazon EKS ${text(it, 'name')}`
    if (dump.all('NetworkInterfaces').some((face) => text(face.it, 'Description') === about))
      return []
    const groups = [...texts(network, 'securityGroupIds'), text(network, 'clusterSecurityGroupId')]
    const cni = part(it, 'vpcCni')
    if (Object.keys(cni).length === 0)
      assume(id, 'Its pods leave their nodes as the VPC CNI plugin has it by default.')
    return [
      {
        ...known('eks-cluster', it, id, text(it, 'name')),
        vpcId: idOf('vpc', vpcId),
        subnetIds: texts(network, 'subnetIds').map((each) => idOf('subnet', each)),
        securityGroupIds: idsOf(groups),
        serviceIpv4Cidr: cidrOf(text(part(it, 'kubernetesNetworkConfig'), 'serviceIpv4Cidr')),
        ...cniOf(cni),
      },
    ]
  })

const idsOf = (groups: readonly (string | null)[]) =>
  [...new Set(groups)].flatMap((each) => (each === null ? [] : [idOf('security-group', each)]))

/**
 * How the VPC CNI plugin is configured: whose addresses pods keep, and where they get them. (LB-14, LB-15)
 * @source https://docs.aws.amazon.com/eks/latest/userguide/cni-custom-network-tutorial.html
 */
function cniOf(cni: Raw): Readonly<Record<string, unknown>> {
  const env = part(cni, 'env')
  const isSet = (key: string) => text(env, key)?.toLowerCase() === 'true' || flag(env, key)
  const made = part(cni, 'eniConfig')
  const zones = part(made, 'subnets')
  const isCustom = isSet('AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG')
  const excluded = text(env, 'AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS')?.split(',') ?? []
  return {
    externalSnat: isSet('AWS_VPC_K8S_CNI_EXTERNALSNAT'),
    excludeSnatCidrs: blocksIn(
      excluded.map((each) => each.trim()),
      'IPv4',
    ),
    eniConfigs: Object.fromEntries(
      (isCustom ? Object.keys(zones) : []).flatMap((zone) => {
        const config = part(zones, zone)
        const subnetId = text(config, 'id')
        const securityGroupIds = idsOf(texts(config, 'securityGroups'))
        return subnetId ? [[zone, { subnetId: idOf('subnet', subnetId), securityGroupIds }]] : []
      }),
    ),
    ...(isCustom &&
      Object.keys(zones).length === 0 && { undescribed: 'the ENIConfigs of its zones' }),
  }
}
