import { called } from '../../kinds/called'
import { definitionOf } from '../../kinds/catalogue'
import type { Goal } from '../../kinds/forward'
import { forwardingOf } from '../../kinds/forwarding'
import { nodesByName } from '../../kinds/load-balancer/by-name'
import type { NetworkInterface } from '../../kinds/network'
import type { Resource } from '../../kinds/resource'
import { untold } from '../../kinds/untold'
import { withArticle } from '../../kinds/with-article'
import { holds } from '../../net/cidr'
import { families, familyOf, type Ip } from '../../net/ip'
import { embeddedIpv4 } from '../../net/nat64'
import { isPublic } from '../../net/ranges'
import type { Endpoint } from '../answer'
import type { Network } from '../network'
import { hostsBeyond } from './beyond-link'
import { endpointsOf, privateNameOf } from './by-endpoint'
import { addressesOutside, facesOf, placeOf, premisesAt, primaryOf } from './end-faces'
import { withAddress, type Source } from './sources'
import { joinsNothing, nobody, notModelled, type Unanswered } from './unanswered'

/** An interface by its first address of a family. */
interface End {
  readonly face: NetworkInterface
  readonly address: Ip
  /** The addresses that the internet knows it by, of this and of its secondary ones. */
  readonly publicAddresses: readonly Ip[]
}

const goalFor = (goal: Partial<Goal> & Pick<Goal, 'address'>): Goal => ({
  face: null,
  place: null,
  anyone: false,
  expects: null,
  ...goal,
})

/** Where packets from this source are meant to arrive. */
export function goalsOf(network: Network, end: Endpoint, source: Source): Goal[] | Unanswered {
  if (end.type === 'address') return [goalByAddress(network, end.address, source)]
  const resource = network.component(end.id)
  if (!resource) return nobody('The destination is not in the design.')
  const beyond = hostsBeyond(network, resource)
  if (beyond?.length === 0) return joinsNothing(resource)
  if (beyond) return beyond.flatMap(endsOf).map(({ face, address }) => goalFor({ face, address }))
  if (resource.kind === 'vpc-endpoint-service') {
    const near = source.type === 'face' ? source.face.vpcId : null
    const endpoints = endpointsOf(network, resource, near)
    return endpoints.length > 0
      ? endpoints
          .flatMap(({ id }) => network.interfacesOf(id))
          .flatMap(endsOf)
          .map(({ face, address }) => goalFor({ face, address }))
      : nobody(`Nobody has an endpoint for ${called(resource)}.`)
  }
  if (!forwardingOf(resource.kind)?.arrive)
    return notModelled(
      `${withArticle(definitionOf(resource).term)} receives nothing itself in the model.`,
    )
  const nearVpcs = source.type === 'face' ? [source.face.vpcId] : []
  const isPrivate = source.type === 'face' || isOnPremises(source)
  const named =
    resource.kind === 'aws-service' && source.type === 'face'
      ? privateNameOf(network, resource, source.face.vpcId)
      : null
  const call = unlistedFor(network, resource, source)
  if (!named && call)
    return notModelled(
      `Whether ${resource.name} has a private name here is not known: ${call} is missing.`,
    )
  if (named) return named.flatMap(endsOf).map(({ face, address }) => goalFor({ face, address }))
  const addresses = addressesOutside(network, resource, nearVpcs)
  if (addresses) {
    if (isPrivate && resource.kind === 'on-premises-network' && source.type === 'outside')
      return notModelled(
        'Both ends lie outside AWS. Whether a virtual private gateway or transit gateway joins them is not modelled.',
      )
    if (!isPrivate)
      return notModelled('Both ends lie outside AWS; nothing of the design is between them.')
    return (end.address ? [end.address] : addresses).map((address) =>
      goalFor({ place: resource.id, address }),
    )
  }
  const faces = facesOf(network, resource)
  if ('type' in faces) return faces
  if (end.address) {
    const { address } = end
    const its = withAddress(network, faces, address)
    return its.length > 0
      ? its.map((face) => goalFor({ face, address }))
      : nobody(`${resource.name} does not have the address ${address}.`)
  }
  // a load balancer is asked for by its DNS name
  const known = resource.kind === 'load-balancer' ? nodesByName(resource, faces, network) : faces
  const asked = end.primary ? primaryOf(known) : known
  const ends = asked.flatMap((face) => endsOf(face))
  if (isPrivate && !hasPublicName(resource))
    return ends.map(({ face, address }) => goalFor({ face, address }))
  const open = ends.flatMap(({ face, publicAddresses }) =>
    publicAddresses.map((address) => goalFor({ face, address })),
  )
  // nobody has a public address: the walk says where a packet for a private one ends
  return open.length > 0 ? open : ends.map(({ face, address }) => goalFor({ face, address }))
}

/** The call that would tell of endpoints with private names in the VPC of the source. (EP-13, CL-17) */
const unlistedFor = ({ design }: Network, resource: Resource, source: Source): string | null =>
  resource.kind === 'aws-service' && source.type === 'face'
    ? untold(design.get(source.face.vpcId), 'endpoints')
    : null

/** Hosts of one's own outside AWS, and VPN clients, know private addresses, as those inside do. */
const isOnPremises = (source: Source) =>
  source.type === 'outside' && /^(on-premises-network|client-vpn-endpoint):/.test(source.place)

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
  if (source.type === 'outside' && !isOnPremises(source)) return { ...goal, face: publicFace }
  const vpcId = source.type === 'face' ? source.face.vpcId : null
  if (vpcId && network.blocksOf(vpcId).some((block) => holds(block, meant)))
    return { ...goal, face: network.interfaceAt(vpcId, meant) ?? null }
  if (publicFace) return { ...goal, face: publicFace }
  const [only, ...others] = network.interfacesAt(meant)
  return {
    ...goal,
    face: only && others.length === 0 ? only : null,
    // a public range used as a VPC block is that VPC's own business, not the internet's (VPC-14)
    place: only
      ? null
      : (premisesAt(network, meant) ?? (isPublic(meant) ? placeOf(network, meant) : null)),
  }
}
