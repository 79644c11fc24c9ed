import { byCodeUnit } from '../../iac/order'
import { ref, type Reference, type Variable } from '../../iac/value'
import { compareCidrs, isCidr, type Cidr } from '../../net/cidr'
import type { Design } from '../contract'
import type { EmitContext, Language } from '../emit'
import type { Id, ResourceOf } from '../resource'
import { defaultTableOf } from '../transit-gateway/plan'
import {
  accepterPart as peeringAccepterPart,
  transitGatewayPeeringPlan,
} from '../transit-gateway-peering-attachment/plan'
import { associationPlan } from '../direct-connect-gateway-association/plan'
import { isConnectWritten, transportOf } from '../transit-gateway-connect/plan'
import { isConnectionWritten } from '../vpn-connection/plan'
import { lookedUp } from '../transit-gateway/looked-up'
import { attachmentPlan, carryingPart } from '../transit-gateway-vpc-attachment/plan'
import type { AttachmentKind } from './schema'

type Table = ResourceOf<'transit-gateway-route-table'>
type Attachment = ResourceOf<AttachmentKind>

/** An attachment that a table names, once it carries packets. */
export interface Named {
  readonly attachment: Attachment
  readonly id: Reference | Variable
  /** Set where what names the attachment is made only once this is. */
  readonly onlyIf?: Variable
}

/** A static route or a reference to a prefix list; null instead of an attachment is a blackhole. */
export interface PlannedRoute {
  readonly destination: Cidr | ResourceOf<'prefix-list'>
  readonly to: Named | null
}

export interface PlannedTable {
  readonly gateway: ResourceOf<'transit-gateway'>
  readonly associations: readonly Named[]
  readonly propagations: readonly Named[]
  readonly routes: readonly PlannedRoute[]
}

/** Names for the parts of a table. */
export const associationPart = ({ attachment }: Named) => `association ${attachment.id}`
export const propagationPart = ({ attachment }: Named) => `propagation ${attachment.id}`
export const saidOf = ({ destination }: PlannedRoute) =>
  typeof destination === 'string' ? destination : destination.id

/** Words for the name of a route. */
export const routeWords = ({ destination }: PlannedRoute) =>
  destination === '0.0.0.0/0'
    ? 'default'
    : destination === '::/0'
      ? 'default IPv6'
      : `to ${typeof destination === 'string' ? destination : destination.name}`

export function gatewayOf(table: Table, design: Design): ResourceOf<'transit-gateway'> {
  const gateway = design.get(table.transitGatewayId)
  if (!gateway) throw new Error(`Bug: ${table.id} belongs to no transit gateway`)
  return gateway
}

/** What AWS takes of a table, by name and by address; the rest becomes gaps. */
export function plannedTable(table: Table, context: EmitContext, language: Language): PlannedTable {
  const { design, gap } = context
  const gateway = gatewayOf(table, design)
  const name = (id: Id<AttachmentKind>, said: string, command: string) => {
    const found = namedIn(id, gateway, context, language)
    if ('id' in found) return [found]
    gap(
      `${said} is left out: ${found.attachment?.name ?? id} ${found.because}.`,
      found.isByHand ? `Once it is accepted, run: ${command}` : 'Mend it in the design.',
    )
    return []
  }
  const start = (verb: string) =>
    `aws ec2 ${verb} --region ${gateway.region} --transit-gateway-route-table-id <id>`
  const attachmentOption = '--transit-gateway-attachment-id <id>'
  return {
    gateway,
    associations: ordered(table.associations, design).flatMap((id) => {
      const said = `The association of ${design.get(id)?.name} with ${table.name}`
      const other = firstAssociated(id, gateway, design, language)
      if (other && other.id !== table.id) {
        gap(
          `${said} is left out: it is associated with ${other.name}, and an attachment has one route table.`,
          'Remove one of the two.',
        )
        return []
      }
      return name(id, said, `${start('associate-transit-gateway-route-table')} ${attachmentOption}`)
    }),
    propagations: ordered(table.propagations, design).flatMap((id) => {
      const said = `The propagation of ${design.get(id)?.name} to ${table.name}`
      if (design.get(id)?.kind === 'transit-gateway-peering-attachment') {
        gap(
          `${said} is left out: a peering attachment carries static routes only.`,
          'Write a static route instead.',
        )
        return []
      }
      return name(
        id,
        said,
        `${start('enable-transit-gateway-route-table-propagation')} ${attachmentOption}`,
      )
    }),
    routes: destinationsOf(table, design).flatMap((destination): readonly PlannedRoute[] => {
      const isList = typeof destination !== 'string'
      const key = isList ? destination.id : destination
      const said = `The route to ${isList ? destination.name : destination} in ${table.name}`
      const to = table.routes[key]?.attachmentId ?? null
      const command = isList
        ? `${start('create-transit-gateway-prefix-list-reference')} --prefix-list-id <id>`
        : `${start('create-transit-gateway-route')} --destination-cidr-block ${destination}`
      if (isList && language === 'cloudformation') {
        gap(
          `${said} is left out: CloudFormation has no resource that refers to a prefix list there.`,
          `Run: ${command} ${to ? attachmentOption : '--blackhole'}`,
        )
        return []
      }
      if (
        isList &&
        (destination.ownerId !== gateway.ownerId || destination.region !== gateway.region)
      ) {
        gap(
          `${said} is left out: the prefix list is of another account or Region than ${gateway.name}.`,
          'Make a prefix list of the same account and Region.',
        )
        return []
      }
      if (to && design.get(to)?.kind === 'transit-gateway-connect') {
        gap(
          `${said} is left out: a Connect attachment takes no static routes.`,
          'Let the appliance announce it, and the attachment propagate here.',
        )
        return []
      }
      if (to === null) return [{ destination, to: null }]
      return name(to, said, `${command} ${attachmentOption}`).map((found) => ({
        destination,
        to: found,
      }))
    }),
  }
}

const ordered = (ids: readonly Id<AttachmentKind>[], design: Design) =>
  [...new Set(ids)].toSorted(
    (a, b) => byCodeUnit(design.get(a)?.name ?? '', design.get(b)?.name ?? '') || byCodeUnit(a, b),
  )

interface Unnamed {
  readonly attachment: Attachment | undefined
  readonly because: string
  /** Does it come about once somebody has accepted by hand? */
  readonly isByHand: boolean
}

/** The attachment as the code names it, or why AWS would not take it. */
function namedIn(
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

/** The table that an attachment is associated with: the default one, else the first by id. (TGW-6) */
function firstAssociated(
  id: Id<AttachmentKind>,
  gateway: ResourceOf<'transit-gateway'>,
  design: Design,
  language: Language,
): Table | undefined {
  const own = defaultTableOf(gateway, design, language)
  const tables = design
    .all('transit-gateway-route-table')
    .filter((it) => it.transitGatewayId === gateway.id && it.associations.includes(id))
    .toSorted((a, b) => byCodeUnit(a.id, b.id))
  return tables.find((it) => it.id === own?.id) ?? tables[0]
}

function destinationsOf(table: Table, design: Design): readonly PlannedRoute['destination'][] {
  const keys = Object.keys(table.routes)
  const lists = keys.flatMap((key) =>
    isCidr(key) ? [] : (design.get(key as Id<'prefix-list'>) ?? []),
  )
  return [
    ...keys.filter(isCidr).toSorted(compareCidrs),
    ...lists.toSorted((a, b) => byCodeUnit(a.id, b.id)),
  ]
}

/** Says what becomes of a mark as default that means nothing in the design. (TGW-8) */
export function reportMarks(table: Table, { design, gap }: EmitContext): void {
  const gateway = gatewayOf(table, design)
  const idle = [
    ...(table.defaultAssociationRouteTable && !gateway.defaultRouteTableAssociation
      ? ['association']
      : []),
    ...(table.defaultPropagationRouteTable && !gateway.defaultRouteTablePropagation
      ? ['propagation']
      : []),
  ]
  if (idle.length > 0)
    gap(
      `${table.name} is the default ${idle.join(' and ')} route table in the design, but ${gateway.name} has that default switched off, so the code says nothing of it.`,
      'Switch the default on, or take the mark off the table.',
    )
}
