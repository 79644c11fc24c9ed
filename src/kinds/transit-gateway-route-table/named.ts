import { ref, type Reference, type Variable } from '../../iac/value'
import { associationPlan } from '../direct-connect-gateway-association/plan'
import type { EmitContext, Language } from '../emit'
import type { Id, ResourceOf } from '../resource'
import { lookedUp } from '../transit-gateway/looked-up'
import { isConnectWritten, transportOf } from '../transit-gateway-connect/plan'
import {
  accepterPart as peeringAccepterPart,
  transitGatewayPeeringPlan,
} from '../transit-gateway-peering-attachment/plan'
import { attachmentPlan, carryingPart } from '../transit-gateway-vpc-attachment/plan'
import { isConnectionWritten } from '../vpn-connection/plan'
import type { AttachmentKind } from './schema'

type Attachment = ResourceOf<AttachmentKind>

/** An attachment that a table names, once it carries packets. */
export interface Named {
  readonly attachment: Attachment
  readonly id: Reference | Variable
  /** Set where what names the attachment is made only once this is. */
  readonly onlyIf?: Variable
}

interface Unnamed {
  readonly attachment: Attachment | undefined
  readonly because: string
  /** Does it come about once somebody has accepted by hand? */
  readonly isByHand: boolean
}

/** The attachment as the code names it, or why AWS would not take it. */
export function namedIn(
  id: Id<AttachmentKind>,
  gateway: ResourceOf<'transit-gateway'>,
  context: EmitContext,
  language: Language,
): Named | Unnamed {
  const { design } = context
  const attachment: Attachment | undefined = design.get(id)
  const not = (because: string, isByHand = false) => ({ attachment, because, isByHand })
  if (!attachment) return not('is gone')
  const stranger = not('belongs to another transit gateway')
  const unmade = { accepted: null, awaited: not('is not accepted'), none: not('is not made') }
  if (attachment.kind === 'transit-gateway-vpc-attachment') {
    if (attachment.transitGatewayId !== gateway.id) return stranger
    const part = carryingPart(attachment, design, language)
    const missing = unmade[attachmentPlan(attachment, design).outcome]
    return missing ?? { attachment, id: ref(attachment.id, 'id', part) }
  }
  if (attachment.kind === 'transit-gateway-peering-attachment') {
    const { requesterTransitGatewayId, accepterTransitGatewayId } = attachment
    if (![requesterTransitGatewayId, accepterTransitGatewayId].includes(gateway.id)) return stranger
    const missing = unmade[transitGatewayPeeringPlan(attachment, design).outcome]
    if (missing) return missing
    if (language === 'cloudformation') return not('has to be accepted by hand first', true)
    return { attachment, id: ref(attachment.id, 'id', peeringAccepterPart) }
  }
  if (attachment.kind === 'transit-gateway-connect') {
    if (attachment.transitGatewayId !== gateway.id) return stranger
    if (!isConnectWritten(attachment, design)) return unmade.none
    const { onlyIf } = transportOf(attachment, context, language)
    return { attachment, id: ref(attachment.id), ...(onlyIf ? { onlyIf } : {}) }
  }
  if (attachment.gatewayId !== gateway.id) return stranger
  if (attachment.kind === 'vpn-connection') {
    if (!isConnectionWritten(attachment, design)) return unmade.none
  } else {
    const missing = unmade[associationPlan(attachment, design).outcome]
    if (missing) return missing
  }
  return language === 'terraform'
    ? { attachment, id: ref(attachment.id, 'transit_gateway_attachment_id') }
    : lookedUp(attachment, gateway, context)
}
