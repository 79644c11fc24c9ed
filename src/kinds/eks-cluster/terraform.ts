import { nested, ref } from '../../iac/value'
import type { Emit } from '../emit'
import { terraformRole } from '../service-role'
import { addonPart, plannedCluster, reportCluster } from './plan'

export const terraform: Emit<'eks-cluster'> = (cluster, context) => {
  const { block, strictTags } = context
  reportCluster(cluster, context)
  const plan = plannedCluster(cluster, context, 'terraform')
  if (!plan) return { blocks: [], outputs: [] }
  const { version } = plan
  const role = terraformRole(cluster, plan.role, context)
  return {
    blocks: [
      ...role.blocks,
      block(
        'aws_eks_cluster',
        {
          name: plan.name,
          version,
          role_arn: role.arn,
          vpc_config: nested({
            subnet_ids: plan.subnets.map(({ id }) => ref(id)),
            security_group_ids: plan.groups.length > 0 ? plan.groups : undefined,
            endpoint_private_access: true,
          }),
          access_config: nested({ authentication_mode: 'API' }),
          kubernetes_network_config: cluster.serviceIpv4Cidr
            ? nested({ service_ipv4_cidr: cluster.serviceIpv4Cidr })
            : undefined,
          tags: strictTags(),
        },
        {
          onlyIf: version,
          dependsOn: [...plan.waits, ...role.waits],
          comment: [`To fill in: access, add-ons and what runs on ${cluster.name}.`],
        },
      ),
      ...(plan.cni
        ? [
            block(
              'aws_eks_addon',
              {
                cluster_name: ref(cluster.id, 'name'),
                addon_name: 'vpc-cni',
                configuration_values: plan.cni,
                tags: strictTags(),
              },
              { part: addonPart, words: ['vpc cni'], onlyIf: version },
            ),
          ]
        : []),
    ],
    outputs: [],
  }
}
