import { z } from '../../base/zod'
import { cidrField, common, idField, shaped } from '../fields'

/** IP protocols as EC2 names them; `-1` means all, others are protocol numbers. */
const ipProtocolField = shaped(
  /^(-1|tcp|udp|icmp|\d{1,3})$/,
  'an IP protocol',
  'Write tcp, udp, icmp, -1 for all, or a protocol number.',
)

/**
 * One allow rule. Ports are inclusive and null for `-1` and protocols without ports; for icmp
 * `fromPort` is the type and `toPort` the code, -1 meaning any.
 * Exactly one of `cidrIpv4` and `referencedGroupId` is set.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html
 */
export const ruleSchema = z
  .strictObject({
    ipProtocol: ipProtocolField,
    fromPort: z.int().min(-1).max(65535).nullable().default(null),
    toPort: z.int().min(-1).max(65535).nullable().default(null),
    cidrIpv4: cidrField.nullable().default(null),
    referencedGroupId: idField('security-group').nullable().default(null),
    description: z.string().max(255).default(''),
  })
  .refine((rule) => (rule.cidrIpv4 === null) !== (rule.referencedGroupId === null), {
    message: 'A rule has either a CIDR block or a security group as its peer',
    params: { mend: 'Set exactly one of cidrIpv4 and referencedGroupId.' },
  })
  .refine(
    (rule) =>
      !['tcp', 'udp'].includes(rule.ipProtocol) ||
      (rule.fromPort !== null &&
        rule.toPort !== null &&
        rule.fromPort >= 0 &&
        rule.fromPort <= rule.toPort),
    {
      message: 'A tcp or udp rule has a port range',
      params: { mend: 'Set fromPort and toPort, 0 to 65535, the lower one first.' },
    },
  )

/** Rules by a key of their own, `rule-1` and so on, so that an edit names the rule it means. */
const rulesField = z
  .record(
    shaped(
      /^[A-Za-z0-9-]{1,64}$/,
      'a key for a rule',
      'Use up to 64 letters, digits and hyphens, such as rule-1.',
    ),
    ruleSchema,
  )
  .default({})

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
export const schema = z.strictObject({
  id: idField('security-group'),
  kind: z.literal('security-group'),
  ...common,
  vpcId: idField('vpc'),
  description: z.string().min(1).max(255),
  ingress: rulesField,
  egress: rulesField,
})
