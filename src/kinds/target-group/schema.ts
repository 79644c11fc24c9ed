import { z } from '../../base/zod'
import { anyIpField, common, idField, oneOfIds, rowKeyField, zoneField } from '../fields'

/** @source https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html */
export const healthStates = [
  'healthy',
  'initial',
  'unhealthy',
  'unhealthy.draining',
  'unused',
  'draining',
  'unavailable',
] as const

/**
 * A registered target: a resource of the design, or a bare address. A workload stands for each of
 * its interfaces where the target type is `ip`, as the tasks of an ECS service do.
 */
const targetSchema = z
  .strictObject({
    targetId: oneOfIds(['workload', 'network-interface', 'load-balancer'], 'a target')
      .nullable()
      .default(null),
    ipAddress: anyIpField.nullable().default(null),
    /** Null means the port of the target group. */
    port: z.int().min(1).max(65535).nullable().default(null),
    /** Where a bare address outside the VPC is said to be; null means all zones. */
    availabilityZone: zoneField.nullable().default(null),
    health: z.enum(healthStates).default('healthy'),
  })
  .refine((target) => (target.targetId === null) !== (target.ipAddress === null), {
    message: 'A target is either a resource or an address',
    params: { mend: 'Set exactly one of targetId and ipAddress.' },
  })

/** @source https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html */
export const schema = z.strictObject({
  id: idField('target-group'),
  kind: z.literal('target-group'),
  ...common,
  vpcId: idField('vpc'),
  targetType: z.enum(['instance', 'ip', 'alb']).default('instance'),
  protocol: z.enum(['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC', 'GENEVE']),
  port: z.int().min(1).max(65535),
  ipAddressType: z.enum(['ipv4', 'ipv6']).default('ipv4'),
  /** The attribute `preserve_client_ip.enabled`; null means AWS's default for it. (LB-6) */
  preserveClientIp: z.boolean().nullable().default(null),
  /** The attribute `load_balancing.cross_zone.enabled`; null means the load balancer's. (CL-13) */
  crossZone: z.boolean().nullable().default(null),
  healthCheckPort: z.int().min(1).max(65535).nullable().default(null),
  targets: z.record(rowKeyField('a key for a target'), targetSchema).default({}),
})
