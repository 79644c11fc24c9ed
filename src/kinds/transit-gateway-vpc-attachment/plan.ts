import type { Design } from '../contract'
import type { EmitContext, Language } from '../emit'
import type { Id, ResourceOf } from '../resource'
import { isOver } from '../transit-gateway/new-attachment'

type Attachment = ResourceOf<'transit-gateway-vpc-attachment'>

/** The part of an attachment that accepts it, where the transit gateway is another account's. */
export const accepterPart = 'accepter'

/** How an attachment comes about. */
export interface AttachmentPlan {
  readonly gateway: ResourceOf<'transit-gateway'>
  readonly vpc: ResourceOf<'vpc'>
  /** Is the VPC another account's than the transit gateway? */
  readonly isForeign: boolean
  /** One in each zone, as AWS takes them. */
  readonly subnets: readonly ResourceOf<'subnet'>[]
  /** Accepted, left waiting for the owner of the transit gateway, or not made at all. */
  readonly outcome: 'accepted' | 'awaited' | 'none'
  /** Why it is not made: `is rejected`. */
  readonly because: string | null
}

const isGone = (state: Attachment['state']) => state === 'rejecting' || isOver(state)

/** What becomes of an attachment in the code. (TGW-1, TGW-2, TGW-18) */
export function attachmentPlan(attachment: Attachment, design: Design): AttachmentPlan {
  const [gateway, vpc] = [design.get(attachment.transitGatewayId), design.get(attachment.vpcId)]
  if (!gateway || !vpc) throw new Error(`Bug: ${attachment.id} joins what is not there`)
  const isForeign = gateway.ownerId !== vpc.ownerId
  const subnets = usableSubnets(attachment, design)
  const because = refusalOf(attachment, { gateway, vpc, subnets }, design)
  const waits =
    isForeign &&
    !gateway.autoAcceptSharedAttachments &&
    ['initiatingRequest', 'pendingAcceptance'].includes(attachment.state)
  const outcome = because ? 'none' : waits ? 'awaited' : 'accepted'
  return { gateway, vpc, isForeign, subnets, outcome, because }
}

function refusalOf(
  attachment: Attachment,
  { gateway, vpc, subnets }: Pick<AttachmentPlan, 'gateway' | 'vpc' | 'subnets'>,
  design: Design,
): string | null {
  if (isGone(attachment.state)) return `is ${attachment.state}`
  if (gateway.region !== vpc.region)
    return `attaches a VPC of ${vpc.region} to a transit gateway of ${gateway.region}`
  if (gateway.ownerId !== vpc.ownerId && !gateway.sharedWith.includes(vpc.ownerId))
    return `attaches a VPC of account ${vpc.ownerId}, with which ${gateway.name} is not shared`
  if (subnets.length === 0) return 'has no subnet'
  const first = design
    .all('transit-gateway-vpc-attachment')
    .find(
      (it) =>
        it.id < attachment.id &&
        it.vpcId === vpc.id &&
        it.transitGatewayId === gateway.id &&
        !isGone(it.state),
    )
  return first ? `is the second of ${vpc.name} to ${gateway.name}, beside ${first.name}` : null
}

/** Subnets of the VPC with IPv4 addresses, the first by id of each zone, ordered by zone. (TGW-2) */
function usableSubnets(attachment: Attachment, design: Design): readonly ResourceOf<'subnet'>[] {
  const zones = new Map<string, ResourceOf<'subnet'>>()
  for (const id of attachment.subnetIds.toSorted()) {
    const subnet = design.get(id)
    if (!subnet || subnet.vpcId !== attachment.vpcId || subnet.cidrBlock === null) continue
    if (!zones.has(subnet.availabilityZone)) zones.set(subnet.availabilityZone, subnet)
  }
  return [...zones].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, subnet]) => subnet)
}

/**
 * A template cannot accept, so that its transit gateway has to accept by itself: a request that
 * shall wait is not written there.
 */
export function isAttachmentWritten({ outcome }: AttachmentPlan, language: Language): boolean {
  return outcome === 'accepted' || (outcome === 'awaited' && language === 'terraform')
}

/** Which part stands for the attachment once it carries packets: the accepter where there is one. */
export function carryingPart(attachment: Attachment, design: Design, language: Language): string {
  const { gateway, isForeign, outcome } = attachmentPlan(attachment, design)
  const hasAccepter =
    outcome === 'accepted' &&
    isForeign &&
    !gateway.autoAcceptSharedAttachments &&
    language === 'terraform'
  return hasAccepter ? accepterPart : ''
}

/**
 * The block that a route of this VPC to this transit gateway waits for; null when the VPC is not
 * attached, so that AWS would refuse the route. (DEP-9)
 * In Terraform `ref(it.of, 'transit_gateway_id', it.part)` is the gateway once it may be routed to;
 * in CloudFormation the route depends on `ref(it.of, 'id', it.part)`.
 */
export function attachmentOf(
  vpcId: Id<'vpc'>,
  transitGatewayId: Id<'transit-gateway'>,
  design: Design,
  language: Language,
): { readonly of: Id<'transit-gateway-vpc-attachment'>; readonly part: string } | null {
  const attachment = design
    .all('transit-gateway-vpc-attachment')
    .find(
      (it) =>
        it.vpcId === vpcId &&
        it.transitGatewayId === transitGatewayId &&
        attachmentPlan(it, design).outcome === 'accepted',
    )
  return attachment ? { of: attachment.id, part: carryingPart(attachment, design, language) } : null
}

/** Says what becomes of an attachment that the code does not make as drawn. */
export function reportAttachment(
  attachment: Attachment,
  plan: AttachmentPlan,
  { design, gap }: EmitContext,
  language: Language,
): void {
  const { gateway, vpc, subnets, outcome, because } = plan
  if (outcome === 'none') {
    gap(
      `The attachment ${attachment.name} of ${vpc.name} to ${gateway.name} is left out, with everything that needs it: it ${because}.`,
      'Mend it in the design, or remove it.',
    )
    return
  }
  if (outcome === 'awaited') reportAwaited(attachment, plan, language, gap)
  else if (attachment.state !== 'available')
    gap(
      `The attachment ${attachment.name} is ${attachment.state} in the design; the code makes one that becomes available.`,
      'Nothing to do, unless the design is to show a fault.',
    )
  for (const id of attachment.subnetIds) {
    const subnet = design.get(id)
    if (subnet && !subnets.includes(subnet))
      gap(
        `The subnet ${subnet.name} is left out of ${attachment.name}: an attachment takes one subnet with IPv4 addresses in each Availability Zone of its VPC.`,
        'Remove it from the attachment.',
      )
  }
}

function reportAwaited(
  { name }: Attachment,
  { gateway, vpc, subnets }: AttachmentPlan,
  language: Language,
  gap: EmitContext['gap'],
): void {
  if (language === 'terraform')
    gap(
      `The attachment ${name} is requested and not accepted, as in the design; what needs it is left out.`,
      `Accept it in the design and export again, or accept it in account ${gateway.ownerId}.`,
    )
  else
    gap(
      `The attachment ${name} waits for acceptance in the design and is left out, with everything that needs it: a template makes only what becomes available.`,
      `Accept it in the design and export again, or, with credentials of account ${vpc.ownerId}, run: aws ec2 create-transit-gateway-vpc-attachment --region ${vpc.region} --transit-gateway-id <id> --vpc-id <id> --subnet-ids ${subnets.map(() => '<id>').join(' ')}`,
    )
}
