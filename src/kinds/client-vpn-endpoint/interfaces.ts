import type { Wants } from '../interfaces'
import { keysOf } from '../without'

/**
 * One interface in each associated subnet, with a public address for the way to the internet.
 * @source https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/how-it-works.html
 */
export const wanted: Wants<'client-vpn-endpoint'> = (it) =>
  keysOf(it.associations).map((subnetId) => ({
    key: `${it.id} ${subnetId}`,
    ownerId: it.id,
    ownerName: it.name,
    interfaceId: null,
    subnetId,
    privateIp: it.associations[subnetId]?.privateIpAddress ?? null,
    secondaryIps: [],
    publicIp: null,
    secondaryPublicIps: [],
    ipv6Addresses: [],
    assignIpv6Address: false,
    sourceDestCheck: true,
    groupIds: it.securityGroupIds,
  }))
