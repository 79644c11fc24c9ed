import {
  idOf,
  ipOf,
  known,
  number,
  oneOf,
  part,
  text,
  type Describe,
  type DescribeContext,
  type Raw,
} from '../describe'
import { healthStates } from './schema'

const protocols = [
  'HTTP',
  'HTTPS',
  'TCP',
  'TLS',
  'UDP',
  'TCP_UDP',
  'QUIC',
  'TCP_QUIC',
  'GENEVE',
] as const

/**
 * Groups of targets in VPCs. One of Lambda functions has no network of its own.
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html
 */
export const describe: Describe<'target-group'> = (context) =>
  context.dump.all('TargetGroups').flatMap(({ it, id }) => {
    const vpcId = text(it, 'VpcId')
    if (!id) return []
    if (!vpcId) {
      context.skip(id, 'It lies in no VPC: its targets are Lambda functions.')
      return []
    }
    const { dump } = context
    const attribute = (key: string): string | null =>
      text(
        dump.of('TargetGroupAttributes', id).find((each) => text(each.it, 'Key') === key)?.it ?? {},
        'Value',
      )
    const isKnown = dump.asked('TargetHealthDescriptions', id)
    const health = `aws elbv2 describe-target-health --target-group-arn ${id}`
    if (!isKnown) context.lacks(health, 'Which targets are registered is not known without it.')
    return [
      {
        ...known('target-group', it, id, text(it, 'TargetGroupName')),
        vpcId: idOf('vpc', vpcId),
        targetType: oneOf(text(it, 'TargetType'), ['instance', 'ip', 'alb'], 'instance'),
        protocol: oneOf(text(it, 'Protocol'), protocols, 'TCP'),
        port: number(it, 'Port') ?? 80,
        ipAddressType: oneOf(text(it, 'IpAddressType'), ['ipv4', 'ipv6'], 'ipv4'),
        preserveClientIp: truth(attribute('preserve_client_ip.enabled')),
        crossZone: truth(attribute('load_balancing.cross_zone.enabled')),
        healthCheckPort: number(it, 'HealthCheckPort'),
        targets: targetsOf(id, context),
        ...(!isKnown && { undescribed: health }),
      },
    ]
  })

const truth = (value: string | null) => (value === 'true' ? true : value === 'false' ? false : null)

/** By id and port, so that the order of the answer is no matter. */
const keyOf = (it: Raw) =>
  `${text(part(it, 'Target'), 'Id')} ${String(number(part(it, 'Target'), 'Port')).padStart(6, '0')}`

function targetsOf(arn: string, { dump }: DescribeContext) {
  const told = dump.of('TargetHealthDescriptions', arn).map(({ it }) => it)
  return Object.fromEntries(
    told
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .flatMap((it) => {
        const target = part(it, 'Target')
        const id = text(target, 'Id')
        if (!id) return []
        const ipAddress = ipOf(id)
        const zone = text(target, 'AvailabilityZone')
        return [
          {
            ...(ipAddress ? { ipAddress } : { targetId: targetIdOf(id) }),
            port: number(target, 'Port'),
            availabilityZone: ipAddress && zone !== 'all' ? zone : null,
            health: oneOf(text(part(it, 'TargetHealth'), 'State'), healthStates, 'healthy'),
          },
        ]
      })
      .map((target, index) => [`target-${index + 1}`, target]),
  )
}

function targetIdOf(id: string): string {
  if (/^arn:[^:]+:ecs:/.test(id)) return `workload:${id}`
  if (id.startsWith('arn:')) return idOf('load-balancer', id)
  return id.startsWith('eni-') ? idOf('network-interface', id) : idOf('workload', id)
}
