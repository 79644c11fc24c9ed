import { idOf, known, oneOf, part, text, type Describe } from '../describe'
import { attachmentStates } from '../transit-gateway-vpc-attachment/schema'

/**
 * One attachment, listed under one id on both sides.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayPeeringAttachment.html
 */
export const describe: Describe<'transit-gateway-peering-attachment'> = ({ dump }) =>
  dump.all('TransitGatewayPeeringAttachments').flatMap(({ it, id }) => {
    const [one, other] = ['RequesterTgwInfo', 'AccepterTgwInfo'].map((key) =>
      text(part(it, key), 'TransitGatewayId'),
    )
    const state = text(it, 'State') ?? 'available'
    if (!id || !one || !other || ['deleted', 'rejected', 'failed'].includes(state)) return []
    return [
      {
        ...known('transit-gateway-peering-attachment', it, id),
        requesterTransitGatewayId: idOf('transit-gateway', one),
        accepterTransitGatewayId: idOf('transit-gateway', other),
        state: oneOf(state, attachmentStates, 'available'),
      },
    ]
  })
