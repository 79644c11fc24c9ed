import { z } from '../../base/zod'
import { anyCidrField, common, idField, ipProtocolField, numberKeyField } from '../fields'

export const statelessActions = ['aws:pass', 'aws:drop', 'aws:forward_to_sfe'] as const
export const statefulActions = ['PASS', 'DROP', 'REJECT', 'ALERT'] as const

/**
 * Not an action of AWS: in its place stands a rule group that says more than addresses, ports and
 * protocols, such as a list of domains, Suricata rules or a managed group.
 */
export const finer = 'OTHER_RULE_GROUP'

const portField = z.int().min(0).max(65535).nullable().default(null)

/** What a rule matches. Null means any; ports count for tcp and udp. */
const matchFields = {
  source: anyCidrField.nullable().default(null),
  destination: anyCidrField.nullable().default(null),
  protocol: ipProtocolField.default('-1'),
  sourceFromPort: portField,
  sourceToPort: portField,
  fromPort: portField,
  toPort: portField,
}

interface Ports {
  readonly sourceFromPort: number | null
  readonly sourceToPort: number | null
  readonly fromPort: number | null
  readonly toPort: number | null
}

const inOrder = (from: number | null, to: number | null) =>
  (from === null) === (to === null) && (from ?? 0) <= (to ?? 0)
const hasPortRanges = (it: Ports) =>
  inOrder(it.sourceFromPort, it.sourceToPort) && inOrder(it.fromPort, it.toPort)
const portsProblem = {
  message: 'A range of ports has a first and a last port',
  params: { mend: 'Give both, the lower one first, or none.' },
}

export const statelessRuleSchema = z
  .strictObject({
    action: z.enum([...statelessActions, finer]),
    description: z.string().default(''),
    ...matchFields,
  })
  .refine(hasPortRanges, portsProblem)

export const statefulRuleSchema = z
  .strictObject({
    action: z.enum([...statefulActions, finer]),
    /** `ANY` matches connections that are opened from either side. */
    direction: z.enum(['FORWARD', 'ANY']).default('FORWARD'),
    description: z.string().default(''),
    ...matchFields,
  })
  .refine(hasPortRanges, portsProblem)

const priorityField = numberKeyField(1, 65535, 'the priority of a rule')

/**
 * A firewall with its policy. Its endpoints are VPC endpoints of the type GatewayLoadBalancer whose
 * service it is, one in each zone.
 * @source https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_FirewallPolicy.html
 */
export const schema = z.strictObject({
  id: idField('network-firewall'),
  kind: z.literal('network-firewall'),
  ...common,
  vpcId: idField('vpc'),
  status: z.enum(['PROVISIONING', 'READY', 'DELETING']).default('READY'),
  /** By priority, the lowest first. */
  statelessRules: z.record(priorityField, statelessRuleSchema).default({}),
  /** What becomes of packets that no stateless rule matches. */
  statelessDefaultAction: z.enum(statelessActions).default('aws:forward_to_sfe'),
  /** By their place in strict order. */
  statefulRules: z.record(priorityField, statefulRuleSchema).default({}),
  /** In the order of actions (pass, drop, reject, alert), or in that of their numbers. */
  ruleOrder: z.enum(['DEFAULT_ACTION_ORDER', 'STRICT_ORDER']).default('DEFAULT_ACTION_ORDER'),
  /** What becomes of connections that no stateful rule matches; counts in strict order alone. */
  statefulDefaultAction: z
    .enum(['aws:drop_strict', 'aws:drop_established'])
    .nullable()
    .default(null),
})
