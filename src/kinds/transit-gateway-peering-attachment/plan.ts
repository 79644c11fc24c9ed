import type { Design } from '../contract'
import type { EmitContext, Language } from '../emit'
import type { ResourceOf } from '../resource'
import { isOver } from '../transit-gateway/new-attachment'

type Peering = ResourceOf<'transit-gateway-peering-attachment'>

/** How a peering of two transit gateways comes about. */
export interface TransitGatewayPeeringPlan {
  readonly requester: ResourceOf<'transit-gateway'>
  readonly accepter: ResourceOf<'transit-gateway'>
  /** Accepted, left waiting for the accepter, or not made at all. */
  readonly outcome: 'accepted' | 'awaited' | 'none'
  /** Why it is not made: `is rejected`. */
  readonly because: string | null
}

/** The part that makes a peering carry packets: somebody accepts, even in one account. (TGW-14) */
export const accepterPart = 'accepter'

const waiting: readonly Peering['state'][] = [
  'initiating',
  'initiatingRequest',
  'pendingAcceptance',
]

const isGone = (state: Peering['state']) => state === 'rejecting' || isOver(state)

export function transitGatewayPeeringPlan(
  peering: Peering,
  design: Design,
): TransitGatewayPeeringPlan {
  const [requester, accepter] = [
    design.get(peering.requesterTransitGatewayId),
    design.get(peering.accepterTransitGatewayId),
  ]
  if (!requester || !accepter) throw new Error(`Bug: ${peering.id} joins what is not there`)
  const because = refusalOf(peering, design)
  const outcome = because ? 'none' : waiting.includes(peering.state) ? 'awaited' : 'accepted'
  return { requester, accepter, outcome, because }
}

function refusalOf(peering: Peering, design: Design): string | null {
  const { requesterTransitGatewayId: from, accepterTransitGatewayId: to } = peering
  if (isGone(peering.state)) return `is ${peering.state}`
  if (from === to) return 'joins a transit gateway with itself'
  const first = design
    .all('transit-gateway-peering-attachment')
    .find(
      (it) =>
        it.id < peering.id &&
        !isGone(it.state) &&
        [it.requesterTransitGatewayId, it.accepterTransitGatewayId].includes(from) &&
        [it.requesterTransitGatewayId, it.accepterTransitGatewayId].includes(to),
    )
  return first ? `is the second of this pair, beside ${first.name}` : null
}

export const isPeeringAccepted = (peering: Peering, design: Design) =>
  transitGatewayPeeringPlan(peering, design).outcome === 'accepted'

/** The command that accepts a peering. */
export const acceptCommand = ({ region }: ResourceOf<'transit-gateway'>) =>
  `aws ec2 accept-transit-gateway-peering-attachment --region ${region} --transit-gateway-attachment-id <id>`

/** Says what becomes of a peering that the code does not make as drawn. */
export function reportPeering(
  peering: Peering,
  { requester, accepter, outcome, because }: TransitGatewayPeeringPlan,
  { gap }: EmitContext,
  language: Language,
): void {
  const said = `The peering attachment ${peering.name} between ${requester.name} and ${accepter.name}`
  if (outcome === 'none')
    gap(
      `${said} is left out, with everything that needs it: it ${because}.`,
      'Mend it in the design, or remove it.',
    )
  else if (outcome === 'awaited')
    gap(
      `${said} is requested and not accepted, as in the design; what needs it is left out.`,
      `Accept it in the design and export again, or, with credentials of account ${accepter.ownerId}, run: ${acceptCommand(accepter)}`,
    )
  else if (language === 'cloudformation')
    gap(
      `${said} is requested and not accepted: CloudFormation has no resource that accepts it. What needs it is left out and listed by itself.`,
      `With credentials of account ${accepter.ownerId}, run: ${acceptCommand(accepter)}`,
    )
  else if (peering.state !== 'available')
    gap(
      `The peering attachment ${peering.name} is ${peering.state} in the design; the code makes one that becomes available.`,
      'Nothing to do, unless the design is to show a fault.',
    )
}
