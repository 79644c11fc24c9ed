import type { NetworkInterface } from '../../kinds/network'
import type { ResourceOf } from '../../kinds/resource'
import { holds } from '../../net/cidr'
import { families, familyOf, type Ip } from '../../net/ip'
import type { Network } from '../network'

type Subnet = ResourceOf<'subnet'>

/**
 * Any host in this subnet: addresses that nobody has, behind no security group. Where a rule or
 * route treats a part of the subnet apart, a host there as well. (WALK-13)
 */
export function guestsIn(network: Network, subnet: Subnet): readonly NetworkInterface[] {
  const found = families.map((family) => network.freeAddressesOf(subnet.id, family))
  const ips = found.flatMap(([first]) => first ?? [])
  const apart = found.flatMap(([, ...others]) => others)
  return ips.length > 0 ? [guest(subnet, ips), ...apart.map((ip) => guest(subnet, [ip]))] : []
}

/** A host nobody has drawn, at this address, in every subnet that holds it. */
export function guestAt(network: Network, ip: Ip): readonly NetworkInterface[] {
  return network.design
    .all('subnet')
    .filter(
      ({ cidrBlock, ipv6CidrBlock, vpcId }) =>
        network.design.get(vpcId) &&
        [cidrBlock, ipv6CidrBlock].some((block) => block !== null && holds(block, ip)),
    )
    .map((subnet) => guest(subnet, [ip]))
}

function guest(subnet: Subnet, ips: readonly Ip[]): NetworkInterface {
  const addresses = [...ips]
    .sort((a, b) => (familyOf(a) < familyOf(b) ? -1 : 1))
    .map((ip) => ({ ip, publicIp: null }))
  const [first] = addresses
  if (!first) throw new Error('Bug: a guest has an address')
  return {
    key: `${subnet.id} ${first.ip}`,
    ownerId: subnet.id,
    interfaceId: null,
    subnetId: subnet.id,
    vpcId: subnet.vpcId,
    availabilityZone: subnet.availabilityZone,
    privateIp: first.ip,
    publicIp: null,
    addresses,
    sourceDestCheck: true,
    groups: null,
    guest: true,
    fault: null,
  }
}
