import { contains, holds, isCidr4, prefixLengthOf, type Cidr } from '../../net/cidr'
import type { Ip } from '../../net/ip'
import type { Design } from '../contract'
import type { NetworkView } from '../network'
import type { Id, ResourceOf } from '../resource'

type Interface = ResourceOf<'virtual-interface'>
type Association = ResourceOf<'direct-connect-gateway-association'>
type RegionGateway = Association['gatewayId']

/** A block that Direct Connect leads to from a gateway in a Region. */
export interface DirectWay {
  readonly prefix: Cidr
  /** The virtual interface that brings it. */
  readonly interface: Interface
  /** Through which association; null where the interface ends at the gateway itself. */
  readonly association: Association | null
}

/** Does it carry packets, and learn by BGP? */
export const isLive = (it: Interface): boolean =>
  it.virtualInterfaceState === 'available' && it.bgpStatus === 'up'

export const isAssociated = ({ state }: Association): boolean =>
  state === 'associated' || state === 'updating'

/** Which type of virtual interface leads to a gateway of this kind? */
const typeFor = (gatewayId: RegionGateway): Interface['virtualInterfaceType'] =>
  gatewayId.startsWith('transit-gateway:') ? 'transit' : 'private'

/** The virtual interfaces of a Direct Connect gateway that lead to gateways of this kind. */
export function interfacesFor(
  gatewayId: Id<'direct-connect-gateway'>,
  to: RegionGateway,
  design: Design,
): readonly Interface[] {
  return design
    .all('virtual-interface')
    .filter((it) => it.gatewayId === gatewayId && it.virtualInterfaceType === typeFor(to))
}

/** Everything that Direct Connect leads to from a gateway, live or not. (VPN-4) */
export function directWays(gatewayId: RegionGateway, design: Design): readonly DirectWay[] {
  const own = design
    .all('virtual-interface')
    .filter((it) => it.gatewayId === gatewayId && it.virtualInterfaceType === 'private')
    .map((it) => ({ interface: it, association: null }))
  const shared = design
    .all('direct-connect-gateway-association')
    .filter((it) => it.gatewayId === gatewayId && it.state !== 'disassociated')
    .flatMap((association) =>
      interfacesFor(association.directConnectGatewayId, gatewayId, design).map((it) => ({
        interface: it,
        association,
      })),
    )
  return [...own, ...shared].flatMap((way) =>
    (design.get(way.interface.onPremisesNetworkId)?.prefixes ?? []).map((prefix) => ({
      prefix,
      ...way,
    })),
  )
}

/** Does Direct Connect lead to a gateway at all, live or not? */
export const hasDirectConnect = (gatewayId: RegionGateway, design: Design): boolean =>
  design.all('virtual-interface').some((it) => it.gatewayId === gatewayId) ||
  design.all('direct-connect-gateway-association').some((it) => it.gatewayId === gatewayId)

export const isOpen = (way: DirectWay): boolean =>
  isLive(way.interface) && (way.association === null || isAssociated(way.association))

/**
 * What an association announces to the other side: of a transit gateway the allowed prefixes
 * themselves, of a virtual private gateway those blocks of its VPC that lie in one.
 * @source https://docs.aws.amazon.com/directconnect/latest/UserGuide/allowed-to-prefixes.html
 */
export function announcedBy(it: Association, network: NetworkView): readonly Cidr[] {
  const gateway = network.design.get(it.gatewayId)
  if (gateway?.kind !== 'vpn-gateway') return it.allowedPrefixes
  const blocks = network.blocksOf(gateway.vpcId).filter(isCidr4)
  return it.allowedPrefixes.length === 0
    ? blocks
    : blocks.filter((block) => it.allowedPrefixes.some((prefix) => contains(prefix, block)))
}

/**
 * The association of a Direct Connect gateway that announces the narrowest block around this, one
 * that stands first. `rival` is another that announces the same block, as AWS allows none. (VPC-11)
 */
export function associationFor(
  gatewayId: Id<'direct-connect-gateway'>,
  ip: Ip,
  network: NetworkView,
): {
  readonly association: Association
  readonly prefix: Cidr
  readonly rival: Association | null
} | null {
  const found = network.design
    .all('direct-connect-gateway-association')
    .filter((it) => it.directConnectGatewayId === gatewayId && it.state !== 'disassociated')
    .flatMap((association) =>
      announcedBy(association, network)
        .filter((prefix) => holds(prefix, ip))
        .map((prefix) => ({ association, prefix })),
    )
    .toSorted((a, b) => prefixLengthOf(b.prefix) - prefixLengthOf(a.prefix))
  const standing = found.filter(({ association }) => isAssociated(association))
  const [first, ...others] = standing.length > 0 ? standing : found
  if (!first) return null
  const rival = others.find(
    ({ association, prefix }) => association.id !== first.association.id && prefix === first.prefix,
  )
  return { ...first, rival: rival?.association ?? null }
}
