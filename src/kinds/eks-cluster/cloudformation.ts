import { nested, ref } from '../../iac/value'
import type { Emit } from '../emit'
import { cloudformationRole } from '../service-role'
import { addonPart, plannedCluster, reportCluster } from './plan'

export const cloudformation: Emit<'eks-cluster'> = (cluster, context) => {
  const { block, strictTags } = context
  reportCluster(cluster, context)
  const plan = plannedCluster(cluster, context, 'cloudformation')
  if (!plan) return { blocks: [], outputs: [] }
  const { version } = plan
  const role = cloudformationRole(cluster, plan.role, context)
  return {
    blocks: [
      ...role.blocks,
      block(
        'AWS::EKS::Cluster',
        {
          Name: plan.name,
          Version: version,
          RoleArn: role.arn,
          ResourcesVpcConfig: nested({
            SubnetIds: plan.subnets.map(({ id }) => ref(id)),
            SecurityGroupIds: plan.groups.length > 0 ? plan.groups : undefined,
            EndpointPrivateAccess: true,
          }),
          AccessConfig: nested({ AuthenticationMode: 'API' }),
          KubernetesNetworkConfig: cluster.serviceIpv4Cidr
            ? nested({ ServiceIpv4Cidr: cluster.serviceIpv4Cidr })
            : undefined,
          Tags: strictTags(),
        },
        { onlyIf: version, dependsOn: [...plan.waits, ...role.waits] },
      ),
      ...(plan.cni
        ? [
            block(
              'AWS::EKS::Addon',
              {
                ClusterName: ref(cluster.id),
                AddonName: 'vpc-cni',
                ConfigurationValues: plan.cni,
                Tags: strictTags(),
              },
              { part: addonPart, words: ['vpc cni'], onlyIf: version },
            ),
          ]
        : []),
    ],
    outputs: [],
  }
}
