import type { Visit } from '../../kinds/forward'
import type { NetworkInterface } from '../../kinds/network'
import type { Id } from '../../kinds/resource'
import type { Detail } from '../../kinds/codes'
import type { Network } from '../network'
import type { Walk } from '../walk'

/** What is worth saying about a path beside its verdict. */
export function detailsOf(network: Network, request: Walk, reply: Walk | null): readonly Detail[] {
  const details: Detail[] = []
  if (isHairpin(request)) details.push('PUBLIC_HAIRPIN')
  if (crossesZones(network, request)) details.push('AVAILABILITY_ZONE_CROSSED')
  if (reply?.delivered && isAsymmetric(request, reply)) details.push('ASYMMETRIC_PATH')
  if (request.cut || reply?.cut) details.push('BRANCHES_CUT')
  const hops = [...request.hops, ...(reply?.hops ?? [])]
  return [...new Set([...details, ...hops.flatMap((hop) => hop.details ?? [])])]
}

/** Out through a gateway and in again through the same one. (NET-22) */
function isHairpin({ visits }: Walk): boolean {
  return visits.some(
    (visit, index) => visit.door === 'outside' && visits[index - 1]?.to === visit.to,
  )
}

/** The devices on the way, the hosts at both ends left out. */
export function devicesOf(visits: readonly Visit[]): readonly Id[] {
  const between = visits.filter(
    ({ door, to }, index) =>
      door === 'through' ||
      door === 'outside' ||
      door === 'incoming' ||
      door === 'tunnel' ||
      (door === 'outgoing' && to.startsWith('vpn-connection:')) ||
      door === 'fromPremises' ||
      door === 'direct' ||
      (door === 'arrive' && index < visits.length - 1),
  )
  return [...new Set(between.map((visit) => visit.to))]
}

/**
 * The devices that something sent it to. An answer may be handed on where it arrives, as a node does
 * for its pods: that is no way of its own. Nor is the association of a VPC with a service network,
 * which says who may ask: VPC Lattice answers from where it was asked. (EP-14)
 */
function chosenDevicesOf({ visits }: Walk): readonly Id[] {
  const chosen = new Set(visits.flatMap(({ door, to }) => (door === 'arrive' ? [] : [to])))
  return devicesOf(visits).filter(
    (id) => chosen.has(id) && !id.startsWith('service-network-vpc-association:'),
  )
}

/** The reply comes another way, which is legal where nobody on it keeps state. (12.3 row 3) */
function isAsymmetric(request: Walk, reply: Walk): boolean {
  const [there, back] = [devicesOf(request.visits), devicesOf(reply.visits)]
  return (
    chosenDevicesOf(request).some((id) => !back.includes(id)) ||
    chosenDevicesOf(reply).some((id) => !there.includes(id))
  )
}

/** Do two interfaces that follow each other lie in different zones of one account and Region? */
function crossesZones(network: Network, { visits, delivered }: Walk): boolean {
  if (!delivered) return false
  const faces = visits.flatMap((visit) => ('face' in visit && visit.face ? [visit.face] : []))
  const zoneOf = (face: NetworkInterface) => {
    const vpc = network.design.get(face.vpcId)
    return { place: `${vpc?.ownerId} ${vpc?.region}`, zone: face.availabilityZone }
  }
  return faces.some((face, index) => {
    const before = faces[index - 1]
    if (!before) return false
    const [a, b] = [zoneOf(before), zoneOf(face)]
    return a.place === b.place && a.zone !== b.zone
  })
}
