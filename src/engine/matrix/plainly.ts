import type { Id, Resource, ResourceOf } from '../../kinds/resource'
import { contains, overlaps, prefixLengthOf, hostBlock, type Cidr } from '../../net/cidr'
import { families } from '../../net/ip'
import type { Network } from '../network'
import type { AddressSpace } from './address-space'
import type { Said } from './said'
import { filled, type Named } from './template'

/** What a subnet says of itself; null where that is not all there is to say. */
type Plainly = (
  id: Id,
  say: (it: Named) => string,
) => { readonly vpcId: Id<'vpc'>; readonly text: string } | null

/**
 * What subnets say of themselves but where their blocks lie: those of one VPC that say the same are
 * alike. Null for a subnet that something names, or a block or an address in it.
 */
export function plainlyIn(network: Network, said: Said, space: AddressSpace): Plainly {
  const { pointed, inner } = namedIn(network, said, space)
  return (id, say) => {
    const it = network.design.get(id)
    const template = said.get(id)
    if (it?.kind !== 'subnet' || !template || pointed.has(id) || space.crowded.has(it.vpcId))
      return null
    const own = blocksOf(it)
    const named = inner.get(it.vpcId) ?? []
    if (own.some((block) => named.some((each) => contains(block, each)))) return null
    // subnets that overlap are refused, and which of them a host is in cannot be told
    const siblings = network.subnetsOf(it.vpcId).filter((each) => each.id !== id)
    if (siblings.some((each) => blocksOf(each).some((b) => own.some((a) => overlaps(a, b)))))
      return null
    const words = filled(template, (each) =>
      each.block && own.includes(each.block) ? `/${prefixLengthOf(each.block)}` : say(each),
    )
    const lying = own.map((block) =>
      named
        .flatMap((each) => (contains(each, block) ? (space.spotOf(each)?.offset ?? []) : []))
        .toSorted((a, b) => (a < b ? -1 : 1)),
    )
    const text = `${words} in ${lying.join('|')} ${hostsSaid(network, space, it.id)}`
    return { vpcId: it.vpcId, text }
  }
}

/** What is named of subnets: they themselves, and by VPC the blocks in it that are not a subnet's own. */
function namedIn({ design }: Network, said: Said, space: AddressSpace) {
  const pointed = new Set<Id>()
  const inner = new Map<Id, Cidr[]>()
  for (const [id, { all }] of said) {
    const it = design.get(id)
    for (const named of all) {
      if (named.type === 'resource') pointed.add(named.id)
      else if (!isOwn(it, named.block)) {
        const spot = space.spotOf(named.block)
        const list = spot && inner.get(spot.vpcId)
        if (list) list.push(named.block)
        else if (spot) inner.set(spot.vpcId, [named.block])
      }
    }
  }
  return { pointed, inner }
}

/** Which hosts can be in a subnet: any, none, or those that some rule or route treats apart. */
export function hostsSaid(network: Network, space: AddressSpace, id: Id<'subnet'>): string {
  return families
    .map((family) => {
      const free = network.freeAddressesOf(id, family)
      if (free.length <= 1) return free.length
      return free.map((ip) => space.spotOf(hostBlock(ip))?.offset ?? ip).join(' ')
    })
    .join()
}

const isOwn = (it: Resource | undefined, block: Cidr) =>
  it?.kind === 'subnet' && blocksOf(it).includes(block)

const blocksOf = ({ cidrBlock, ipv6CidrBlock }: ResourceOf<'subnet'>): readonly Cidr[] =>
  [cidrBlock, ipv6CidrBlock].filter((block) => block !== null)
