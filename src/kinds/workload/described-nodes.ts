import { flag, idOf, known, text, texts, type DescribeContext, type Described } from '../describe'
import { groupIds } from '../network-interface/described'

/**
 * Managed node groups of Amazon EKS before their nodes run. Those that run are instances, each of which
 * stands for itself.
 * @source https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html
 */
export function nodeGroups({ dump }: DescribeContext): readonly Described<'workload'>[] {
  return dump.all('Nodegroups').flatMap(({ it, id, whole }) => {
    const subnetIds = texts(it, 'subnets')
    if (!id || subnetIds.length === 0 || (!whole && dump.asked('Instances'))) return []
    return [
      {
        ...known('workload', it, id, text(it, 'nodegroupName')),
        workloadType: 'eks-node-group',
        interfaces: Object.fromEntries(
          subnetIds.map((each) => {
            const isPublic = flag(dump.find('Subnets', each)?.it ?? {}, 'MapPublicIpOnLaunch')
            return [idOf('subnet', each), { publicAddress: isPublic ? 'auto-assigned' : 'none' }]
          }),
        ),
        securityGroupIds: groupIds(texts(it, 'securityGroups')),
        // which security groups nodes carry is told with the instances only
        ...(!whole && { undescribed: 'aws ec2 describe-instances' }),
      },
    ]
  })
}
