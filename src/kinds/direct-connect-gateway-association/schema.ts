import { z } from '../../base/zod'
import { cidrField, common, idField, oneOfIds } from '../fields'

/**
 * What joins a Direct Connect gateway to a virtual private gateway, or to a transit gateway, of
 * which it is then an attachment. (VPN-10)
 * @source https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DirectConnectGatewayAssociation.html
 */
export const schema = z.strictObject({
  id: idField('direct-connect-gateway-association'),
  kind: z.literal('direct-connect-gateway-association'),
  ...common,
  directConnectGatewayId: idField('direct-connect-gateway'),
  gatewayId: oneOfIds(
    ['vpn-gateway', 'transit-gateway'],
    'the gateway that a Direct Connect gateway is associated with',
  ),
  state: z
    .enum(['associating', 'associated', 'updating', 'disassociating', 'disassociated'])
    .default('associated'),
  /**
   * What is announced to the other side: of a virtual private gateway the blocks of its VPC that
   * lie in these, all of them where there are none; of a transit gateway these very blocks.
   */
  allowedPrefixes: z.array(cidrField).default([]),
})
