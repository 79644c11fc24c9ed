import type { Network } from '../engine/network'
import type { ResourceOf } from '../kinds/resource'

type Workload = ResourceOf<'workload'>

/**
 * The tasks of a service of Amazon ECS, named by its ARN or its name; none for any other text.
 * @source https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html
 */
export function tasksNamed({ design }: Network, text: string): readonly Workload[] {
  const [, place = null, cluster, service] =
    /^(arn:[^:]+:ecs:[^:]*:\d*:)service\/(?:([^/]+)\/)?([^/]+)$/.exec(text) ?? []
  const stem = place && `${place}task/${cluster ? `${cluster}/` : ''}`
  return design
    .all('workload')
    .filter(
      ({ workloadType, name, awsId }) =>
        workloadType === 'ecs-service' &&
        name === (service ?? text) &&
        (stem === null || Boolean(awsId?.startsWith(stem))),
    )
}
