import { familyOf } from '../../net/ip'
import { isPublic } from '../../net/ranges'
import { knows } from '../egress-only-internet-gateway/forward'
import type { Packet } from '../forward'
import type { NetworkInterface, NetworkView } from '../network'
import type { Id } from '../resource'

/** A VPC's own address on the internet; no interface has that of a regional NAT gateway. */
export interface OnInternet {
  readonly vpcId: Id<'vpc'>
  readonly face: NetworkInterface | null
}

/** Who in AWS has the public address that a packet is for? An IPv6 address is its own. (NET-5) */
export function ownerOnInternet(packet: Packet, network: NetworkView): OnInternet | null {
  const { destination } = packet.header
  if (!isPublic(destination)) return null
  const nat = network.regionalNatAt(destination)
  if (nat?.vpcId) return { vpcId: nat.vpcId, face: null }
  const face =
    familyOf(destination) === 'IPv4'
      ? network.interfaceByPublicIp(destination)
      : (network.interfacesAt(destination)[0] ??
        packet.guests.find((it) => it.addresses.some(({ ip }) => ip === destination)))
  return face ? { vpcId: face.vpcId, face } : null
}

/**
 * By which gateway does a packet come into the VPC? An answer by the egress-only one that let its
 * request out; anything else by the internet gateway, and by the other only where there is no
 * internet gateway. (CL-9)
 */
export function gatewayFor(
  vpcId: Id<'vpc'>,
  packet: Packet,
  network: NetworkView,
): Id<'internet-gateway'> | Id<'egress-only-internet-gateway'> | null {
  const isSix = familyOf(packet.header.destination) === 'IPv6'
  const outward = isSix
    ? network.design
        .all('egress-only-internet-gateway')
        .filter((it) => it.vpcId === vpcId)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    : []
  const known = outward.find((it) => knows(it, packet))
  if (known) return known.id
  const attached = network.internetGatewayOf(vpcId)
  if (attached) return attached.id
  const detached = network.design.all('internet-gateway').find((it) => it.vpcId === vpcId)
  return outward[0]?.id ?? detached?.id ?? null
}
