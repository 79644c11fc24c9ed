import { nested, ref, type Reference, type Variable } from '../../iac/value'
import type { Design } from '../contract'
import type { Emission, EmitContext } from '../emit'
import { sendersTo } from '../load-balancer/listeners'
import type { ResourceOf } from '../resource'
import { serviceName } from '../service-name'
import type { PlannedNetwork } from './plan'

type Workload = ResourceOf<'workload'>

const servicePart = 'service'

/** An Amazon ECS service that is made once somebody has a task definition for it. */
export interface PlannedService {
  readonly name: string
  readonly taskDefinition: Variable
  readonly cluster: Variable
  /** What load balancers send to; null where none does. */
  readonly container: Variable | null
  readonly network: PlannedNetwork
  readonly assignPublicIp: boolean
  readonly targetGroups: readonly ServedGroup[]
  /** What brings about the listeners that lead to them, where nothing else does. */
  readonly alsoIf: readonly Variable[]
}

/** A target group whose targets are the tasks, and the listeners that have to lead there first. */
interface ServedGroup {
  readonly group: ResourceOf<'target-group'>
  readonly port: number
  readonly listeners: readonly Reference[]
}

/** Tasks lie in subnets of one VPC; null where those of the workload do not. */
export function plannedService(
  workload: Workload,
  networks: readonly PlannedNetwork[],
  context: EmitContext,
): PlannedService | null {
  const { design, input } = context
  const [network, ...others] = networks
  if (!network || others.length > 0) return null
  const served = groupsServedBy(workload, network.vpc, design).map((it) => standing(it, context))
  const targetGroups = served.map(({ group }) => group)
  const conditions = new Map(
    served.flatMap(({ setting }) => (setting ? [[setting.name, setting] as const] : [])),
  )
  const services = design.all('workload').filter((it) => it.workloadType === 'ecs-service')
  return {
    name: serviceName(workload, services, { what: 'ECS service name', longest: 255 }, context),
    taskDefinition: input({
      words: ['task definition'],
      type: 'string',
      default: null,
      isToSet: true,
      description: `Task definition of ${workload.name} in network mode awsvpc, family:revision or ARN; without one${[...conditions.keys()].map((name) => `, or without ${name},`).join('')} there is no service.`,
    }),
    cluster: input({
      words: ['ecs cluster'],
      isCommon: true,
      type: 'string',
      default: 'default',
      description: 'Name or ARN of the ECS cluster that runs the services.',
    }),
    container:
      targetGroups.length > 0
        ? input({
            words: ['container name'],
            type: 'string',
            default: 'app',
            description: `Container of ${workload.name} that load balancers send to.`,
          })
        : null,
    network,
    assignPublicIp: Object.values(workload.interfaces).some((it) => it.publicAddress !== 'none'),
    targetGroups,
    alsoIf: [...conditions.values()],
  }
}

/** ECS takes only target groups of its own account that a load balancer uses already. */
function groupsServedBy(
  { id, ownerId }: Workload,
  vpc: ResourceOf<'vpc'>,
  design: Design,
): readonly ServedGroup[] {
  if (ownerId !== null && ownerId !== vpc.ownerId) return []
  return design.all('target-group').flatMap((group) => {
    const target = Object.values(group.targets).find((it) => it.targetId === id)
    const listeners = sendersTo(group.id, design)
    if (!target || group.targetType !== 'ip' || group.vpcId !== vpc.id || listeners.length === 0)
      return []
    return [{ group, port: target.port ?? group.port, listeners }]
  })
}

/**
 * The group with the listeners to wait for: those that are always made, else those that one setting
 * brings about, on which the service then hangs too.
 */
function standing(
  { group, port, listeners }: ServedGroup,
  { conditionOf }: EmitContext,
): { readonly group: ServedGroup; readonly setting: Variable | undefined } {
  const always = listeners.filter((it) => !conditionOf(it))
  if (always.length > 0) return { group: { group, port, listeners: always }, setting: undefined }
  const [first] = listeners
  const setting = first && conditionOf(first)
  const together = listeners.filter((it) => conditionOf(it)?.name === setting?.name)
  return { group: { group, port, listeners: together }, setting }
}

const waitsOf = ({ targetGroups, network }: PlannedService): readonly Reference[] => [
  ...network.waits,
  ...targetGroups.flatMap(({ listeners }) => listeners),
]

export function terraformService(
  plan: PlannedService,
  workload: Workload,
  { block, strictTags }: EmitContext,
): Emission['blocks'] {
  const { network, targetGroups, taskDefinition } = plan
  return [
    block(
      'aws_ecs_service',
      {
        name: plan.name,
        cluster: plan.cluster,
        task_definition: taskDefinition,
        desired_count: network.subnets.length,
        launch_type: 'FARGATE',
        network_configuration: nested({
          subnets: network.subnets.map(({ id }) => ref(id)),
          security_groups: network.groups,
          assign_public_ip: plan.assignPublicIp,
        }),
        load_balancer:
          targetGroups.length > 0
            ? targetGroups.map(({ group, port }) =>
                nested({
                  target_group_arn: ref(group.id, 'arn'),
                  container_name: plan.container ?? undefined,
                  container_port: port,
                }),
              )
            : undefined,
        tags: strictTags(),
      },
      {
        part: servicePart,
        onlyIf: taskDefinition,
        alsoIf: plan.alsoIf,
        dependsOn: waitsOf(plan),
        comment: [
          `Made once it has a task definition. To fill in: how many tasks of ${workload.name} there are and where they run.`,
        ],
      },
    ),
  ]
}

export function cloudformationService(
  plan: PlannedService,
  _workload: Workload,
  { block, strictTags }: EmitContext,
): Emission['blocks'] {
  const { network, targetGroups, taskDefinition } = plan
  return [
    block(
      'AWS::ECS::Service',
      {
        ServiceName: plan.name,
        Cluster: plan.cluster,
        TaskDefinition: taskDefinition,
        DesiredCount: network.subnets.length,
        LaunchType: 'FARGATE',
        NetworkConfiguration: nested({
          AwsvpcConfiguration: nested({
            Subnets: network.subnets.map(({ id }) => ref(id)),
            SecurityGroups: network.groups,
            AssignPublicIp: plan.assignPublicIp ? 'ENABLED' : 'DISABLED',
          }),
        }),
        LoadBalancers:
          targetGroups.length > 0
            ? targetGroups.map(({ group, port }) =>
                nested({
                  TargetGroupArn: ref(group.id),
                  ContainerName: plan.container ?? undefined,
                  ContainerPort: port,
                }),
              )
            : undefined,
        Tags: strictTags(),
      },
      { part: servicePart, onlyIf: taskDefinition, alsoIf: plan.alsoIf, dependsOn: waitsOf(plan) },
    ),
  ]
}
