import { idOf, known, part, text, texts, type DescribeContext, type Described } from '../describe'
import { groupIds, purposeOf } from '../network-interface/described'

/**
 * Services whose tasks have interfaces of their own, where none of these is described: as when nothing
 * runs yet. Where they are, each stands for itself.
 * @source https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
 */
export function services({ dump }: DescribeContext): readonly Described<'workload'>[] {
  const areTold =
    dump.asked('EcsTasks') ||
    dump.all('NetworkInterfaces').some(({ it }) => purposeOf(it, dump).type === 'task')
  if (areTold) return []
  return dump.all('EcsServices').flatMap(({ it, id }) => {
    const network = part(part(it, 'networkConfiguration'), 'awsvpcConfiguration')
    const subnetIds = texts(network, 'subnets')
    if (!id || subnetIds.length === 0) return []
    const isPublic = text(network, 'assignPublicIp') === 'ENABLED'
    const face = { publicAddress: isPublic ? 'auto-assigned' : 'none' }
    return [
      {
        ...known('workload', it, id, text(it, 'serviceName')),
        id: `workload:${id}` as const,
        workloadType: 'ecs-service',
        interfaces: Object.fromEntries(subnetIds.map((each) => [idOf('subnet', each), face])),
        securityGroupIds: groupIds(texts(network, 'securityGroups')),
      },
    ]
  })
}
