import { z } from '../../base/zod'
import { anyCidrField, common, idField, ipProtocolField, numberKeyField } from '../fields'

/**
 * One rule. Ports are inclusive and null for protocols without ports; for ICMP `icmpType` and
 * `icmpCode` count, -1 or null meaning any.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAclEntry.html
 */
export const entrySchema = z
  .strictObject({
    ruleAction: z.enum(['allow', 'deny']),
    protocol: ipProtocolField,
    /** An IPv4 or IPv6 block: EC2's CidrBlock or Ipv6CidrBlock. */
    cidrBlock: anyCidrField,
    fromPort: z.int().min(0).max(65535).nullable().default(null),
    toPort: z.int().min(0).max(65535).nullable().default(null),
    icmpType: z.int().min(-1).max(255).nullable().default(null),
    icmpCode: z.int().min(-1).max(255).nullable().default(null),
  })
  .refine(
    (entry) =>
      !['tcp', 'udp', '6', '17'].includes(entry.protocol) ||
      (entry.fromPort !== null && entry.toPort !== null && entry.fromPort <= entry.toPort),
    {
      message: 'A tcp or udp rule has a port range',
      params: { mend: 'Set fromPort and toPort, 0 to 65535, the lower one first.' },
    },
  )

/** Rules by rule number, lowest first to be asked; the final `*` that denies is not written down. */
const entriesField = z
  .record(numberKeyField(1, 32766, 'the number of a network ACL rule'), entrySchema)
  .default({})

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAcl.html */
export const schema = z.strictObject({
  id: idField('network-acl'),
  kind: z.literal('network-acl'),
  ...common,
  vpcId: idField('vpc'),
  /** The default network ACL serves every subnet that names none. (ACL-1) */
  isDefault: z.boolean().default(false),
  ingress: entriesField,
  egress: entriesField,
})
