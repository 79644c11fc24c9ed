import { byCodeUnit } from '../../iac/order'
import { compareCidrs, isCidr, type Cidr } from '../../net/cidr'
import type { Design } from '../contract'
import type { EmitContext, Language } from '../emit'
import type { Id, ResourceOf } from '../resource'
import { defaultTableOf } from '../transit-gateway/plan'
import { namedIn, type Named } from './named'
import type { AttachmentKind } from './schema'

type Table = ResourceOf<'transit-gateway-route-table'>

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
      const other = table.routes[key]?.otherAttachment
      if (other) {
        gap(
          `${said} by ${other} is not exported: the design knows nothing of that attachment.`,
          'Draw what the attachment leads to.',
        )
        return []
      }
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
