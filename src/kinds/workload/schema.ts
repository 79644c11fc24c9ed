import { z } from '../../base/zod'
import { accountIdField, common, idField, networkInterfaceIdField } from '../fields'
import { interfaceFields } from '../network-interface/schema'

export const workloadTypes = [
  'ec2-instance',
  'ecs-service',
  'eks-node-group',
  'lambda-function',
  'rds-db-instance',
  'appliance',
  'generic',
] as const

/** What an appliance does with packets that are not addressed to it. (RT-19, CL-7, CL-15) */
export const forwardingModes = ['none', 'forward', 'drop', 'masquerade'] as const

/** One network interface of a workload, keyed by the subnet it lies in. */
export const interfaceSchema = z.strictObject({
  networkInterfaceId: networkInterfaceIdField,
  ...interfaceFields,
})

/** Something with network interfaces that sends and receives packets. */
export const schema = z.strictObject({
  id: idField('workload'),
  kind: z.literal('workload'),
  ...common,
  workloadType: z.enum(workloadTypes),
  /** The account it belongs to where that is not its subnet's: a participant's. Null otherwise. */
  ownerId: accountIdField.nullable().default(null),
  state: z.enum(['running', 'stopped']).default('running'),
  forwarding: z.enum(forwardingModes).default('none'),
  /** Does it keep state of connections, as a firewall does? Counts for one that forwards. */
  stateful: z.boolean().default(true),
  /**
   * Is it a node of a cluster whose pods have its further addresses, and are seen outside the VPC with
   * its primary one? (LB-15, CL-16)
   */
  hostsPods: z.boolean().optional(),
  /** The cluster of Amazon Aurora that a database is an instance of. */
  dbClusterIdentifier: z.string().min(1).optional(),
  interfaces: z
    .record(idField('subnet') as z.ZodType<`subnet:${string}`, string>, interfaceSchema)
    .refine((interfaces) => Object.keys(interfaces).length > 0, {
      message: 'A workload lies in at least one subnet',
      params: { mend: 'Add a subnet to "interfaces".' },
    }),
  securityGroupIds: z.array(idField('security-group')).default([]),
})
