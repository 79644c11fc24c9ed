import type { Cidr } from '../net/cidr'
import type { Ip4, Ip6 } from '../net/ip'
import type { Design } from './contract'
import { wanted as clientVpnEndpoint } from './client-vpn-endpoint/interfaces'
import { wanted as eksCluster } from './eks-cluster/interfaces'
import { wanted as eksPods } from './eks-pods/interfaces'
import { wanted as loadBalancer } from './load-balancer/interfaces'
import { wanted as natGateway } from './nat-gateway/interfaces'
import { wanted as networkInterface } from './network-interface/interfaces'
import type { Id, Kind, ResourceOf } from './resource'
import { wanted as vpcEndpoint } from './vpc-endpoint/interfaces'
import { wanted as workload } from './workload/interfaces'

/** An interface that the design asks for, before addresses are given out. */
export interface Wanted {
  /** Unique in the design, and the same whatever the order of resources. */
  readonly key: string
  /** What packets for it are handed to. */
  readonly ownerId: Id
  /** What messages call it. */
  readonly ownerName: string
  readonly interfaceId: Id<'network-interface'> | null
  readonly subnetId: Id<'subnet'>
  /** Null means that AWS chooses one. */
  readonly privateIp: Ip4 | null
  /** Null means that AWS chooses one. */
  readonly secondaryIps: readonly (Ip4 | null)[]
  /** Of the primary address. Null means that AWS chooses one; undefined that it has none. */
  readonly publicIp: Ip4 | null | undefined
  /** Public addresses of secondary ones, in their order; null where there is none. */
  readonly secondaryPublicIps: readonly (Ip4 | null)[]
  readonly ipv6Addresses: readonly Ip6[]
  /** Blocks whose every address is its own. */
  readonly prefixes?: readonly Cidr[]
  /** Does it get an IPv6 address even where none is written down? */
  readonly assignIpv6Address: boolean
  readonly sourceDestCheck: boolean
  /** Null where AWS filters nothing. */
  readonly groupIds: readonly Id<'security-group'>[] | null
}

export type Wants<K extends Kind> = (it: ResourceOf<K>, design: Design) => readonly Wanted[]

/** The roll call of kinds that have network interfaces. */
const wants: { readonly [K in Kind]?: Wants<K> } = {
  'client-vpn-endpoint': clientVpnEndpoint,
  'eks-cluster': eksCluster,
  'eks-pods': eksPods,
  'load-balancer': loadBalancer,
  'nat-gateway': natGateway,
  'network-interface': networkInterface,
  'vpc-endpoint': vpcEndpoint,
  workload,
}

/** Every interface that the design asks for, ordered by key. */
export function wantedBy(design: Design): readonly Wanted[] {
  return (Object.keys(wants) as Kind[])
    .flatMap((kind) => wantedByKind(design, kind, wants))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

function wantedByKind<K extends Kind>(
  design: Design,
  kind: K,
  entries: { readonly [P in K]?: Wants<P> },
): readonly Wanted[] {
  return design.all(kind).flatMap((it) => entries[kind]?.(it, design) ?? [])
}
