import { z } from '../../base/zod'
import { accountIdField, common, idField } from '../fields'

/**
 * A Direct Connect gateway: global, between virtual interfaces and gateways of any Region. (VPN-10)
 * @source https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DirectConnectGateway.html
 */
export const schema = z.strictObject({
  id: idField('direct-connect-gateway'),
  kind: z.literal('direct-connect-gateway'),
  ...common,
  ownerId: accountIdField,
  amazonSideAsn: z.int().min(64512).max(4294967294).default(64512),
})
