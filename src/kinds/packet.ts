import { assertNever } from '../base/invariant'
import type { Ip } from '../net/ip'
import type { Id } from './resource'
import type { RouteDestination } from './route-table/schema'
import type { TransitGatewayDestination } from './transit-gateway-route-table/schema'

/** A protocol by name, or by its IANA number where it has no name here. */
export type Protocol = 'tcp' | 'udp' | 'icmp' | 'icmpv6' | number

/**
 * A port by number, or one that is only known to lie in a range: `ephemeral` as hosts choose it,
 * `device` as NAT gateways, load balancers and Lambda do. (ACL-7)
 */
export type Port = number | 'ephemeral' | 'device'

/** What a packet carries at one point of its way. */
export interface Header {
  readonly source: Ip
  readonly destination: Ip
  readonly protocol: Protocol
  /** Null where the protocol has no ports, or any ephemeral port. */
  readonly sourcePort: Port | null
  readonly destinationPort: Port | null
  /** ICMP's type and code; null for everything else. */
  readonly icmp: { readonly type: number; readonly code: number } | null
}

/** The very thing that decided, precise enough for the inspector to open it. */
export type Evidence =
  | {
      readonly type: 'route'
      readonly routeTableId: Id<'route-table'>
      readonly destination: RouteDestination
      readonly target: Id | 'local' | null
    }
  | {
      readonly type: 'transit-gateway-route'
      readonly routeTableId: Id<'transit-gateway-route-table'>
      readonly destination: TransitGatewayDestination
      /** Null for a blackhole. */
      readonly attachmentId: Id | null
    }
  | {
      readonly type: 'network-acl-entry'
      readonly networkAclId: Id<'network-acl'>
      readonly direction: 'ingress' | 'egress'
      /** The rule number; null for the final rule, `*`. */
      readonly ruleNumber: number | null
    }
  | {
      readonly type: 'listener'
      readonly loadBalancerId: Id<'load-balancer'>
      readonly port: number
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

/** Whose inspector shows this evidence? */
export function holderOf(evidence: Evidence): Id {
  switch (evidence.type) {
    case 'route':
    case 'transit-gateway-route':
      return evidence.routeTableId
    case 'rule':
      return evidence.securityGroupId
    case 'network-acl-entry':
      return evidence.networkAclId
    case 'listener':
      return evidence.loadBalancerId
    case 'missing':
    case 'field':
    case 'resource':
      return evidence.resourceId
    default:
      return assertNever(evidence)
  }
}
