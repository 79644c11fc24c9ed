import { z } from '../../base/zod'
import { accountIdField, common, idField, ipField, regionField } from '../fields'

/**
 * What AWS knows of the device at the other end of VPN connections.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CustomerGateway.html
 */
export const schema = z.strictObject({
  id: idField('customer-gateway'),
  kind: z.literal('customer-gateway'),
  ...common,
  ownerId: accountIdField,
  region: regionField,
  /** The public address of the device; null where nobody said. */
  ipAddress: ipField.nullable().default(null),
  bgpAsn: z.int().min(1).max(4294967294).default(65000),
  /** The network that the device belongs to; null where it is not drawn. */
  onPremisesNetworkId: idField('on-premises-network').nullable().default(null),
})
