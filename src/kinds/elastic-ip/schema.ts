import { z } from '../../base/zod'
import { accountIdField, common, idField, ipField, oneOfIds, regionField } from '../fields'

/**
 * An Elastic IP address that is no one's by the way that is drawn, such as one of a secondary
 * private address, or one that nothing uses. An interface's own is written with the interface.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Address.html
 */
export const schema = z.strictObject({
  id: idField('elastic-ip'),
  kind: z.literal('elastic-ip'),
  ...common,
  ownerId: accountIdField,
  region: regionField,
  /** Null means that AWS chooses one. */
  publicIp: ipField.nullable().default(null),
  /** The instance or interface it is associated with; null while it is not. */
  associatedWith: oneOfIds(
    ['workload', 'network-interface'],
    'what an Elastic IP address is associated with',
  )
    .nullable()
    .default(null),
  /** Which of its private addresses; null means the primary one. */
  privateIpAddress: ipField.nullable().default(null),
})
