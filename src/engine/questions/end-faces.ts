import { blocksOfService, serviceAt } from '../../kinds/aws-service/blocks'
import type { NetworkInterface } from '../../kinds/network'
import type { Id, Resource, ResourceOf } from '../../kinds/resource'
import { contains, holds, prefixLengthOf } from '../../net/cidr'
import { families, type Ip } from '../../net/ip'
import { anywhere } from '../../net/ranges'
import type { Network } from '../network'
import { latticeAddress, latticeAddress6 } from '../../kinds/service-network-vpc-association/routes'
import { guestsIn } from './guests'
import { anyPublicHost, hostIn, hostsIn } from './stand-in-host'
import { notModelled, type Unanswered } from './unanswered'

/** The interfaces of a resource; a subnet stands for any host in it. */
export function facesOf(
  network: Network,
  resource: Resource,
): readonly NetworkInterface[] | Unanswered {
  if (resource.kind === 'subnet') {
    const guests = guestsIn(network, resource)
    return guests.length > 0 ? guests : notModelled(`Subnet ${resource.name} has no address left.`)
  }
  // pods on the host network are their nodes, as far as the network goes (LB-17)
  if (resource.kind === 'eks-pods' && resource.hostNetwork)
    return network.interfacesOf(resource.nodeGroupId)
  const lack = unplaced(network, resource)
  return lack ? notModelled(lack) : network.interfacesOf(resource.id)
}

/** Those that a workload is drawn with, without what is attached to it further. */
export function primaryOf(faces: readonly NetworkInterface[]): readonly NetworkInterface[] {
  const own = faces.filter(({ interfaceId }) => interfaceId === null)
  return own.length > 0 ? own : faces
}

/** Why a resource lacks an interface it asks for; null when it has them all. */
function unplaced(network: Network, { id, name }: Resource): string | null {
  const [fault] = network.faultsOf(id)
  if (fault) return `${name} lacks a network interface: ${fault}.`
  return network.interfacesOf(id).length > 0 ? null : `${name} lies in no subnet.`
}

/** The addresses that stand for a place outside AWS; null for everything else. */
export function addressesOutside(
  network: Network,
  resource: Resource,
  farVpcs: readonly Id<'vpc'>[],
): readonly Ip[] | null {
  if (resource.kind === 'internet')
    return families.map((family) => anyPublicHost(network, farVpcs, family))
  if (resource.kind === 'service-network') return [latticeAddress, latticeAddress6]
  if (resource.kind === 'aws-service')
    return blocksOfService(resource, network.design).flatMap((block) =>
      hostsIn(block, network, farVpcs),
    )
  if (resource.kind === 'client-vpn-endpoint') return [hostIn(resource.clientCidrBlock, network)]
  if (resource.kind === 'on-premises-network')
    return ownPrefixes(resource, network, farVpcs).flatMap((prefix) =>
      hostsIn(prefix, network, farVpcs),
    )
  return resource.kind === 'public-address' ? hostsIn(resource.cidrBlock, network, farVpcs) : null
}

/**
 * Those of a network's prefixes that can be told from the VPC at the other end: what it announces
 * inside that VPC's blocks never gets an answer there, and does not stand for the network. (RT-8)
 * Nor does a default route that it announces beside blocks of its own: that leads further on.
 */
function ownPrefixes(
  { prefixes }: ResourceOf<'on-premises-network'>,
  network: Network,
  farVpcs: readonly Id<'vpc'>[],
): ResourceOf<'on-premises-network'>['prefixes'] {
  const blocks = farVpcs.flatMap((id) => network.blocksOf(id))
  const own = prefixes.filter((prefix) => prefix !== anywhere)
  const apart = own.filter((prefix) => !blocks.some((block) => contains(block, prefix)))
  return [apart, own, prefixes].find((list) => list.length > 0) ?? []
}

/**
 * The network of one's own outside AWS that holds an address: the narrowest block decides. One that
 * announces a default route leads everywhere, but does not hold everything.
 */
export function premisesAt(network: Network, address: Ip): Id<'on-premises-network'> | null {
  const holding = network.design
    .all('on-premises-network')
    .flatMap(({ id, prefixes }) => prefixes.map((prefix) => ({ id, prefix })))
    .filter(({ prefix }) => prefix !== anywhere && holds(prefix, address))
    .toSorted((a, b) => prefixLengthOf(b.prefix) - prefixLengthOf(a.prefix))
  return holding[0]?.id ?? null
}

/** The place outside that a public address belongs to: the narrowest one drawn, else the internet. */
export function placeOf(network: Network, address: Ip): Id {
  const known = network.design
    .all('public-address')
    .filter((place: ResourceOf<'public-address'>) => holds(place.cidrBlock, address))
  return known[0]?.id ?? serviceAt(address, network.design)?.id ?? network.internet.id
}
