import type { Network } from '../engine/network'
import type { ResourceOf } from '../kinds/resource'

type Workload = ResourceOf<'workload'>

/**
 * The tasks of a service of Amazon ECS, or the instances of a cluster of Amazon Aurora, named by its ARN,
 * its name or its endpoints; none for any other text.
 * @source https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html
 * @source https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints.html
 */
export function membersNamed({ design }: Network, text: string): readonly Workload[] {
  const all = design.all('workload')
  const tasks = all.filter((it) => it.workloadType === 'ecs-service' && isTaskOf(it, text))
  return tasks.length > 0 ? tasks : all.filter((it) => isInCluster(it, text))
}

function isTaskOf({ name, awsId }: Workload, text: string): boolean {
  const [, place = null, cluster, service] =
    /^(arn:[^:]+:ecs:[^:]*:\d*:)service\/(?:([^/]+)\/)?([^/]+)$/.exec(text) ?? []
  if (place === null) return name === text
  const stem = `${place}task/${cluster ? `${cluster}/` : ''}`
  return name === service && Boolean(awsId?.startsWith(stem))
}

function isInCluster({ dbClusterIdentifier, awsId = '' }: Workload, text: string): boolean {
  if (dbClusterIdentifier === undefined) return false
  const [, place, named] = /^(arn:[^:]+:rds:[^:]*:\d*:)cluster:([^:]+)$/.exec(text) ?? []
  const [, called, region] =
    /^([a-z0-9-]+)\.cluster-[a-z0-9-]+\.([a-z0-9-]+)\.rds\.amazonaws\.com/.exec(text) ?? []
  return (
    dbClusterIdentifier === (named ?? called) &&
    (place ? awsId.startsWith(`${place}db:`) : awsId.includes(`:rds:${region}:`))
  )
}
