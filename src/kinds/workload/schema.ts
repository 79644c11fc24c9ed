import { z } from '../../base/zod'
import { common, idField, ipField } from '../fields'

export const workloadTypes = ['ec2-instance', 'ecs-service', 'eks-node-group', 'generic'] as const

/** One network interface of a workload, keyed by the subnet it lies in. */
export const interfaceSchema = z.strictObject({
  /** Null means that AWS chooses one from the subnet. */
  privateIpAddress: ipField.nullable().default(null),
  /** How the interface comes by a public IPv4 address, if at all. */
  publicAddress: z.enum(['none', 'auto-assigned', 'elastic-ip']).default('none'),
  /** The public address, when known; null means that AWS chooses one. */
  publicIp: ipField.nullable().default(null),
})

/** Something with network interfaces that sends and receives packets. */
export const schema = z.strictObject({
  id: idField('workload'),
  kind: z.literal('workload'),
  ...common,
  workloadType: z.enum(workloadTypes),
  state: z.enum(['running', 'stopped']).default('running'),
  interfaces: z
    .record(idField('subnet') as z.ZodType<`subnet:${string}`, string>, interfaceSchema)
    .refine((interfaces) => Object.keys(interfaces).length > 0, {
      message: 'A workload lies in at least one subnet',
      params: { mend: 'Add a subnet to "interfaces".' },
    }),
  securityGroupIds: z.array(idField('security-group')).default([]),
})
