import { definitionOf } from '../../kinds/catalogue'
import { forwardingOf } from '../../kinds/forwarding'
import type { NetworkInterface } from '../../kinds/network'
import type { Id, Resource } from '../../kinds/resource'
import { untoldAt } from '../../kinds/untold'
import { withArticle } from '../../kinds/with-article'
import { holds, isCidr } from '../../net/cidr'
import { families, familyOf, type Ip } from '../../net/ip'
import { isPublic } from '../../net/ranges'
import type { Endpoint } from '../answer'
import type { Network } from '../network'
import { hostsBeyond } from './beyond-link'
import { addressesOutside, facesOf, placeOf, premisesAt, primaryOf } from './end-faces'
import { guestAt } from './guests'
import { joinsNothing, nobody, notModelled, type Unanswered } from './unanswered'

/** Where packets of a question start: an interface, or a host outside AWS. */
export type Source =
  | { readonly type: 'face'; readonly face: NetworkInterface; readonly address: Ip }
  | { readonly type: 'outside'; readonly place: Id; readonly address: Ip }

/** Where packets of an end start, one for each interface and family. */
export function sourcesOf(
  network: Network,
  end: Endpoint,
  farVpcs: readonly Id<'vpc'>[],
): Source[] | Unanswered {
  if (end.type === 'address') return sourcesByAddress(network, end.address)
  const resource = network.component(end.id)
  if (!resource) return nobody('The source is not in the design.')
  const beyond = hostsBeyond(network, resource)
  if (beyond) return beyond.length > 0 ? beyond.flatMap(fromFace) : joinsNothing(resource)
  if (!sends(resource)) return silent(resource)
  const { address: meant } = end
  const addresses = addressesOutside(network, resource, farVpcs)
  if (addresses)
    return (meant ? [meant] : addresses).map((address) => ({
      type: 'outside',
      place: resource.id,
      address,
    }))
  const faces = facesOf(network, resource)
  if ('type' in faces) return faces
  if (!meant) return (end.primary ? primaryOf(faces) : faces).flatMap((face) => fromFace(face))
  const its = withAddress(network, faces, meant)
  return its.length > 0
    ? its.map((face) => ({ type: 'face', face, address: meant }))
    : nobody(`${resource.name} does not have the address ${meant}.`)
}

/** Those of the interfaces that have this private address, be it in a block of theirs. */
export function withAddress(
  network: Network,
  faces: readonly NetworkInterface[],
  address: Ip,
): readonly NetworkInterface[] {
  const own = faces.filter((face) => face.addresses.some(({ ip }) => ip === address))
  return own.length > 0
    ? own
    : network.interfacesAt(address).filter((face) => faces.some(({ key }) => key === face.key))
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
  const known = owners.length > 0 ? owners : owner ? [owner] : []
  const call = known.length === 0 ? untoldAt(address, network) : null
  if (call) return notModelled(`Who has the address ${address} is not known: ${call} is missing.`)
  const faces = known.length > 0 ? known : guestAt(network, address)
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
  const premises = premisesAt(network, address)
  if (premises) return [{ type: 'outside', place: premises, address }]
  if (!isPublic(address)) {
    const link = linkBeyond(network, address)
    if (link)
      return notModelled(
        `Whether ${address} lies behind ${link.name} is not known: ${link.missing} is missing.`,
      )
    return nobody(`Nobody in the design has the address ${address}.`)
  }
  const place = placeOf(network, address)
  const resource = network.component(place)
  return sends(resource) ? [{ type: 'outside', place, address }] : silent(resource)
}

/** Something that may lead to this address outside AWS, and nobody knows where to. (CL-17) */
function linkBeyond(
  { design }: Network,
  address: Ip,
): { readonly name: string; readonly missing: string } | null {
  const gateways = [
    ...design.all('vpn-gateway'),
    ...design.all('on-premises-network'),
    ...design.all('customer-gateway'),
    ...design.all('direct-connect-gateway'),
    ...design.all('transit-gateway'),
  ]
  for (const { name, undescribed } of gateways)
    if (undescribed !== undefined) return { name, missing: undescribed }
  for (const { name, routes } of design.all('transit-gateway-route-table'))
    for (const [destination, { otherAttachment }] of Object.entries(routes))
      if (otherAttachment && (!isCidr(destination) || holds(destination, address)))
        return { name, missing: `what is attached as ${otherAttachment}` }
  return null
}

/** A service of AWS only answers, as far as the model goes. */
const sends = (resource: Resource | undefined) =>
  Boolean(resource && resource.kind !== 'aws-service' && forwardingOf(resource.kind)?.send)

const silent = (resource: Resource | undefined) =>
  notModelled(
    resource
      ? `${withArticle(definitionOf(resource).term)} opens no connections of its own in the model.`
      : 'The source is not in the design.',
  )
