import { z } from '../../base/zod'
import { common, idField } from '../fields'
import { attachmentStates } from '../transit-gateway-vpc-attachment/schema'

/**
 * Joins two transit gateways, of one Region or of two; it carries static routes only. (TGW-14)
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayPeeringAttachment.html
 */
export const schema = z.strictObject({
  id: idField('transit-gateway-peering-attachment'),
  kind: z.literal('transit-gateway-peering-attachment'),
  ...common,
  requesterTransitGatewayId: idField('transit-gateway'),
  accepterTransitGatewayId: idField('transit-gateway'),
  state: z.enum(attachmentStates).default('pendingAcceptance'),
})
