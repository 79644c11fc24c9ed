import { z } from '../../base/zod'
import { cidr6Field, cidrField, common, idField, ipProtocolField, rowKeyField } from '../fields'

/**
 * One allow rule. Ports are inclusive and null for `-1` and protocols without ports; for icmp
 * and icmpv6 `fromPort` is the type and `toPort` the code, -1 meaning any.
 * Exactly one of `cidrIpv4`, `cidrIpv6`, `prefixListId` and `referencedGroupId` is set.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html
 */
export const ruleSchema = z
  .strictObject({
    ipProtocol: ipProtocolField,
    fromPort: z.int().min(-1).max(65535).nullable().default(null),
    toPort: z.int().min(-1).max(65535).nullable().default(null),
    cidrIpv4: cidrField.nullable().default(null),
    cidrIpv6: cidr6Field.nullable().default(null),
    prefixListId: idField('prefix-list').nullable().default(null),
    referencedGroupId: idField('security-group').nullable().default(null),
    description: z.string().max(255).default(''),
  })
  .refine((rule) => peersOf(rule).length === 1, {
    message: 'A rule has one peer: a CIDR block, a prefix list or a security group',
    params: { mend: 'Set exactly one of cidrIpv4, cidrIpv6, prefixListId and referencedGroupId.' },
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
const rulesField = z.record(rowKeyField('a key for a rule'), ruleSchema).default({})

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
export const schema = z.strictObject({
  id: idField('security-group'),
  kind: z.literal('security-group'),
  ...common,
  vpcId: idField('vpc'),
  description: z.string().min(1).max(255),
  /** Further VPCs of its Region that it is associated with. (SG-9) */
  associatedVpcIds: z.array(idField('vpc')).default([]),
  ingress: rulesField,
  egress: rulesField,
})

interface Peers {
  readonly cidrIpv4: unknown
  readonly cidrIpv6: unknown
  readonly prefixListId: unknown
  readonly referencedGroupId: unknown
}

function peersOf({ cidrIpv4, cidrIpv6, prefixListId, referencedGroupId }: Peers) {
  return [cidrIpv4, cidrIpv6, prefixListId, referencedGroupId].filter((it) => it !== null)
}
