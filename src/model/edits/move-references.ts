import type { Draft } from 'immer'
import type { Id, ResourceOf } from '../../kinds/resource'
import { over } from '../../kinds/vpc-peering-connection'
import { contains, isCidr, overlaps, type Cidr } from '../../net/cidr'
import type { Document } from '../document'
import { movedCidr, type BlockMove } from './moved-block'

/** How many routes and security group rules named the block that moved. */
export interface ReferencesMoved {
  readonly routes: number
  readonly rules: number
}

/**
 * Makes routes and rules that name a block of this VPC, or a part of it, name its new place. Only
 * where the name is sure to mean this VPC: a route to a peering connection with it, a rule of its
 * own groups, and a rule of a peer's group when neither the peer nor another VPC that it is peered
 * with has those addresses too.
 */
export function moveReferences(
  draft: Draft<Document>,
  vpcId: Id<'vpc'>,
  move: BlockMove,
): ReferencesMoved {
  const resources = Object.values(draft.resources)
  const peerings = resources.filter((it) => it.kind === 'vpc-peering-connection')
  const joined = new Set<string>(peerings.filter((it) => joins(it, vpcId)).map((it) => it.id))
  let routes = 0
  let rules = 0
  for (const table of resources) {
    if (table.kind !== 'route-table') continue
    const own = table.vpcId === vpcId
    for (const destination of Object.keys(table.routes)) {
      // a prefix list stands for blocks of its own
      if (!isCidr(destination)) continue
      const target = table.routes[destination]?.target ?? null
      // the VPC's own routes to a peer mean the peer, whatever block they name
      const meant = own ? !target?.startsWith('vpc-peering-connection:') : joined.has(target ?? '')
      const next = movedCidr(destination, move)
      if (!meant || !contains(move.from, destination) || table.routes[next]) continue
      table.routes[next] = { target }
      delete table.routes[destination]
      routes += 1
    }
  }
  for (const group of resources) {
    if (group.kind !== 'security-group') continue
    const lists = [group.ingress, group.egress]
    for (const rule of lists.flatMap((list) => Object.values(list))) {
      if (!rule.cidrIpv4 || !contains(move.from, rule.cidrIpv4)) continue
      if (!meansVpc(draft, peerings, group.vpcId, vpcId, rule.cidrIpv4)) continue
      rule.cidrIpv4 = movedCidr(rule.cidrIpv4, move)
      rules += 1
    }
  }
  return { routes, rules }
}

function joins(
  { requesterVpcId, accepterVpcId }: ResourceOf<'vpc-peering-connection'>,
  vpcId: Id<'vpc'>,
): boolean {
  return requesterVpcId === vpcId || accepterVpcId === vpcId
}

function meansVpc(
  draft: Draft<Document>,
  peerings: readonly ResourceOf<'vpc-peering-connection'>[],
  ownerId: Id<'vpc'>,
  vpcId: Id<'vpc'>,
  block: Cidr,
): boolean {
  if (ownerId === vpcId) return true
  const peers = peerings
    .filter((it) => joins(it, ownerId) && !(over.includes(it.status) && it.status !== 'failed'))
    .map((it) => (it.requesterVpcId === ownerId ? it.accepterVpcId : it.requesterVpcId))
  if (!peers.includes(vpcId)) return false
  const others = [ownerId, ...peers.filter((peer) => peer !== vpcId)]
  return !others.some((id) => {
    const other = draft.resources[id]
    if (other?.kind !== 'vpc') return false
    return [other.cidrBlock, ...other.secondaryCidrBlocks].some((it) => overlaps(it, block))
  })
}
