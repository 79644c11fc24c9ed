import { definitionOf } from '../../kinds/catalogue'
import type { Goal } from '../../kinds/forward'
import { forwardingOf } from '../../kinds/forwarding'
import type { NetworkInterface } from '../../kinds/network'
import type { Id, Resource, ResourceOf } from '../../kinds/resource'
import { holds } from '../../net/cidr'
import { families, familyOf, type Family, type Ip } from '../../net/ip'
import { embeddedIpv4 } from '../../net/nat64'
import { isPublic } from '../../net/ranges'
import type { Endpoint, Question } from '../answer'
import type { Network } from '../network'
import { byDns64 } from './dns64'
import { guestAt, guestIn } from './guests'
import { withArticle } from '../../kinds/with-article'
import { anyPublicHost, hostsIn } from './stand-in-host'

/** Where packets of a question start: an interface, or a host outside AWS. */
export type Source =
  | { readonly type: 'face'; readonly face: NetworkInterface; readonly address: Ip }
  | { readonly type: 'outside'; readonly place: Id; readonly address: Ip }

/** One pair of ends to follow. */
export interface Pair {
  readonly source: Source
  readonly goal: Goal
  /** Interfaces that no resource has, but the question asks for. */
  readonly guests: readonly NetworkInterface[]
}

/** Why nothing can be followed. */
export type Unanswered =
  | { readonly type: 'not-modelled'; readonly missing: string }
  | { readonly type: 'nobody'; readonly text: string }
  | { readonly type: 'family'; readonly text: string }

export type Pairs = { readonly type: 'pairs'; readonly pairs: readonly Pair[] } | Unanswered

/** An interface by its first address of a family. */
interface End {
  readonly face: NetworkInterface
  readonly address: Ip
  /** The addresses that the internet knows it by, of this and of its secondary ones. */
  readonly publicAddresses: readonly Ip[]
}

const nobody = (text: string): Unanswered => ({ type: 'nobody', text })
const notModelled = (missing: string): Unanswered => ({ type: 'not-modelled', missing })

/**
 * Which interfaces and hosts does the question speak of? Every interface of the source with every
 * interface of the destination, in a family both have; a destination by name means its private
 * address from inside AWS and its public one from outside, unless its name is public. (WALK-2,
 * WALK-13, CL-5)
 */
export function pairsOf(network: Network, question: Question): Pairs {
  const { source, destination } = question
  const sources = sourcesOf(network, source, vpcsOf(network, destination))
  if (!Array.isArray(sources)) return sources
  const pairs: Pair[] = []
  let isOwn = false
  let strangers = false
  for (const each of familiesAsked(question)) {
    for (const from of sources.filter((it) => familyOf(it.address) === each)) {
      const found = goalsOf(network, destination, from)
      if (!Array.isArray(found)) return found
      const goals =
        each === 'IPv6' && destination.type === 'resource' ? byDns64(network, from, found) : found
      for (const goal of goals) {
        if (isItself(from, goal)) isOwn = true
        else if (familyOf(goal.address) !== each) strangers = true
        else pairs.push({ source: from, goal, guests: guestsOf(from, goal) })
      }
    }
    if (pairs.length > 0) return { type: 'pairs', pairs }
  }
  if (sources.length === 0) return notModelled('The source has no address.')
  return isOwn && !strangers
    ? notModelled('What a host sends to itself never leaves it.')
    : { type: 'family', text: 'the two ends have no address family in common.' }
}

/** The families to try, the first that both ends have counts. (WALK-2) */
function familiesAsked({ destination, family }: Question): readonly Family[] {
  if (destination.type === 'address') return [familyOf(destination.address)]
  return family ? [family] : families
}

const guestsOf = (source: Source, { face }: Goal): readonly NetworkInterface[] =>
  [source.type === 'face' ? source.face : null, face].filter(
    (it): it is NetworkInterface => it?.guest ?? false,
  )

function isItself(source: Source, { face, address }: Goal): boolean {
  if (source.type === 'outside') return false
  // its own public address leads a host out and in again, as it does anybody else (NET-22)
  return source.face.addresses.some(({ ip }) => ip === address)
    ? !face || face.key === source.face.key
    : false
}

/** The VPCs an end lies in, so that a stand-in for the internet avoids what their tables name. */
function vpcsOf(network: Network, end: Endpoint): readonly Id<'vpc'>[] {
  const faces =
    end.type === 'resource'
      ? network.interfacesOf(end.id)
      : [...network.interfacesAt(end.address), network.interfaceByPublicIp(end.address)]
  return faces.flatMap((face) => face?.vpcId ?? [])
}

function sourcesOf(
  network: Network,
  end: Endpoint,
  farVpcs: readonly Id<'vpc'>[],
): Source[] | Unanswered {
  if (end.type === 'address') return sourcesByAddress(network, end.address)
  const resource = network.component(end.id)
  if (!resource) return nobody('The source is not in the design.')
  if (!sends(resource)) return silent(resource)
  const addresses = addressesOutside(network, resource, farVpcs)
  if (addresses)
    return addresses.map((address) => ({ type: 'outside', place: resource.id, address }))
  const faces = facesOf(network, resource)
  return 'type' in faces ? faces : faces.flatMap((face) => fromFace(face))
}

/** One source for each family an interface has: its first address of it. */
function fromFace(face: NetworkInterface): readonly Source[] {
  return families.flatMap((family): readonly Source[] => {
    const own = face.addresses.find(({ ip }) => familyOf(ip) === family)
    return own ? [{ type: 'face', face, address: own.ip }] : []
  })
}

function sourcesByAddress(network: Network, address: Ip): Source[] | Unanswered {
  const owners = network.interfacesAt(address)
  const owner = network.interfaceByPublicIp(address)
  const faces = owners.length > 0 ? owners : owner ? [owner] : guestAt(network, address)
  const mute = faces.find((face) => !sends(network.component(face.ownerId)))
  if (mute) return silent(network.component(mute.ownerId))
  if (faces.length > 0)
    return faces.map((face) => ({
      type: 'face',
      face,
      address:
        face.addresses.find(({ ip, publicIp }) => ip === address || publicIp === address)?.ip ??
        face.privateIp,
    }))
  if (!isPublic(address)) return nobody(`Nobody in the design has the address ${address}.`)
  const place = placeOf(network, address)
  const resource = network.component(place)
  return sends(resource) ? [{ type: 'outside', place, address }] : silent(resource)
}

/** The interfaces of a resource; a subnet stands for any host in it. */
function facesOf(network: Network, resource: Resource): readonly NetworkInterface[] | Unanswered {
  if (resource.kind === 'subnet') {
    const guest = guestIn(network, resource)
    return guest ? [guest] : notModelled(`Subnet ${resource.name} has no address left.`)
  }
  // pods on the host network are their nodes, as far as the network goes (LB-17)
  if (resource.kind === 'eks-pods' && resource.hostNetwork)
    return network.interfacesOf(resource.nodeGroupId)
  const lack = unplaced(network, resource)
  return lack ? notModelled(lack) : network.interfacesOf(resource.id)
}

/** A service of AWS only answers, as far as the model goes. */
const sends = (resource: Resource | undefined) =>
  Boolean(resource && resource.kind !== 'aws-service' && forwardingOf(resource.kind)?.send)

const receives = (resource: Resource) => Boolean(forwardingOf(resource.kind)?.arrive)

const silent = (resource: Resource | undefined) =>
  notModelled(
    resource
      ? `${withArticle(definitionOf(resource).term)} opens no connections of its own in the model.`
      : 'The source is not in the design.',
  )

/** Why a resource lacks an interface it asks for; null when it has them all. */
function unplaced(network: Network, { id, name }: Resource): string | null {
  const [fault] = network.faultsOf(id)
  if (fault) return `${name} lacks a network interface: ${fault}.`
  return network.interfacesOf(id).length > 0 ? null : `${name} lies in no subnet.`
}

/** The addresses that stand for a place outside AWS; null for everything else. */
function addressesOutside(
  network: Network,
  resource: Resource,
  farVpcs: readonly Id<'vpc'>[],
): readonly Ip[] | null {
  if (resource.kind === 'internet')
    return families.map((family) => anyPublicHost(network, farVpcs, family))
  if (resource.kind === 'aws-service')
    return resource.prefixes.length > 0
      ? resource.prefixes.flatMap((prefix) => hostsIn(prefix, network, farVpcs))
      : [anyPublicHost(network, farVpcs, 'IPv4')]
  return resource.kind === 'public-address' ? hostsIn(resource.cidrBlock, network, farVpcs) : null
}

/** The place outside that a public address belongs to: the narrowest one drawn, else the internet. */
function placeOf(network: Network, address: Ip): Id {
  const known = network.design
    .all('public-address')
    .filter((place: ResourceOf<'public-address'>) => holds(place.cidrBlock, address))
  const service = network.design
    .all('aws-service')
    .find(({ prefixes }) => prefixes.some((prefix) => holds(prefix, address)))
  return known[0]?.id ?? service?.id ?? network.internet.id
}

const goalFor = (goal: Partial<Goal> & Pick<Goal, 'address'>): Goal => ({
  face: null,
  place: null,
  anyone: false,
  expects: null,
  ...goal,
})

function goalsOf(network: Network, end: Endpoint, source: Source): Goal[] | Unanswered {
  if (end.type === 'address') return [goalByAddress(network, end.address, source)]
  const resource = network.component(end.id)
  if (!resource) return nobody('The destination is not in the design.')
  if (!receives(resource))
    return notModelled(
      `${withArticle(definitionOf(resource).term)} receives nothing itself in the model.`,
    )
  const nearVpcs = source.type === 'face' ? [source.face.vpcId] : []
  const addresses = addressesOutside(network, resource, nearVpcs)
  if (addresses) {
    if (source.type === 'outside')
      return notModelled('Both ends lie outside AWS; nothing of the design is between them.')
    return addresses.map((address) => goalFor({ place: resource.id, address }))
  }
  const faces = facesOf(network, resource)
  if ('type' in faces) return faces
  const ends = faces.flatMap((face) => endsOf(face))
  if (source.type === 'face' && !hasPublicName(resource))
    return ends.map(({ face, address }) => goalFor({ face, address }))
  const open = ends.flatMap(({ face, publicAddresses }) =>
    publicAddresses.map((address) => goalFor({ face, address })),
  )
  // nobody has a public address: the walk says where a packet for a private one ends
  return open.length > 0 ? open : ends.map(({ face, address }) => goalFor({ face, address }))
}

/** The name of an internet-facing load balancer means its public addresses to everybody. (LB-3) */
const hasPublicName = (resource: Resource) =>
  resource.kind === 'load-balancer' && resource.scheme === 'internet-facing'

function endsOf(face: NetworkInterface): readonly End[] {
  return families.flatMap((family): readonly End[] => {
    const own = face.addresses.filter(({ ip }) => familyOf(ip) === family)
    const [primary] = own
    if (!primary) return []
    const publicAddresses =
      family === 'IPv6' ? [primary.ip] : own.flatMap(({ publicIp }) => publicIp ?? [])
    return [{ face, address: primary.ip, publicAddresses }]
  })
}

/** A bare address means whoever has it where the packet comes to; routing decides who that is. */
function goalByAddress(network: Network, address: Ip, source: Source): Goal {
  const goal = goalFor({ address, anyone: true })
  // what a NAT gateway makes of an address decides who has it (NET-20)
  const meant = embeddedIpv4(address) ?? address
  const publicFace =
    network.interfaceByPublicIp(meant) ??
    (familyOf(meant) === 'IPv6' ? network.interfacesAt(meant)[0] : undefined) ??
    null
  if (source.type === 'outside') return { ...goal, face: publicFace }
  const { vpcId } = source.face
  if (network.blocksOf(vpcId).some((block) => holds(block, meant)))
    return { ...goal, face: network.interfaceAt(vpcId, meant) ?? null }
  if (publicFace) return { ...goal, face: publicFace }
  const [only, ...others] = network.interfacesAt(meant)
  return {
    ...goal,
    face: only && others.length === 0 ? only : null,
    // a public range used as a VPC block is that VPC's own business, not the internet's (VPC-14)
    place: !only && isPublic(meant) ? placeOf(network, meant) : null,
  }
}
