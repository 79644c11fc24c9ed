import type { Wants } from '../interfaces'

/** Itself; what comes to it is handed to the instance it is attached to. */
export const wanted: Wants<'network-interface'> = (it, design) => [
  {
    key: `${it.instanceId ?? it.id} ${it.id}`,
    ownerId: it.instanceId && design.get(it.instanceId) ? it.instanceId : it.id,
    ownerName: it.name,
    interfaceId: it.id,
    subnetId: it.subnetId,
    privateIp: it.privateIpAddress,
    secondaryIps: it.secondaryPrivateIpAddresses,
    publicIp: it.publicAddress === 'none' ? undefined : it.publicIp,
    secondaryPublicIps: [],
    ipv6Addresses: it.ipv6Addresses,
    prefixes: it.ipv6Prefixes ?? [],
    assignIpv6Address: it.assignIpv6Address,
    sourceDestCheck: it.sourceDestCheck,
    groupIds: it.groupIds,
  },
]
