import {
  idOf,
  ipOf,
  known,
  number,
  oneOf,
  part,
  parts,
  text,
  texts,
  type Describe,
  type DescribeContext,
  type Raw,
} from '../describe'

/** @source https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html */
export const describe: Describe<'load-balancer'> = (context) =>
  context.dump.all('LoadBalancers').flatMap(({ it, id }) => {
    const vpcId = text(it, 'VpcId')
    if (!id || !vpcId) return []
    const type = oneOf(text(it, 'Type'), ['application', 'network', 'gateway'], 'application')
    const groups = texts(it, 'SecurityGroups').map((each) => idOf('security-group', each))
    const { dump } = context
    const dnsName = text(it, 'DNSName')
    const attribute = dump
      .of('LoadBalancerAttributes', id)
      .find((each) => text(each.it, 'Key') === 'load_balancing.cross_zone.enabled')
    return [
      {
        ...known('load-balancer', it, id, text(it, 'LoadBalancerName')),
        vpcId: idOf('vpc', vpcId),
        type,
        ...(dnsName && { dnsName }),
        scheme: oneOf(text(it, 'Scheme'), ['internet-facing', 'internal'], 'internal'),
        ipAddressType: text(it, 'IpAddressType')?.startsWith('dualstack') ? 'dualstack' : 'ipv4',
        state: oneOf(
          text(part(it, 'State'), 'Code'),
          ['active', 'provisioning', 'active_impaired', 'failed'],
          'active',
        ),
        subnets: Object.fromEntries(
          parts(it, 'AvailabilityZones').flatMap((zone) => {
            const subnetId = text(zone, 'SubnetId')
            return subnetId ? [[idOf('subnet', subnetId), nodeIn(zone, subnetId, id, context)]] : []
          }),
        ),
        securityGroupIds: groups.length === 0 && type !== 'application' ? null : groups,
        crossZone: type === 'application' || text(attribute?.it ?? {}, 'Value') === 'true',
        enforceSecurityGroupInboundRulesOnPrivateLinkTraffic:
          text(it, 'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic') !== 'off',
        listeners: listenersOf(id, type, context),
      },
    ]
  })

/** The node in one subnet, by its interface: an Application Load Balancer may have several; one stands for all. */
function nodeIn(zone: Raw, subnetId: string, arn: string, { dump }: DescribeContext) {
  const name = arn.slice(arn.indexOf('loadbalancer/') + 'loadbalancer/'.length)
  const [face] = dump
    .all('NetworkInterfaces')
    .filter(
      ({ it }) => text(it, 'Description') === `ELB ${name}` && text(it, 'SubnetId') === subnetId,
    )
  const [address] = parts(zone, 'LoadBalancerAddresses')
  const it = face?.it ?? {}
  return {
    ...(face?.id && { networkInterfaceId: face.id }),
    privateIPv4Address: ipOf(
      text(it, 'PrivateIpAddress') ?? text(address ?? {}, 'PrivateIPv4Address'),
    ),
    publicIp: ipOf(text(part(it, 'Association'), 'PublicIp') ?? text(address ?? {}, 'IpAddress')),
    ipv6Address: ipOf(
      text(parts(it, 'Ipv6Addresses')[0] ?? {}, 'Ipv6Address') ??
        text(address ?? {}, 'IPv6Address'),
    ),
  }
}

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

function listenersOf(arn: string, type: string, context: DescribeContext) {
  const { dump, skip } = context
  return Object.fromEntries(
    dump
      .all('Listeners')
      .filter(({ it }) => text(it, 'LoadBalancerArn') === arn)
      .flatMap(({ it, id }) => {
        const isGateway = type === 'gateway'
        const port = isGateway ? 6081 : number(it, 'Port')
        const protocol = isGateway ? 'GENEVE' : oneOf(text(it, 'Protocol'), protocols, 'TCP')
        const defaultAction = actionOf(parts(it, 'DefaultActions'), id ?? arn, context)
        if (!id || port === null || !defaultAction) {
          skip(id ?? arn, 'What this listener does is not described.')
          return []
        }
        return [[String(port), { protocol, defaultAction, rules: rulesOf(id, context) }] as const]
      }),
  )
}

/** A rule names its listener by its own ARN. */
function rulesOf(listener: string, context: DescribeContext) {
  const stem = listener.replace(':listener/', ':listener-rule/')
  return Object.fromEntries(
    context.dump
      .all('Rules')
      .filter(({ id }) => id?.startsWith(`${stem}/`))
      .flatMap(({ it }) => {
        const priority = text(it, 'Priority')
        const action = actionOf(parts(it, 'Actions'), listener, context)
        if (!priority || priority === 'default' || !action) return []
        return [
          [
            priority,
            {
              hostHeaders: valuesOf(it, 'host-header', 'HostHeaderConfig'),
              pathPatterns: valuesOf(it, 'path-pattern', 'PathPatternConfig'),
              action,
            },
          ] as const,
        ]
      }),
  )
}

const valuesOf = (rule: Raw, field: string, config: string): readonly string[] => [
  ...new Set(
    parts(rule, 'Conditions')
      .filter((each) => text(each, 'Field') === field)
      .flatMap((each) => [...texts(part(each, config), 'Values'), ...texts(each, 'Values')]),
  ),
]

/**
 * The last action decides; those before it only ask who calls. What goes to a Lambda function the load
 * balancer answers itself, as it invokes that by the Lambda API. (CL-12)
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
function actionOf(
  actions: readonly Raw[],
  listener: string,
  { dump, assume }: Pick<DescribeContext, 'dump' | 'assume'>,
) {
  const last = actions
    .toSorted((a, b) => (number(a, 'Order') ?? 0) - (number(b, 'Order') ?? 0))
    .at(-1)
  const type = last && text(last, 'Type')
  if (!last) return null
  if (type === 'redirect' || type === 'fixed-response') return { type }
  const groups = parts(part(last, 'ForwardConfig'), 'TargetGroups')
  const all = groups.length > 0 ? groups : [last]
  const named = all.filter(
    (each) =>
      text(dump.find('TargetGroups', text(each, 'TargetGroupArn'))?.it ?? {}, 'TargetType') !==
      'lambda',
  )
  if (named.length < all.length)
    assume(listener, 'What goes to Lambda functions is answered by the load balancer itself.')
  if (named.length === 0) return { type: 'fixed-response' }
  return {
    type: 'forward',
    targetGroups: Object.fromEntries(
      named.flatMap((each) => {
        const group = text(each, 'TargetGroupArn')
        return group ? [[idOf('target-group', group), { weight: number(each, 'Weight') ?? 1 }]] : []
      }),
    ),
  }
}
