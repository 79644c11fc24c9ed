import { isSameText } from '../../iac/text'
import { reportAmazonSideAsn } from '../amazon-side-asn'
import type { Design } from '../contract'
import type { EmitContext, Language } from '../emit'
import type { Id, ResourceOf } from '../resource'
import { shareName, shareTextRule } from '../sharing'
import type { AttachmentKind } from '../transit-gateway-route-table/schema'
import { attachmentPlan } from '../transit-gateway-vpc-attachment/plan'
import { associationPlan } from '../direct-connect-gateway-association/plan'
import { isConnectWritten } from '../transit-gateway-connect/plan'
import { isPeeringAccepted } from '../transit-gateway-peering-attachment/plan'
import { isConnectionWritten } from '../vpn-connection/plan'

type TransitGateway = ResourceOf<'transit-gateway'>
type Table = ResourceOf<'transit-gateway-route-table'>

/** An attachment as its transit gateway sees it. */
interface Attached {
  readonly id: Id<AttachmentKind>
  readonly isPeering: boolean
  /** May the code say that it stays out of the default route table? */
  readonly mayOptOut: boolean
}

function attachedTo(gateway: TransitGateway, design: Design, language: Language) {
  const vpcs = design
    .all('transit-gateway-vpc-attachment')
    .filter((it) => it.transitGatewayId === gateway.id)
    .flatMap((it): readonly Attached[] => {
      const { outcome, isForeign } = attachmentPlan(it, design)
      const isAutomatic = isForeign && gateway.autoAcceptSharedAttachments
      if (outcome !== 'accepted') return []
      const mayOptOut = language === 'terraform' && !isAutomatic
      return [{ id: it.id, isPeering: false, mayOptOut }]
    })
  const peerings = design
    .all('transit-gateway-peering-attachment')
    .filter(
      (it) =>
        [it.requesterTransitGatewayId, it.accepterTransitGatewayId].includes(gateway.id) &&
        isPeeringAccepted(it, design),
    )
    .map((it): Attached => ({ id: it.id, isPeering: true, mayOptOut: false }))
  const others = [
    ...design.all('vpn-connection'),
    ...design.all('direct-connect-gateway-association'),
  ]
    .filter((it) => it.gatewayId === gateway.id && isMade(it, design))
    .map((it): Attached => ({ id: it.id, isPeering: false, mayOptOut: false }))
  const connects = design
    .all('transit-gateway-connect')
    .filter((it) => it.transitGatewayId === gateway.id && isConnectWritten(it, design))
    .map((it): Attached => ({ id: it.id, isPeering: false, mayOptOut: language === 'terraform' }))
  return [...vpcs, ...peerings, ...others, ...connects]
}

const isMade = (
  it: ResourceOf<'vpn-connection' | 'direct-connect-gateway-association'>,
  design: Design,
) =>
  it.kind === 'vpn-connection'
    ? isConnectionWritten(it, design)
    : associationPlan(it, design).outcome !== 'none'

/**
 * The drawn route table that AWS makes with the transit gateway and that new attachments use; null
 * where neither default is on, or where the code cannot bring AWS's own table into the form that is
 * drawn, so that it switches the defaults off and writes every table itself. (TGW-8)
 */
export function defaultTableOf(
  gateway: TransitGateway,
  design: Design,
  language: Language,
): Table | null {
  const { defaultRouteTableAssociation: associates, defaultRouteTablePropagation: propagates } =
    gateway
  if (!associates && !propagates) return null
  const tables = design
    .all('transit-gateway-route-table')
    .filter((it) => it.transitGatewayId === gateway.id)
  const marked = tables.filter(
    (it) => it.defaultAssociationRouteTable || it.defaultPropagationRouteTable,
  )
  const [table] = marked
  if (
    !table ||
    marked.length > 1 ||
    table.defaultAssociationRouteTable !== associates ||
    table.defaultPropagationRouteTable !== propagates
  )
    return null
  // a template cannot name the table that AWS makes, so it fits only as it comes
  const isNamed = language === 'terraform'
  if (!isNamed && Object.keys(table.routes).length > 0) return null
  const fits = ({ id, isPeering, mayOptOut }: Attached) => {
    const [isAssociated, isPropagating] = [
      table.associations.includes(id),
      table.propagations.includes(id),
    ]
    if (isPeering && isNamed)
      return !associates || tables.some((it) => it.associations.includes(id))
    if (mayOptOut) return true
    return (
      (associates ? isAssociated : isNamed || !isAssociated) &&
      (isPeering || (propagates ? isPropagating : isNamed || !isPropagating))
    )
  }
  return attachedTo(gateway, design, language).every(fits) ? table : null
}

/** Says what of a transit gateway itself the code does not make as drawn. */
export function reportGateway(
  gateway: TransitGateway,
  context: EmitContext,
  language: Language,
): void {
  reportAmazonSideAsn(gateway, context)
  const { design, gap } = context
  const on = gateway.defaultRouteTableAssociation || gateway.defaultRouteTablePropagation
  if (!on || defaultTableOf(gateway, design, language)) return
  gap(
    `The default route tables of ${gateway.name} are switched off in the code: ${
      language === 'terraform' ? 'the table' : 'a template cannot name the table'
    } that AWS makes with a transit gateway ${language === 'terraform' ? 'does not come as drawn' : 'or change it'}. Each association and propagation is written by itself.`,
    `To switch them on again, run: aws ec2 modify-transit-gateway --region ${gateway.region} --transit-gateway-id <id> --options ${[
      ...(gateway.defaultRouteTableAssociation
        ? ['DefaultRouteTableAssociation=enable,AssociationDefaultRouteTableId=<id>']
        : []),
      ...(gateway.defaultRouteTablePropagation
        ? ['DefaultRouteTablePropagation=enable,PropagationDefaultRouteTableId=<id>']
        : []),
    ].join(',')}`,
  )
}

/** The part of a transit gateway that shares it. (TGW-18) */
export const sharePart = 'share'
export const sharedPart = 'shared resource'
export const principalPart = (ownerId: string) => `principal ${ownerId}`
export const acceptedPart = (ownerId: string) => `accepted share ${ownerId}`

export interface Share {
  readonly name: string
  /** The accounts it is shared with. */
  readonly principals: readonly string[]
  /** Those of them that have something attached, so that the code makes things there. */
  readonly attaching: readonly string[]
}

/** With whom a transit gateway is shared; null where it is not. */
export function shareOf(gateway: TransitGateway, design: Design): Share | null {
  const principals = [...new Set(gateway.sharedWith)]
    .filter((ownerId) => ownerId !== gateway.ownerId)
    .toSorted()
  if (principals.length === 0) return null
  const attachments = design
    .all('transit-gateway-vpc-attachment')
    .filter((it) => it.transitGatewayId === gateway.id)
    .map((it) => attachmentPlan(it, design))
    .filter(({ outcome }) => outcome !== 'none')
  return {
    name: shareName(gateway),
    principals,
    attaching: principals.filter((id) => attachments.some(({ vpc }) => vpc.ownerId === id)),
  }
}

/** Says what the sharing lacks or calls otherwise. */
export function reportShare(
  gateway: TransitGateway,
  { name, principals, attaching }: Share,
  { gap, renamed }: EmitContext,
  language: Language,
): void {
  if (!isSameText(name, gateway.name))
    renamed('resource share name', gateway.name, name, shareTextRule)
  for (const ownerId of principals)
    if (language === 'cloudformation' || !attaching.includes(ownerId))
      gap(
        `That account ${ownerId} accepts the share of ${gateway.name} is not in the code: ${
          language === 'cloudformation'
            ? 'CloudFormation has no resource for it'
            : 'nothing is attached from there'
        }.`,
        `Nothing to do where AWS RAM shares within your organization, nor where deploy.sh runs, which accepts it. Otherwise, as soon as the share is made and before anything is attached from there, with credentials of account ${ownerId}, take the ARN from aws ram get-resource-share-invitations --region ${gateway.region}, and run: aws ram accept-resource-share-invitation --region ${gateway.region} --resource-share-invitation-arn <arn>`,
      )
}

/**
 * Must the transit gateway of a template accept by itself? There is no other way to accept there.
 * (DEP-9)
 */
export function acceptsInTemplate(gateway: TransitGateway, design: Design): boolean {
  return (
    gateway.autoAcceptSharedAttachments ||
    design.all('transit-gateway-vpc-attachment').some((it) => {
      if (it.transitGatewayId !== gateway.id) return false
      const { isForeign, outcome } = attachmentPlan(it, design)
      return isForeign && outcome === 'accepted'
    })
  )
}

export const enabled = (isOn: boolean) => (isOn ? 'enable' : 'disable')
