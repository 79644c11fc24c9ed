import type { Cidr } from '../net/cidr'
import type { Ip } from '../net/ip'
import type { Id } from './resource'

/** A protocol by name, or by its IANA number where it has no name here. */
export type Protocol = 'tcp' | 'udp' | 'icmp' | number

/** What a packet carries at one point of its way. */
export interface Header {
  readonly source: Ip
  readonly destination: Ip
  readonly protocol: Protocol
  /** Null where the protocol has no ports, or any ephemeral port. */
  readonly sourcePort: number | 'ephemeral' | null
  readonly destinationPort: number | 'ephemeral' | null
}

/** The very thing that decided, precise enough for the inspector to open it. */
export type Evidence =
  | {
      readonly type: 'route'
      readonly routeTableId: Id<'route-table'>
      readonly destination: Cidr
      readonly target: Id | 'local' | null
    }
  | {
      readonly type: 'rule'
      readonly securityGroupId: Id<'security-group'>
      readonly direction: 'ingress' | 'egress'
      readonly rule: string
    }
  /** No rule or route fits: the resource whose list lacks one, and which list. */
  | { readonly type: 'missing'; readonly resourceId: Id; readonly field: string }
  /** A field of a resource decided, such as the status of a peering connection. */
  | { readonly type: 'field'; readonly resourceId: Id; readonly field: string }
  /** The resource as a whole, such as connection tracking of a security group. */
  | { readonly type: 'resource'; readonly resourceId: Id }
