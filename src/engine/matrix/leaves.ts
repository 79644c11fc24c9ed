import type { Id, Kind } from '../../kinds/resource'
import type { AddressSpace } from './address-space'
import type { Homes } from './homes'
import type { Said } from './said'
import type { Named, Template } from './template'

/** What gives packets to nobody but its own, and tells nobody of addresses but its own. */
const inward: ReadonlySet<Kind> = new Set<Kind>([
  'vpc',
  'subnet',
  'route-table',
  'network-acl',
  'security-group',
  'internet-gateway',
  'egress-only-internet-gateway',
  'nat-gateway',
  'elastic-ip',
  'network-interface',
  'workload',
  'prefix-list',
  'vpc-peering-connection',
  'transit-gateway-vpc-attachment',
])

/** What joins a VPC with others. */
const links: ReadonlySet<Kind> = new Set<Kind>([
  'vpc-peering-connection',
  'transit-gateway-vpc-attachment',
])

/**
 * The homes that lie at the edge: all that the rest of the network sends there is meant for addresses
 * of their own. What happens in one has no part in what others say to each other.
 *
 *     spoke A -- hub -- spoke B      A change in B leaves what A and the hub say to each other.
 *     spoke A -- hub -- inspection   A route of the hub leads all packets there: no leaf.
 *     hub ------------- other hub    Neither moves, and both talk over what joins them: no leaf.
 */
export function leavesIn(said: Said, space: AddressSpace, homes: Homes): ReadonlySet<Id> {
  const leaves = new Set([...homes].flatMap(([id, home]) => (isVpc(id) ? home : [])))
  for (const [id, home] of homes) {
    const kind = kindOf(id)
    const isOwn = (it: Named) => it.type === 'resource' && isVpc(it.id) && homes.get(it.id) === home
    const joinsIt = said.get(id)?.all.some(isOwn) ?? false
    if (!inward.has(kind) || (links.has(kind) && !joinsIt)) leaves.delete(home)
  }
  const homeOf = (it: Named): Id | undefined => {
    const id = it.type === 'resource' ? it.id : space.spotOf(it.block)?.vpcId
    return id && homes.get(id)
  }
  for (const [id, { holes, entries }] of said) {
    if (homes.has(id)) continue
    for (const hole of holes) leaves.delete(homeOf(hole) ?? id)
    for (const entry of entries) {
      for (const home of ledInto(entry, homeOf)) leaves.delete(home)
      // who is in a list that stays has a part in what the list means
      for (const it of entry.all)
        if (it.type === 'resource' && !isVpc(it.id) && !links.has(kindOf(it.id)))
          leaves.delete(homeOf(it) ?? it.id)
    }
  }
  return leaves
}

const kindOf = (id: Id) => id.slice(0, id.indexOf(':')) as Kind

const isVpc = (id: Id) => kindOf(id) === 'vpc'

/** The homes that a row of something else leads to, together with what is not theirs. */
function ledInto({ all }: Template, homeOf: (it: Named) => Id | undefined): readonly Id[] {
  const named = new Set(all.map(homeOf))
  return named.size < 2 ? [] : [...named].filter((home) => home !== undefined)
}
