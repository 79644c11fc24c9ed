import { byCodeUnit } from '../../iac/order'
import { ref, type Reference } from '../../iac/value'
import { holds } from '../../net/cidr'
import { familyOf, type Ip } from '../../net/ip'
import { subnetIdsOf, type EmitContext } from '../emit'
import { isAwaitingCertificate, listenerPart, writtenListeners } from '../load-balancer/listeners'
import { isLoadBalancerWritten } from '../load-balancer/plan'
import type { Id, ResourceOf } from '../resource'
import { interfacePart, ownsInterfaces, termOf } from '../workload/plan'

type TargetGroup = ResourceOf<'target-group'>
type Target = TargetGroup['targets'][string]
type Workload = ResourceOf<'workload'>

/** A target that the code registers. */
export interface PlannedTarget {
  /** Which part of the group it is. */
  readonly part: string
  readonly words: readonly string[]
  readonly what: Registered
  readonly port: number | undefined
  /** AWS asks for the zone of an address outside the VPC. */
  readonly availabilityZone: string | undefined
}

export type Registered =
  | { readonly type: 'address'; readonly ipAddress: Ip }
  | { readonly type: 'interface'; readonly id: Reference }
  | { readonly type: 'load-balancer'; readonly loadBalancer: ResourceOf<'load-balancer'> }

/** The targets by key, without those that the code cannot register, which become gaps. */
export function plannedTargets(group: TargetGroup, context: EmitContext): readonly PlannedTarget[] {
  return Object.entries(group.targets)
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([key, target]) => {
      const found = registered(group, key, target, context)
      if (found.length > 0 && target.health !== 'healthy')
        context.gap(
          `The target ${key} of ${group.name} is ${target.health} in the design; AWS finds that out by itself.`,
          'Nothing to do, unless the design is to show a fault.',
        )
      return found
    })
}

function registered(
  group: TargetGroup,
  key: string,
  target: Target,
  { design, gap }: EmitContext,
): readonly PlannedTarget[] {
  const port = target.port ?? undefined
  const part = `target ${key}`
  const leave = (because: string, remedy: string) => {
    gap(`The target ${key} of ${group.name} is not registered by the code: ${because}.`, remedy)
    return []
  }
  if (target.ipAddress) {
    if (group.targetType !== 'ip')
      return leave(
        `${target.ipAddress} is an address, and the target type is ${group.targetType}`,
        'Choose the target type ip.',
      )
    const isInside = isInVpc(group, target.ipAddress, design)
    return [
      {
        part,
        words: [target.ipAddress],
        what: { type: 'address', ipAddress: target.ipAddress },
        port,
        availabilityZone: isInside ? undefined : (target.availabilityZone ?? 'all'),
      },
    ]
  }
  const it = target.targetId && design.get(target.targetId)
  if (!it) return leave('it is gone', 'Remove it.')
  if (it.kind === 'load-balancer') {
    if (group.targetType !== 'alb' || it.type !== 'application')
      return leave(
        `${it.name} is a load balancer, and only an Application Load Balancer is a target, of the type alb`,
        'Choose the target type alb.',
      )
    if (!isLoadBalancerWritten(it, design))
      return leave(`${it.name} is left out itself`, 'Mend the load balancer.')
    if (isAwaitingCertificate(it, String(port ?? group.port)))
      return leave(
        `${it.name} listens on ${port ?? group.port} only once its certificate is set`,
        'Once it does, run: aws elbv2 register-targets --target-group-arn <arn> --targets Id=<arn of the load balancer>',
      )
    return [
      {
        part,
        words: [it.name],
        what: { type: 'load-balancer', loadBalancer: it },
        port,
        availabilityZone: undefined,
      },
    ]
  }
  if (group.targetType === 'alb')
    return leave(
      `${it.name} is no load balancer, and the target type is alb`,
      'Choose another target type.',
    )
  const byHand = `aws elbv2 register-targets --target-group-arn <arn> --targets Id=<id>${port ? `,Port=${port}` : ''}`
  if (group.targetType === 'instance')
    return it.kind === 'workload'
      ? leave(`what runs as ${it.name} is not part of the code`, hintFor(it, byHand))
      : leave(
          `${it.name} is a network interface, and the target type is instance`,
          'Choose the target type ip.',
        )
  const zoneIn = (subnetId: Id<'subnet'>) =>
    design.get(subnetId)?.vpcId === group.vpcId ? undefined : 'all'
  if (it.kind === 'network-interface')
    return [
      {
        part,
        words: [it.name],
        what: { type: 'interface', id: ref(it.id) },
        port,
        availabilityZone: zoneIn(it.subnetId),
      },
    ]
  if (ownsInterfaces(it))
    return leave(`what runs as ${it.name} is not part of the code`, hintFor(it, byHand))
  return subnetIdsOf(it)
    .filter((id) => design.get(id))
    .map((subnetId) => ({
      part: `${part} ${subnetId}`,
      words: [it.name, design.get(subnetId)?.name ?? ''],
      what: { type: 'interface', id: ref(it.id, 'id', interfacePart(subnetId)) },
      port,
      availabilityZone: zoneIn(subnetId),
    }))
}

function isInVpc(group: TargetGroup, ip: Ip, design: EmitContext['design']): boolean {
  const vpc = design.get(group.vpcId)
  if (!vpc) return false
  const blocks =
    familyOf(ip) === 'IPv4' ? [vpc.cidrBlock, ...vpc.secondaryCidrBlocks] : vpc.ipv6CidrBlocks
  return blocks.some((block) => holds(block, ip))
}

/** How the targets come into the group, per type of workload. */
function hintFor(workload: Workload, byHand: string): string {
  if (workload.workloadType === 'ecs-service')
    return 'Nothing to do where the code makes the ECS service: it registers its tasks. Otherwise name the target group in the load balancers of the service.'
  if (workload.workloadType === 'eks-node-group')
    return 'Name the target group of the output in a TargetGroupBinding, or attach the Auto Scaling group of the nodes to it.'
  return `Once the ${termOf(workload)} ${workload.name} runs, run: ${byHand}`
}

/** A load balancer is a target once it listens on the port of the group; what to wait for. */
export function listenerOf(
  { what, port }: PlannedTarget,
  group: TargetGroup,
  { design }: EmitContext,
): readonly Reference[] {
  if (what.type !== 'load-balancer') return []
  const listener = String(port ?? group.port)
  return writtenListeners(what.loadBalancer, design).includes(listener)
    ? [ref(what.loadBalancer.id, 'id', listenerPart(listener))]
    : []
}

/** What AWS uses for health checks unless told otherwise; written, as Terraform has another default. */
export function healthCheckProtocol({ targetType, protocol }: TargetGroup): string {
  if (targetType === 'alb') return 'HTTP'
  return protocol === 'HTTP' || protocol === 'HTTPS' ? protocol : 'TCP'
}

const ofNetwork = ({ protocol }: TargetGroup) => !['HTTP', 'HTTPS', 'GENEVE'].includes(protocol)

/** Gateway Load Balancers have the attribute themselves, their target groups have not. */
export function crossZone(group: TargetGroup, { gap }: EmitContext): boolean | undefined {
  if (group.crossZone === null) return undefined
  if (group.protocol !== 'GENEVE') return group.crossZone
  gap(
    `Whether ${group.name} serves across zones is not exported: of Gateway Load Balancers the load balancer says so.`,
    'Set it at the load balancer.',
  )
  return undefined
}

/** Client addresses are preserved by Network Load Balancers alone; says so where it is set elsewhere. */
export function preservation(group: TargetGroup, { gap }: EmitContext): boolean | undefined {
  if (group.preserveClientIp === null) return undefined
  if (ofNetwork(group)) return group.preserveClientIp
  gap(
    `The target group ${group.name} preserves no client addresses, whatever the design says: it takes ${group.protocol}.`,
    'Set it back to the default of AWS.',
  )
  return undefined
}
