import { z } from '../../base/zod'
import {
  common,
  idField,
  ip6Field,
  ipField,
  networkInterfaceIdField,
  numberKeyField,
} from '../fields'

/** One node: the load balancer in one subnet, of which there is one in each zone. (LB-1, LB-2) */
const nodeSchema = z.strictObject({
  networkInterfaceId: networkInterfaceIdField,
  /** Null means that AWS chooses one from the subnet. */
  privateIPv4Address: ipField.nullable().default(null),
  /** The public address of an internet-facing one; null means that AWS chooses one. */
  publicIp: ipField.nullable().default(null),
  ipv6Address: ip6Field.nullable().default(null),
})

/** What becomes of a request. Weights say how forwarded ones are shared out. (CL-12) */
const actionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('forward'),
    targetGroups: z.record(
      idField('target-group') as z.ZodType<`target-group:${string}`, string>,
      z.strictObject({ weight: z.int().min(0).max(999).default(1) }),
    ),
  }),
  z.strictObject({ type: z.literal('redirect') }),
  z.strictObject({ type: z.literal('fixed-response') }),
])

/** A rule of an Application Load Balancer's listener, by its priority. */
const listenerRuleSchema = z.strictObject({
  hostHeaders: z.array(z.string().min(1)).default([]),
  pathPatterns: z.array(z.string().min(1)).default([]),
  action: actionSchema,
})

/** @source https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html */
export const listenerSchema = z.strictObject({
  protocol: z.enum(['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC', 'GENEVE']),
  defaultAction: actionSchema,
  rules: z
    .record(numberKeyField(1, 50000, 'the priority of a rule'), listenerRuleSchema)
    .default({}),
})

/** @source https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html */
export const schema = z.strictObject({
  id: idField('load-balancer'),
  kind: z.literal('load-balancer'),
  ...common,
  vpcId: idField('vpc'),
  type: z.enum(['application', 'network', 'gateway']),
  /** What DNS calls it, where it came from a live account. */
  dnsName: z.string().min(1).max(255).optional(),
  scheme: z.enum(['internet-facing', 'internal']).default('internal'),
  ipAddressType: z.enum(['ipv4', 'dualstack']).default('ipv4'),
  state: z.enum(['active', 'provisioning', 'active_impaired', 'failed']).default('active'),
  subnets: z
    .record(idField('subnet') as z.ZodType<`subnet:${string}`, string>, nodeSchema)
    .default({}),
  /** Null for a Network Load Balancer that was made without any. (LB-8) */
  securityGroupIds: z.array(idField('security-group')).nullable().default([]),
  /** The attribute `load_balancing.cross_zone.enabled`; an Application Load Balancer's is on. */
  crossZone: z.boolean().default(false),
  /** Do inbound rules apply to clients of endpoints, by their own addresses? (EP-11) */
  enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: z.boolean().default(true),
  /** Listeners by port. */
  listeners: z.record(numberKeyField(1, 65535, 'a port'), listenerSchema).default({}),
})
