import type { Design } from '../../kinds/contract'
import type {
  NetworkView,
  ResolvedTransitGatewayRoute,
  ResolvedTransitGatewayTable,
  TransitGatewayAttachment,
  WithheldBlock,
} from '../../kinds/network'
import type { Id, ResourceOf } from '../../kinds/resource'
import { carries } from '../../kinds/transit-gateway/attached'
import { learnedBy } from '../../kinds/transit-gateway-connect/learned'
import { directWays, isOpen } from '../../kinds/virtual-interface/direct'
import { propagatedBy } from '../../kinds/vpn-connection/learned'
import { compareCidrs, isCidr, isCidr4, overlaps, prefixLengthOf, type Cidr } from '../../net/cidr'
import { Blocks } from '../../net/blocks'
import { attachmentFaults } from './attachment-faults'
import { groupBy } from '../../base/group-by'

type Table = ResourceOf<'transit-gateway-route-table'>
type VpcAttachment = ResourceOf<'transit-gateway-vpc-attachment'>
type BlocksOf = NetworkView['blocksOf']

/** Transit gateways as AWS would run them: who is attached, and every route written out. */
export function resolveTransitGateways(
  design: Design,
  blocksOf: BlocksOf,
): Pick<
  NetworkView,
  | 'attachmentsOf'
  | 'vpcAttachmentsOf'
  | 'attachmentFault'
  | 'transitGatewayTablesOf'
  | 'associatedTableOf'
> {
  const ofVpcs = design.all('transit-gateway-vpc-attachment')
  const peerings = design.all('transit-gateway-peering-attachment')
  const attachments = new Map<Id<'transit-gateway'>, TransitGatewayAttachment[]>()
  const attach = (id: Id<'transit-gateway'>, it: TransitGatewayAttachment) => {
    const list = attachments.get(id)
    if (list) list.push(it)
    else attachments.set(id, [it])
  }
  for (const it of [...ofVpcs, ...design.all('transit-gateway-connect')])
    attach(it.transitGatewayId, it)
  for (const it of peerings)
    for (const id of new Set([it.requesterTransitGatewayId, it.accepterTransitGatewayId]))
      attach(id, it)
  for (const it of [
    ...design.all('vpn-connection'),
    ...design.all('direct-connect-gateway-association'),
  ])
    if (isTransit(it.gatewayId)) attach(it.gatewayId, it)
  const byVpc = groupBy(ofVpcs, (it) => it.vpcId)
  const faults = attachmentFaults(design)
  const tables = design
    .all('transit-gateway-route-table')
    .map((table) => resolveTable(design, blocksOf, table, faults))
  const byGateway = groupBy(tables, (table) => table.transitGatewayId)
  const associated = new Map<string, ResolvedTransitGatewayTable>()
  for (const table of tables)
    for (const attachmentId of design.get(table.id)?.associations ?? []) {
      const key = `${attachmentId} ${table.transitGatewayId}`
      // AWS associates an attachment with one table; of a document that names several, the first
      if (!associated.has(key)) associated.set(key, table)
    }
  return {
    attachmentsOf: (id) => attachments.get(id) ?? [],
    vpcAttachmentsOf: (vpcId) => byVpc.get(vpcId) ?? [],
    attachmentFault: (id) => faults.get(id) ?? null,
    transitGatewayTablesOf: (id) => byGateway.get(id) ?? [],
    associatedTableOf: (attachmentId, transitGatewayId) =>
      associated.get(`${attachmentId} ${transitGatewayId}`),
  }
}

function resolveTable(
  design: Design,
  blocksOf: BlocksOf,
  table: Table,
  faults: ReadonlyMap<Id, string>,
): ResolvedTransitGatewayTable {
  const { routes, withheld } = propagated(design, blocksOf, table, faults)
  return {
    id: table.id,
    transitGatewayId: table.transitGatewayId,
    name: table.name,
    routes: [...written(design, table), ...routes, ...announced(design, table)].sort(
      mostSpecificFirst,
    ),
    withheld,
  }
}

/** The static routes, those by prefix list once for each entry of the list. (TGW-9, TGW-10) */
function written(design: Design, table: Table): readonly ResolvedTransitGatewayRoute[] {
  return Object.entries(table.routes).flatMap(
    ([key, { attachmentId, otherAttachment }]): readonly ResolvedTransitGatewayRoute[] => {
      const attachment = attachmentId && design.get(attachmentId)
      const stands =
        attachment && isOn(attachment, table.transitGatewayId) && attachment.state !== 'deleted'
      const rest = {
        attachmentId,
        ...(otherAttachment && { otherAttachment }),
        origin: 'static',
        state: stands ? 'active' : 'blackhole',
      } as const
      if (isCidr(key)) return [{ destination: key, prefixListId: null, ...rest }]
      const prefixListId = key as Id<'prefix-list'>
      const entries = Object.keys(design.get(prefixListId)?.entries ?? {}) as Cidr[]
      return entries.map((destination) => ({ destination, prefixListId, ...rest }))
    },
  )
}

function isOn(it: TransitGatewayAttachment, id: Id<'transit-gateway'>): boolean {
  if (it.kind === 'vpn-connection' || it.kind === 'direct-connect-gateway-association')
    return it.gatewayId === id
  return 'transitGatewayId' in it
    ? it.transitGatewayId === id
    : it.requesterTransitGatewayId === id || it.accepterTransitGatewayId === id
}

const latecomers = [
  'direct-connect-gateway-association',
  'transit-gateway-connect',
  'vpn-connection',
]

const lateness = (id: Id | null) => 1 + latecomers.findIndex((kind) => id?.startsWith(`${kind}:`))

const isTransit = (id: Id): id is Id<'transit-gateway'> => id.startsWith('transit-gateway:')

/**
 * What attachments install: a VPC all of its blocks, IPv6 ones where the attachment supports that;
 * a peering attachment nothing. Of two that overlap, AWS takes the one attached first: the order in
 * which the table lists them, which, unlike the order of resources, a saved file keeps. (TGW-7,
 * TGW-14, TGW-19, CL-11)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
function propagated(
  design: Design,
  blocksOf: BlocksOf,
  table: Table,
  faults: ReadonlyMap<Id, string>,
): Pick<ResolvedTransitGatewayTable, 'routes' | 'withheld'> {
  const routes: (ResolvedTransitGatewayRoute & { readonly attachmentId: VpcAttachment['id'] })[] =
    []
  const withheld: WithheldBlock[] = []
  const taking = new Blocks()
  for (const id of new Set(table.propagations)) {
    const it = design.get(id)
    if (it?.kind !== 'transit-gateway-vpc-attachment') continue
    if (it.transitGatewayId !== table.transitGatewayId || !carries(it) || faults.has(id)) continue
    for (const block of blocksOf(it.vpcId)) {
      if (!isCidr4(block) && !it.ipv6Support) continue
      const taken =
        taking.meet(block) &&
        routes.find((route) => route.attachmentId !== it.id && overlaps(route.destination, block))
      if (taken)
        withheld.push({
          attachmentId: it.id,
          block,
          earlier: taken.attachmentId,
          earlierBlock: taken.destination,
        })
      else {
        taking.add(block)
        routes.push({
          destination: block,
          prefixListId: null,
          attachmentId: it.id,
          origin: 'propagated',
          state: 'active',
        })
      }
    }
  }
  return { routes, withheld }
}

const learnedRoute = (
  destination: Cidr,
  attachmentId: NonNullable<ResolvedTransitGatewayRoute['attachmentId']>,
): ResolvedTransitGatewayRoute => ({
  destination,
  prefixListId: null,
  attachmentId,
  origin: 'propagated',
  state: 'active',
})

/**
 * What Direct Connect brings, Connect peers, and VPN connections by BGP while a tunnel of theirs is up. The static routes of a
 * connection are no routes of a transit gateway: there they are written into its table. (TGW-7)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html
 */
function announced(design: Design, table: Table): readonly ResolvedTransitGatewayRoute[] {
  const ids = new Set<string>(table.propagations)
  const direct = directWays(table.transitGatewayId, design)
    .filter(isOpen)
    .flatMap(({ prefix, association }) =>
      association && ids.has(association.id) ? [learnedRoute(prefix, association.id)] : [],
    )
  const byVpn = propagatedBy(table.transitGatewayId, design)
    .filter(({ connection, origin }) => origin === 'bgp' && ids.has(connection.id))
    .map(({ prefix, connection }) => learnedRoute(prefix, connection.id))
  const byConnect = design
    .all('transit-gateway-connect')
    .filter((it) => it.transitGatewayId === table.transitGatewayId && ids.has(it.id))
    .flatMap((it) => learnedBy(it, design).map((prefix) => learnedRoute(prefix, it.id)))
  // several virtual interfaces may bring one block over the same association
  return [
    ...new Map(
      [...direct, ...byConnect, ...byVpn].map((it) => [`${it.destination} ${it.attachmentId}`, it]),
    ).values(),
  ]
}

/**
 * Of equal prefixes a static route counts, then one by prefix list, then one propagated by a
 * VPC, then one by Direct Connect, then by Connect, then by a VPN connection. (TGW-9)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
const priorityOf = ({ origin, prefixListId, attachmentId }: ResolvedTransitGatewayRoute) =>
  origin === 'propagated' ? 2 + lateness(attachmentId) : prefixListId ? 1 : 0

const mostSpecificFirst = (a: ResolvedTransitGatewayRoute, b: ResolvedTransitGatewayRoute) =>
  prefixLengthOf(b.destination) - prefixLengthOf(a.destination) ||
  compareCidrs(a.destination, b.destination) ||
  priorityOf(a) - priorityOf(b) ||
  compare(a.attachmentId ?? '', b.attachmentId ?? '')

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
