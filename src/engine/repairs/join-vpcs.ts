import { definitionOf } from '../../kinds/catalogue'
import type { Design } from '../../kinds/contract'
import type { Id, ResourceOf } from '../../kinds/resource'
import { addResources } from '../../model/edits/add-resources'
import { firstAccount, firstRegion } from '../../model/document'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { planRoutes, tellRoutes, writeRoutes, type Host, type RouteChange } from './plan-routes'
import { repair } from './repair'
import { called } from '../../kinds/called'
import { listed } from './words'

type PeeringId = Id<'vpc-peering-connection'>
/** What a route between two VPCs may name. */
type LinkId = Id<'vpc-peering-connection' | 'transit-gateway'>

/** Both ends of a conversation: the hosts that ask and the hosts that answer, each in one VPC. */
export interface Ends {
  readonly from: readonly Host[]
  readonly to: readonly Host[]
}

interface BothWays {
  readonly there: readonly RouteChange[]
  readonly back: readonly RouteChange[]
}

/** Which routes lack for these hosts to talk over this connection? Null when none can do it. */
export function missingRoutes(design: Design, target: LinkId, { from, to }: Ends): BothWays | null {
  const there = oneWay(design, target, from, to)
  const back = oneWay(design, target, to, from)
  return there && back ? { there, back } : null
}

function oneWay(
  design: Design,
  target: LinkId,
  senders: readonly Host[],
  receivers: readonly Host[],
): readonly RouteChange[] | null {
  const tables = new Map<string, ResourceOf<'route-table'>>()
  for (const { subnet } of senders) {
    const table = design.routeTableOf(subnet.id)
    if (!table) return null
    tables.set(table.id, table)
  }
  const planned: RouteChange[] = []
  for (const table of tables.values()) {
    const changes = planRoutes(design, table, receivers, target)
    if (!changes) return null
    planned.push(...changes)
  }
  return planned
}

const many = (list: readonly RouteChange[]) => (list.length === 1 ? 'route' : 'routes')

/** The routes that lack for these hosts to talk over a link that stands. */
export function addRoutesRepair(
  { design, document }: Network,
  link: ResourceOf<'vpc-peering-connection' | 'transit-gateway'>,
  ends: Ends,
): Repair | null {
  const missing = missingRoutes(design, link.id, ends)
  if (!missing) return null
  const { there, back } = missing
  const changes = [...there, ...back]
  const { added, redirected } = tellRoutes(changes)
  const to = ends.to[0] && design.get(ends.to[0].subnet.vpcId)
  const label =
    there.length > 0 && back.length > 0
      ? 'Add the missing routes on both sides'
      : there.length > 0
        ? `Add the missing ${many(there)} to ${to ? called(to) : 'the peer'}`
        : `Add the missing ${many(back)} back`
  const parts = [
    added && `Adds ${added}`,
    redirected && `${added ? 'points' : 'Points'} ${redirected} at ${called(link)}`,
  ].flatMap((part) => part ?? [])
  return repair({
    id: `add-routes:${link.id}:${changes.map((it) => `${it.tableId}>${it.destination}`).join(',')}`,
    label,
    preview: `${parts.join(' and ')}: ${listed([...new Set(changes.map((it) => it.destination))])}.`,
    document,
    run: (draft) => {
      writeRoutes(draft, changes, link.id)
    },
  })
}

/**
 * A new peering connection between two VPCs that nothing joins, with the routes that these hosts
 * need on both sides. Null where AWS would refuse it.
 */
export function peerVpcsRepair({ design, document }: Network, ends: Ends): Repair | null {
  const [from, to] = [ends.from[0], ends.to[0]].map((host) => host && design.get(host.subnet.vpcId))
  if (!from || !to) return null
  const { placement, draft: make } = definitionOf({ kind: 'vpc-peering-connection' })
  if (placement.type !== 'between' || placement.refuse(from, to, design)) return null
  const id = freePeeringId(design, from.id, to.id)
  const missing = missingRoutes(design, id, ends)
  if (!missing) return null
  const changes = [...missing.there, ...missing.back]
  const { added, redirected } = tellRoutes(changes)
  return repair({
    id: `peer-vpcs:${from.id}:${to.id}`,
    label: `Peer ${called(from)} with ${called(to)}`,
    preview: [
      'Adds 1 VPC peering connection (pending acceptance)',
      added ? ` and ${added}` : '',
      redirected ? `; points ${redirected} at it` : '',
      '.',
    ].join(''),
    document,
    run: (draft) => {
      const made = make({
        id,
        design,
        on: [from, to],
        newId: (kind) => `${kind}:${id}` as const,
        defaults: { region: firstRegion, ownerId: firstAccount.id },
      })
      addResources(draft, made)
      writeRoutes(draft, changes, id)
    },
  })
}

const tail = (id: string) => id.slice(id.indexOf(':') + 1)

/** An id for a connection between these two, the same for the same document. */
function freePeeringId(design: Design, from: Id<'vpc'>, to: Id<'vpc'>): PeeringId {
  const base = `vpc-peering-connection:${tail(from)}-${tail(to)}` as const
  let id: PeeringId = base
  for (let number = 2; design.get(id); number += 1) id = `${base}-${number}`
  return id
}
