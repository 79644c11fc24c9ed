import type { ResourceOf } from '../resource'

type Interface = ResourceOf<'workload'>['interfaces'][`subnet:${string}`]

/** A network interface with nothing but what AWS gives every one. */
export function newInterface(publicAddress: Interface['publicAddress']): Interface {
  return {
    privateIpAddress: null,
    secondaryPrivateIpAddresses: [],
    publicAddress,
    publicIp: null,
    assignIpv6Address: false,
    ipv6Addresses: [],
    sourceDestCheck: true,
  }
}
