import { z } from '../../base/zod'
import { cidrField, common, idField, oneOfIds } from '../fields'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VgwTelemetry.html */
const tunnelStatus = z.enum(['UP', 'DOWN']).default('UP')

/**
 * A Site-to-Site VPN connection: two tunnels between a customer gateway and a virtual private
 * gateway, or a transit gateway, of which it is then an attachment. (VPN-1)
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnConnection.html
 */
export const schema = z.strictObject({
  id: idField('vpn-connection'),
  kind: z.literal('vpn-connection'),
  ...common,
  gatewayId: oneOfIds(['vpn-gateway', 'transit-gateway'], 'the AWS end of a VPN connection'),
  customerGatewayId: idField('customer-gateway'),
  state: z.enum(['pending', 'available', 'deleting', 'deleted']).default('available'),
  /** Static routes in place of BGP. */
  staticRoutesOnly: z.boolean().default(false),
  /** The static routes; without BGP a virtual private gateway knows no others. */
  routes: z.array(cidrField).default([]),
  /**
   * What the other side announces or is sent by this very connection, where that is known apart: a
   * device may have several. Without it, all that lies behind its customer gateway. (CL-17)
   */
  announced: z.array(cidrField).min(1).optional(),
  tunnel1Status: tunnelStatus,
  tunnel2Status: tunnelStatus,
})
