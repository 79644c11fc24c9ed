import { nested, ref, type Variable } from '../../iac/value'
import type { Design } from '../contract'
import { placeOf, subnetIdsOf, type Emission, type EmitContext } from '../emit'
import { isClusterWritten, versionOf } from '../eks-cluster/plan'
import type { ResourceOf } from '../resource'
import { serviceName } from '../service-name'
import { cloudformationRole, terraformRole, type ServiceRole } from '../service-role'
import type { PlannedNetwork } from './plan'

type Workload = ResourceOf<'workload'>

const templatePart = 'launch template'
const groupPart = 'node group'

/** A node group of a cluster, made with the cluster. */
export interface PlannedNodes {
  readonly name: string
  readonly cluster: ResourceOf<'eks-cluster'>
  readonly version: Variable
  readonly network: PlannedNetwork
  readonly role: ServiceRole
  /** Do its nodes carry groups of their own, rather than that of the cluster? */
  readonly hasGroups: boolean
}

/** The cluster that nodes belong to: the one whose pods they run, else the only one of their VPC. */
export function clusterOfNodes(
  workload: Workload,
  design: Design,
): ResourceOf<'eks-cluster'> | undefined {
  const pods = design.all('eks-pods').find((it) => it.nodeGroupId === workload.id)
  if (pods) return design.get(pods.eksClusterId)
  const [subnetId] = subnetIdsOf(workload)
  const vpcId = subnetId && design.get(subnetId)?.vpcId
  const [cluster, ...others] = design.all('eks-cluster').filter((it) => it.vpcId === vpcId)
  return others.length > 0 ? undefined : cluster
}

/** Nodes lie in subnets of one VPC, that of their cluster; null where they have none. */
export function plannedNodes(
  workload: Workload,
  networks: readonly PlannedNetwork[],
  context: EmitContext,
): PlannedNodes | null {
  const { design } = context
  const [network, ...others] = networks
  const cluster = clusterOfNodes(workload, design)
  if (!network || others.length > 0 || !cluster || cluster.vpcId !== network.vpc.id) return null
  if (!isClusterWritten(cluster, design)) return null
  const groups = design.all('workload').filter((it) => it.workloadType === 'eks-node-group')
  const version = versionOf(cluster, context)
  return {
    name: serviceName(workload, groups, { what: 'node group name', longest: 63 }, context),
    cluster,
    version,
    network,
    hasGroups: workload.securityGroupIds.length > 0,
    role: {
      part: 'role',
      words: [],
      service: 'ec2.amazonaws.com',
      policies: [
        'AmazonEKSWorkerNodePolicy',
        'AmazonEKS_CNI_Policy',
        'AmazonEC2ContainerRegistryPullOnly',
      ],
      onlyIf: version,
      place: placeOf(workload, design) ?? network.vpc,
    },
  }
}

export function terraformNodes(
  { name, cluster, version, network, role, hasGroups }: PlannedNodes,
  workload: Workload,
  context: EmitContext,
): Emission['blocks'] {
  const { block, tags, strictTags } = context
  const written = terraformRole(workload, role, context)
  const size = network.subnets.length
  return [
    ...written.blocks,
    ...(hasGroups
      ? [
          block(
            'aws_launch_template',
            { vpc_security_group_ids: network.groups, tags: tags() },
            { part: templatePart, onlyIf: version, dependsOn: network.waits },
          ),
        ]
      : []),
    block(
      'aws_eks_node_group',
      {
        cluster_name: ref(cluster.id, 'name'),
        node_group_name: name,
        node_role_arn: written.arn,
        subnet_ids: network.subnets.map(({ id }) => ref(id)),
        scaling_config: nested({ desired_size: size, min_size: size, max_size: size }),
        launch_template: hasGroups
          ? nested({
              id: ref(workload.id, 'id', templatePart),
              version: ref(workload.id, 'latest_version', templatePart),
            })
          : undefined,
        tags: strictTags(),
      },
      {
        part: groupPart,
        onlyIf: version,
        dependsOn: written.waits,
        comment: [`To fill in: instance types and numbers of the nodes of ${workload.name}.`],
      },
    ),
  ]
}

export function cloudformationNodes(
  { name, cluster, version, network, role, hasGroups }: PlannedNodes,
  workload: Workload,
  context: EmitContext,
): Emission['blocks'] {
  const { block } = context
  const written = cloudformationRole(workload, role, context)
  const size = network.subnets.length
  return [
    ...written.blocks,
    ...(hasGroups
      ? [
          block(
            'AWS::EC2::LaunchTemplate',
            { LaunchTemplateData: nested({ SecurityGroupIds: network.groups }) },
            { part: templatePart, onlyIf: version, dependsOn: network.waits },
          ),
        ]
      : []),
    block(
      'AWS::EKS::Nodegroup',
      {
        ClusterName: ref(cluster.id),
        NodegroupName: name,
        NodeRole: written.arn,
        Subnets: network.subnets.map(({ id }) => ref(id)),
        ScalingConfig: nested({ DesiredSize: size, MinSize: size, MaxSize: size }),
        LaunchTemplate: hasGroups
          ? nested({
              Id: ref(workload.id, 'id', templatePart),
              Version: ref(workload.id, 'LatestVersionNumber', templatePart),
            })
          : undefined,
      },
      { part: groupPart, onlyIf: version, dependsOn: written.waits },
    ),
  ]
}
