import { idOf, known, oneOf, part, text, type Describe, type Raw } from '../describe'
import { attachmentStates } from '../transit-gateway-vpc-attachment/schema'

const over = new Set(['deleted', 'rejected', 'failed'])

/**
 * One attachment, listed under one id on both sides. The list of all attachments tells of each side
 * what it leads to, and not which of them asked for it.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayPeeringAttachment.html
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayAttachment.html
 */
export const describe: Describe<'transit-gateway-peering-attachment'> = ({ dump }) => {
  const listed = dump.all('TransitGatewayPeeringAttachments').flatMap(({ it, id }) => {
    const [one, other] = ['RequesterTgwInfo', 'AccepterTgwInfo'].map((key) =>
      text(part(it, key), 'TransitGatewayId'),
    )
    return id && one && other ? joined(it, id, one, other) : []
  })
  const there = new Set(dump.all('TransitGatewayPeeringAttachments').map(({ id }) => id))
  const others = new Map(
    dump.all('TransitGatewayAttachments').flatMap(({ it, id }) => {
      const ends = [text(it, 'TransitGatewayId'), text(it, 'ResourceId')]
      const [one, other] = ends.toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))
      if (!id || !one || !other || there.has(id) || text(it, 'ResourceType') !== 'peering')
        return []
      return joined(it, id, one, other).map((each) => [id, each] as const)
    }),
  )
  return [...listed, ...others.values()]
}

function joined(it: Raw, id: string, requester: string, accepter: string) {
  const state = text(it, 'State') ?? 'available'
  if (over.has(state)) return []
  return [
    {
      ...known('transit-gateway-peering-attachment', it, id),
      requesterTransitGatewayId: idOf('transit-gateway', requester),
      accepterTransitGatewayId: idOf('transit-gateway', accepter),
      state: oneOf(state, attachmentStates, 'available'),
    },
  ]
}
