import { parts, text, type Raw } from '../../../kinds/describe'
import { clusterGroupOf } from '../../cloudformation/attributes'
import { picked } from '../../cloudformation/item'
import { loginGroupOf } from '../../cloudformation/types/clusters'
import type { Words, Written } from '../written'
import { only } from './workloads'
import { launchTemplateIn } from './workloads-launched'

const one = (type: string, properties: Raw): readonly Written[] => [
  { type: `AWS::EKS::${type}`, properties },
]

const cluster: Words = (it) =>
  one('Cluster', {
    ...picked(it, 'Name', 'Tags'),
    ResourcesVpcConfig: picked(only(it, 'VpcConfig'), 'SubnetIds', 'SecurityGroupIds'),
    KubernetesNetworkConfig: picked(only(it, 'KubernetesNetworkConfig'), 'ServiceIpv4Cidr'),
  })

const nodeGroup: Words = (it) => {
  const template = launchTemplateIn(only(it, 'LaunchTemplate'))
  const login = only(it, 'RemoteAccess')
  return one('Nodegroup', {
    ...picked(it, 'ClusterName', 'Tags'),
    NodegroupName: text(it, 'NodeGroupName'),
    Subnets: it['SubnetIds'],
    ...(parts(it, 'LaunchTemplate').length > 0 && {
      LaunchTemplate: { Id: template['LaunchTemplateId'], Name: template['LaunchTemplateName'] },
    }),
    // without a key nobody logs in
    ...(text(login, 'Ec2SshKey') !== null && {
      RemoteAccess: { SourceSecurityGroups: login['SourceSecurityGroupIds'] },
    }),
  })
}

/** Types whose meaning is that of a type of CloudFormation. */
export const clusterWords: Readonly<Record<string, Words>> = {
  aws_eks_addon: (it) =>
    one('Addon', picked(it, 'AddonName', 'ClusterName', 'ConfigurationValues')),
  aws_eks_cluster: cluster,
  aws_eks_node_group: nodeGroup,
}

/** What EKS made, by the ID that it has in a state, and what stands for it. */
export function madeByEks(
  type: string,
  values: Raw,
  id: string,
  address: string,
): readonly [string, string] | null {
  const [key, made] =
    type === 'aws_eks_cluster'
      ? [text(only(values, 'vpc_config'), 'cluster_security_group_id'), clusterGroupOf(id)]
      : type === 'aws_eks_node_group'
        ? [
            text(only(values, 'resources'), 'remote_access_security_group_id'),
            loginGroupOf(address),
          ]
        : [null, '']
  return key === null ? null : [key, made]
}

/** The attributes that say something of the network; versions, roles and sizes do not. */
export const clusterTells: Readonly<Record<string, readonly string[]>> = {
  aws_eks_addon: ['addon_name', 'cluster_name', 'configuration_values'],
  aws_eks_cluster: ['kubernetes_network_config', 'vpc_config'],
  aws_eks_node_group: ['cluster_name', 'launch_template', 'remote_access', 'subnet_ids'],
}
