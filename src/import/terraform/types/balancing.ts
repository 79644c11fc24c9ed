import { number, parts, text, texts, type Raw } from '../../../kinds/describe'
import type { Book } from '../../cloudformation/book'
import { picked, type TypeReader } from '../../cloudformation/item'
import type { Remark } from '../../report'
import type { Words, Written } from '../written'

const v2 = (type: string, properties: Raw): Written => ({
  type: `AWS::ElasticLoadBalancingV2::${type}`,
  properties,
})

/** Attributes of load balancers and target groups as AWS lists them; those that nobody sets are not. */
const attributes = (said: Readonly<Record<string, string | null>>): readonly Raw[] =>
  Object.entries(said).flatMap(([Key, Value]) => (Value === null ? [] : [{ Key, Value }]))

/** Its nodes, by its mappings or its subnets alone; a state tells both. */
function mappingsIn(it: Raw): readonly Raw[] {
  const mapped = parts(it, 'SubnetMapping')
  const ids = mapped.map((each) => text(each, 'SubnetId'))
  const others = texts(it, 'Subnets').filter((each) => !ids.includes(each))
  return [
    ...mapped.map((each) => ({
      SubnetId: text(each, 'SubnetId'),
      AllocationId: text(each, 'AllocationId'),
      PrivateIPv4Address: text(each, 'PrivateIpv4Address'),
      IPv6Address: text(each, 'Ipv6Address'),
    })),
    ...others.map((SubnetId) => ({ SubnetId })),
  ]
}

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb */
const balancer: Words = (it) => [
  v2('LoadBalancer', {
    ...picked(it, 'Name', 'VpcId', 'IpAddressType', 'SecurityGroups', 'Tags'),
    ...picked(it, 'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic'),
    Type: text(it, 'LoadBalancerType') ?? 'application',
    ...(text(it, 'DnsName') !== null && { DNSName: text(it, 'DnsName') }),
    ...(text(it, 'Internal') === 'true' && { Scheme: 'internal' }),
    SubnetMappings: mappingsIn(it),
    LoadBalancerAttributes: attributes({
      'load_balancing.cross_zone.enabled': text(it, 'EnableCrossZoneLoadBalancing'),
    }),
  }),
]

/** The first of the blocks that there may be one of. */
const only = (it: Raw, key: string): Raw => parts(it, key)[0] ?? {}

/** What becomes of a request; actions without an order are in that of their blocks. */
const actionsIn = (it: Raw, key: string): readonly Raw[] =>
  parts(it, key).map((each, index) => ({
    ...picked(each, 'Type', 'TargetGroupArn'),
    Order: number(each, 'Order') ?? index + 1,
    ForwardConfig: {
      TargetGroups: parts(only(each, 'Forward'), 'TargetGroup').map((group) => ({
        TargetGroupArn: text(group, 'Arn'),
        Weight: number(group, 'Weight') ?? 1,
      })),
    },
  }))

const listener: Words = (it) => [
  v2('Listener', {
    ...picked(it, 'LoadBalancerArn', 'Port', 'Protocol'),
    DefaultActions: actionsIn(it, 'DefaultAction'),
  }),
]

const fields = [
  ['HostHeader', 'host-header', 'HostHeaderConfig'],
  ['PathPattern', 'path-pattern', 'PathPatternConfig'],
] as const

const rule: Words = (it) => [
  v2('ListenerRule', {
    ...picked(it, 'ListenerArn', 'Priority'),
    Conditions: parts(it, 'Condition').flatMap((each) =>
      fields.flatMap(([key, Field, config]) =>
        parts(each, key).map((told) => ({ Field, [config]: { Values: texts(told, 'Values') } })),
      ),
    ),
    Actions: actionsIn(it, 'Action'),
  }),
]

const targetGroup: Words = (it) => [
  v2('TargetGroup', {
    ...picked(it, 'Name', 'TargetType', 'Protocol', 'Port', 'VpcId', 'IpAddressType', 'Tags'),
    HealthCheckPort: text(only(it, 'HealthCheck'), 'Port'),
    TargetGroupAttributes: attributes({
      'preserve_client_ip.enabled': text(it, 'PreserveClientIp'),
      'load_balancing.cross_zone.enabled': text(it, 'LoadBalancingCrossZoneEnabled'),
      'proxy_protocol_v2.enabled': text(it, 'ProxyProtocolV2'),
    }),
  }),
]

/** A target is registered apart from its group. */
const attachment: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'TargetGroupArn')],
  read: (it, { book, lacks }) => {
    const { properties } = it
    const group = text(properties, 'TargetGroupArn')
    const target = { ...picked(properties, 'Port', 'AvailabilityZone'), Id: properties['TargetId'] }
    if (!register(group, target, book))
      lacks(it, `Its target group ${group ?? ''} is not among the files.`)
  },
}

/** Registers a target once; false where there is no such group. */
export function register(group: unknown, target: Raw, book: Book): boolean {
  const known = parts(book.find('TargetGroups', group) ?? {}, 'Registered')
  const same = (each: Raw) =>
    text(each, 'Id') === text(target, 'Id') && number(each, 'Port') === number(target, 'Port')
  return known.some(same) || book.add('TargetGroups', group, 'Registered', target)
}

/**
 * A group that nothing of Terraform registers a target with is left to somebody else, such as a
 * controller in a cluster: what is registered is known to AWS alone.
 */
export function openGroups(book: Book): readonly Remark[] {
  return book.all('TargetGroups').flatMap(([what, it]): readonly Remark[] => {
    // one of Lambda functions lies in no VPC
    if (parts(it, 'Registered').length > 0 || text(it, 'VpcId') === null) return []
    book.doubt(what, 'what is registered with it')
    const said =
      'Nothing in the files registers a target with it: AWS alone knows what is registered.'
    return [{ type: 'missing', what, text: said }]
  })
}

const both = (words: Words, noun: string): Readonly<Record<string, Words>> => ({
  [`aws_lb${noun}`]: words,
  [`aws_alb${noun}`]: words,
})

/** Types whose meaning is that of a type of CloudFormation. */
export const balancingWords: Readonly<Record<string, Words>> = {
  ...both(balancer, ''),
  ...both(listener, '_listener'),
  ...both(rule, '_listener_rule'),
  ...both(targetGroup, '_target_group'),
}

export const balancingParts: Readonly<Record<string, TypeReader>> = {
  aws_lb_target_group_attachment: attachment,
  aws_alb_target_group_attachment: attachment,
}

const tells = [
  'action',
  'availability_zone',
  'default_action',
  'enable_cross_zone_load_balancing',
  'enforce_security_group_inbound_rules_on_private_link_traffic',
  'health_check',
  'internal',
  'ip_address_type',
  'listener_arn',
  'load_balancer_arn',
  'load_balancer_type',
  'load_balancing_cross_zone_enabled',
  'port',
  'preserve_client_ip',
  'protocol',
  'security_groups',
  'subnet_mapping',
  'subnets',
  'target_group_arn',
  'target_id',
  'target_type',
  'vpc_id',
]

/** The attributes that say something of the network; the logs and certificates of these do not. */
export const balancingTells: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...Object.keys(balancingWords), ...Object.keys(balancingParts)].map((type) => [type, tells]),
)
