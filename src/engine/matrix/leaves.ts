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

/**
 * The homes that lie at the edge: all that the rest of the network sends there is meant for addresses
 * of their own. What happens in one has no part in what others say to each other.
 *
 *     spoke A -- hub -- spoke B      A change in B leaves what A and the hub say to each other.
 *     spoke A -- hub -- inspection   A route of the hub leads all packets there: no leaf.
 */
export function leavesIn(said: Said, space: AddressSpace, homes: Homes): ReadonlySet<Id> {
  const leaves = new Set(homes.values())
  for (const [id, home] of homes)
    if (!inward.has(id.slice(0, id.indexOf(':')) as Kind)) leaves.delete(home)
  const homeOf = (it: Named): Id | undefined => {
    const id = it.type === 'resource' ? it.id : space.spotOf(it.block)?.vpcId
    return id && homes.get(id)
  }
  for (const [id, { holes, entries }] of said) {
    if (homes.has(id)) continue
    for (const hole of holes) leaves.delete(homeOf(hole) ?? id)
    for (const entry of entries) for (const home of ledInto(entry, homeOf)) leaves.delete(home)
  }
  return leaves
}

/** The homes that a row of something else leads to, together with what is not theirs. */
function ledInto({ all }: Template, homeOf: (it: Named) => Id | undefined): readonly Id[] {
  const named = new Set(all.map(homeOf))
  return named.size < 2 ? [] : [...named].filter((home) => home !== undefined)
}
