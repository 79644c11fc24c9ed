import type { Design } from '../../kinds/contract'
import type { ResourceOf } from '../../kinds/resource'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import { nameOf, rowsOf, textOf, textsOf, type Answers, type Row } from './answers'
import type { Facts } from './facts'

type LoadBalancer = ResourceOf<'load-balancer'>

/** Its name in Elastic Load Balancing, as these designs need it. */
const short = (name: string) => name.replace(/[^A-Za-z0-9]+/g, '-')

/** What the design says of load balancers, as far as the code makes it without a certificate. */
export function balancingFactsOfDesign(document: Document): Facts {
  const design = designOf(document)
  const called = (id: string) =>
    Object.values(design.resources).find((it) => it.id === id)?.name ?? id
  const actionFact = (action: LoadBalancer['listeners'][string]['defaultAction']) =>
    action.type === 'forward'
      ? `forward ${Object.entries(action.targetGroups)
          .map(([id, { weight }], _, all) => `${called(id)} ${all.length > 1 ? weight : 1}`)
          .toSorted()
          .join(' ')}`
      : action.type
  return [
    ...design.all('load-balancer').flatMap((it) => [
      `load balancer ${short(it.name)} ${it.type} ${it.scheme} ${it.ipAddressType} in ${Object.keys(it.subnets).map(called).toSorted().join(' ')} with ${(it.securityGroupIds ?? []).map(called).join(' ')}`,
      ...Object.entries(it.listeners)
        .filter(([, { protocol }]) => protocol !== 'HTTPS' && protocol !== 'TLS')
        .flatMap(([port, { protocol, defaultAction, rules }]) => [
          `${short(it.name)} listens on ${protocol} ${port}: ${actionFact(defaultAction)}`,
          ...Object.entries(rules).map(
            ([priority, rule]) =>
              `${short(it.name)}:${port} rule ${priority} ${[...rule.hostHeaders, ...rule.pathPatterns].join(' ')}: ${actionFact(rule.action)}`,
          ),
        ]),
    ]),
    ...design
      .all('target-group')
      .flatMap((it) =>
        Object.values(it.targets).flatMap((target) =>
          idsOf(target, design).map((id) => `${it.name} sends to ${id} ${target.port ?? it.port}`),
        ),
      ),
    ...design
      .all('target-group')
      .map(
        (it) =>
          `target group ${it.name} ${it.targetType} ${it.protocol} ${it.port} ${it.ipAddressType} checked on ${it.healthCheckPort ?? 'traffic-port'}`,
      ),
  ].toSorted()
}

/** The addresses of a target that the code registers; what a service or an instance is, it cannot. */
function idsOf(
  { targetId, ipAddress }: ResourceOf<'target-group'>['targets'][string],
  design: Design,
): readonly string[] {
  if (ipAddress) return [ipAddress]
  const it = targetId && design.get(targetId)
  if (!it) return []
  if (it.kind === 'load-balancer') return [short(it.name)]
  if (it.kind !== 'workload' || it.workloadType !== 'generic') return []
  return Object.keys(it.interfaces).map(
    (id) => `${it.name} in ${design.all('subnet').find((subnet) => subnet.id === id)?.name}`,
  )
}

/** What was deployed, in the same words. */
export function balancingFactsOfDeployed({ list }: Answers): Facts {
  const balancers = list('elbv2-describe-load-balancers', 'LoadBalancers')
  const listeners = list('elbv2-describe-listeners', 'Listeners')
  const groups = list('elbv2-describe-target-groups', 'TargetGroups')
  const names = new Map([
    ...balancers.map(
      (it) => [textOf(it, 'LoadBalancerArn'), textOf(it, 'LoadBalancerName')] as const,
    ),
    ...groups.map((it) => [textOf(it, 'TargetGroupArn'), textOf(it, 'TargetGroupName')] as const),
    ...list('describe-subnets', 'Subnets').map(
      (it) => [textOf(it, 'SubnetId'), nameOf(it)] as const,
    ),
    ...list('describe-security-groups', 'SecurityGroups').map(
      (it) => [textOf(it, 'GroupId'), textOf(it, 'GroupName')] as const,
    ),
  ])
  const called = (id: string) => names.get(id) ?? id
  const faces = new Map(
    list('describe-network-interfaces', 'NetworkInterfaces').map(
      (it) =>
        [
          textOf(it, 'PrivateIpAddress'),
          `${nameOf(it)} in ${called(textOf(it, 'SubnetId'))}`,
        ] as const,
    ),
  )
  const actionFact = ([action]: readonly Row[]) => {
    if (!action || action['Type'] !== 'forward') return action ? textOf(action, 'Type') : ''
    const config = action['ForwardConfig'] as Row | undefined
    const shares = config
      ? rowsOf(config, 'TargetGroups').map(
          (it) => `${called(textOf(it, 'TargetGroupArn'))} ${textOf(it, 'Weight')}`,
        )
      : [`${called(textOf(action, 'TargetGroupArn'))} 1`]
    return `forward ${shares.toSorted().join(' ')}`
  }
  return [
    ...balancers.map(
      (it) =>
        `load balancer ${textOf(it, 'LoadBalancerName')} ${textOf(it, 'Type')} ${textOf(it, 'Scheme')} ${textOf(it, 'IpAddressType')} in ${rowsOf(
          it,
          'AvailabilityZones',
        )
          .map((zone) => called(textOf(zone, 'SubnetId')))
          .toSorted()
          .join(' ')} with ${textsOf(it, 'SecurityGroups').map(called).join(' ')}`,
    ),
    ...listeners.map(
      (it) =>
        `${called(textOf(it, 'LoadBalancerArn'))} listens on ${textOf(it, 'Protocol')} ${textOf(it, 'Port')}: ${actionFact(rowsOf(it, 'DefaultActions'))}`,
    ),
    ...list('elbv2-describe-rules', 'Rules')
      .filter((it) => it['IsDefault'] !== true)
      .map((it) => {
        // the ARN of a rule goes on from that of its listener
        const listener = listeners.find((one) =>
          textOf(it, 'RuleArn')
            .replace(':listener-rule/', ':listener/')
            .startsWith(textOf(one, 'ListenerArn')),
        )
        return `${listener ? called(textOf(listener, 'LoadBalancerArn')) : ''}:${listener ? textOf(listener, 'Port') : ''} rule ${textOf(it, 'Priority')} ${rowsOf(it, 'Conditions').flatMap(conditionFact).join(' ')}: ${actionFact(rowsOf(it, 'Actions'))}`
      }),
    ...groups.flatMap((it) =>
      list('elbv2-describe-target-health', textOf(it, 'TargetGroupArn')).map((health) => {
        const target = health['Target'] as Row
        const id = textOf(target, 'Id')
        return `${textOf(it, 'TargetGroupName')} sends to ${faces.get(id) ?? called(id)} ${textOf(target, 'Port')}`
      }),
    ),
    ...groups.map(
      (it) =>
        `target group ${textOf(it, 'TargetGroupName')} ${textOf(it, 'TargetType')} ${textOf(it, 'Protocol')} ${textOf(it, 'Port')} ${textOf(it, 'IpAddressType')} checked on ${textOf(it, 'HealthCheckPort')}`,
    ),
  ].toSorted()
}

const conditionFact = (it: Row) =>
  textsOf((it['HostHeaderConfig'] ?? it['PathPatternConfig']) as Row, 'Values')
