import { z } from '../../base/zod'
import { common, idField, ipField } from '../fields'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
export const schema = z.strictObject({
  id: idField('nat-gateway'),
  kind: z.literal('nat-gateway'),
  ...common,
  subnetId: idField('subnet'),
  connectivityType: z.literal('public').default('public'),
  state: z.enum(['pending', 'failed', 'available', 'deleting', 'deleted']).default('available'),
  /** Null means that AWS chooses one from the subnet. */
  privateIp: ipField.nullable().default(null),
  /** Its Elastic IP address; null means that one is allocated with the gateway. */
  publicIp: ipField.nullable().default(null),
})
