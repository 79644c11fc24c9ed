import type { Cidr } from '../net/cidr'
import type { Family, Ip, Ip4 } from '../net/ip'
import type { Design } from './contract'
import type { Id, Resource, ResourceOf } from './resource'
import type { AttachmentKind } from './transit-gateway-route-table/schema'

type Group = ResourceOf<'security-group'>
export type SecurityGroupRules = Group['ingress']

/** A security group in force at an interface. */
export interface EffectiveGroup {
  /** Null for a VPC's default group, which the design does not show. (SG-3) */
  readonly id: Id<'security-group'> | null
  readonly vpcId: Id<'vpc'>
  readonly name: string
  readonly ingress: SecurityGroupRules
  readonly egress: SecurityGroupRules
}

/** A private address of an interface, and the public one that stands for it on the internet. */
export interface FaceAddress {
  readonly ip: Ip
  /** Null for IPv6, which is not translated. (NET-5) */
  readonly publicIp: Ip4 | null
}

/** An elastic network interface: where packets begin and end. */
export interface NetworkInterface {
  /** Unique in the network. */
  readonly key: string
  /** What packets are handed to: a workload, a NAT gateway, a node of a load balancer ... */
  readonly ownerId: Id
  /** The interface as a resource of its own, where it is one. */
  readonly interfaceId: Id<'network-interface'> | null
  readonly subnetId: Id<'subnet'>
  readonly vpcId: Id<'vpc'>
  readonly availabilityZone: string
  /** The primary address: IPv4, or IPv6 in an IPv6-only subnet. */
  readonly privateIp: Ip
  /** The public address of the primary one. */
  readonly publicIp: Ip4 | null
  /** All of them, the primary one first. */
  readonly addresses: readonly FaceAddress[]
  readonly sourceDestCheck: boolean
  /** Null where AWS filters nothing, as at a NAT gateway. (SG-11) */
  readonly groups: readonly EffectiveGroup[] | null
  /** Is it one that no resource has, but a question asks for? */
  readonly guest: boolean
  /** Why AWS would refuse this interface as it is written, in words; null when it would not. */
  readonly fault: string | null
}

/** Why a route drops what matches it. */
export type BlackholeCause =
  /** The target does not exist any more. */
  | 'target-gone'
  /** The internet gateway is not attached. */
  | 'detached'
  | 'peering-not-active'
  /** The target belongs to another VPC; AWS refuses such a route. (RT-14) */
  | 'foreign-target'
  /** AWS takes no route to it that one writes. (RT-13) */
  | 'no-route-target'

export interface ResolvedRoute {
  readonly destination: Cidr
  /** The prefix list that the destination is an entry of: a customer's, or AWS's for a service. */
  readonly prefixListId: Id<'prefix-list' | 'aws-service'> | null
  readonly target: Id | 'local' | null
  /** A target that the design has no resource for, as AWS calls it. */
  readonly otherTarget?: string
  readonly origin: 'local' | 'static' | 'propagated'
  readonly state: 'active' | 'blackhole'
  /** Set where the state is `blackhole`. */
  readonly cause: BlackholeCause | null
}

/** A route table with everything AWS adds to it. */
export interface ResolvedRouteTable {
  /** Null for a VPC's main table that the design does not show: it has local routes only. */
  readonly id: Id<'route-table'> | null
  readonly vpcId: Id<'vpc'>
  readonly name: string
  /** The longest prefix first. */
  readonly routes: readonly ResolvedRoute[]
  /** Routes inside a VPC block, where local decides: static ones AWS refuses. (RT-5, RT-8) */
  readonly refused: readonly ResolvedRoute[]
}

/** A route of a transit gateway route table; those by prefix list once for each entry. */
export interface ResolvedTransitGatewayRoute {
  readonly destination: Cidr
  readonly prefixListId: Id<'prefix-list'> | null
  /** Null for a blackhole that is written as one. (TGW-10) */
  readonly attachmentId: Id<AttachmentKind> | null
  /** An attachment that is not in the design, as AWS calls it. */
  readonly otherAttachment?: string
  readonly origin: 'static' | 'propagated'
  readonly state: 'active' | 'blackhole'
}

/** A block that is not propagated: a VPC attached before has one that overlaps it. (CL-11) */
export interface WithheldBlock {
  readonly attachmentId: Id<'transit-gateway-vpc-attachment'>
  readonly block: Cidr
  readonly earlier: Id<'transit-gateway-vpc-attachment'>
  readonly earlierBlock: Cidr
}

/** A transit gateway route table with what attachments propagate into it. */
export interface ResolvedTransitGatewayTable {
  readonly id: Id<'transit-gateway-route-table'>
  readonly transitGatewayId: Id<'transit-gateway'>
  readonly name: string
  /** The longest prefix first, then in the order of priority. (TGW-9) */
  readonly routes: readonly ResolvedTransitGatewayRoute[]
  readonly withheld: readonly WithheldBlock[]
}

export type TransitGatewayAttachment = ResourceOf<AttachmentKind>

export type PeeringStatus = ResourceOf<'vpc-peering-connection'>['status']

/** The design as AWS would run it: everything implicit made explicit. Built once, then asked. */
export interface NetworkView {
  readonly design: Design
  /** Any component a packet may meet: those of the design, and the internet where it is not drawn. */
  readonly component: (id: Id) => Resource | undefined
  readonly internet: ResourceOf<'internet'>
  /** Every interface, ordered by key. */
  readonly interfaces: readonly NetworkInterface[]
  readonly interfacesOf: (ownerId: Id) => readonly NetworkInterface[]
  /** Which interface of this VPC has this private address? */
  readonly interfaceAt: (vpcId: Id<'vpc'>, ip: Ip) => NetworkInterface | undefined
  /** All interfaces with this private address, whatever their VPC. */
  readonly interfacesAt: (ip: Ip) => readonly NetworkInterface[]
  readonly interfaceByPublicIp: (ip: Ip) => NetworkInterface | undefined
  /** The public addresses of a regional NAT gateway, which has no interface. (NET-19) */
  readonly regionalNatAddresses: (id: Id<'nat-gateway'>) => readonly Ip4[]
  readonly regionalNatAt: (ip: Ip) => ResourceOf<'nat-gateway'> | undefined
  /** An address of the subnet that nobody has; null where none is left. */
  readonly freeAddressOf: (subnetId: Id<'subnet'>, family: Family) => Ip | null
  /** The same, and one for each part of the subnet that some rule or route treats apart. */
  readonly freeAddressesOf: (subnetId: Id<'subnet'>, family: Family) => readonly Ip[]
  /** Why a resource got no interface where it asks for one: a missing subnet, no address left. */
  readonly faultsOf: (ownerId: Id) => readonly string[]
  readonly subnetOf: (face: NetworkInterface) => ResourceOf<'subnet'>
  readonly subnetsOf: (vpcId: Id<'vpc'>) => readonly ResourceOf<'subnet'>[]
  /** Every block of a VPC, the primary IPv4 one first; none where the VPC is missing. */
  readonly blocksOf: (vpcId: Id<'vpc'>) => readonly Cidr[]
  readonly tables: readonly ResolvedRouteTable[]
  readonly tableOf: (subnetId: Id<'subnet'>) => ResolvedRouteTable | undefined
  /** A route table of the design, resolved. */
  readonly resolvedTable: (id: Id<'route-table'>) => ResolvedRouteTable | undefined
  /** The table that routes what comes in by this gateway, where it has one. (RT-15) */
  readonly edgeTableOf: (gatewayId: Id) => ResolvedRouteTable | undefined
  /** The network ACL of a subnet; null means the VPC's default one, which lets everything by. */
  readonly aclOf: (subnetId: Id<'subnet'>) => ResourceOf<'network-acl'> | null
  /** The status AWS would give it: `failed` where the VPCs overlap in any block. (PEER-4) */
  readonly peeringStatusOf: (id: Id<'vpc-peering-connection'>) => PeeringStatus
  /** The blocks that make AWS refuse a peering connection, requester's first; null when none do. */
  readonly peeringCollision: (id: Id<'vpc-peering-connection'>) => readonly [Cidr, Cidr] | null
  readonly peeringsOf: (vpcId: Id<'vpc'>) => readonly ResourceOf<'vpc-peering-connection'>[]
  /** The internet gateway that serves a VPC. AWS attaches at most one. (NET-1) */
  readonly internetGatewayOf: (vpcId: Id<'vpc'>) => ResourceOf<'internet-gateway'> | undefined
  /** What is attached to a transit gateway: VPCs, then peers; peering attachments on both ends. */
  readonly attachmentsOf: (
    transitGatewayId: Id<'transit-gateway'>,
  ) => readonly TransitGatewayAttachment[]
  /** The transit gateway attachments of a VPC, ordered by id. */
  readonly vpcAttachmentsOf: (
    vpcId: Id<'vpc'>,
  ) => readonly ResourceOf<'transit-gateway-vpc-attachment'>[]
  /** Why AWS would refuse an attachment as it is written, in words; null when it would not. */
  readonly attachmentFault: (id: Id<AttachmentKind>) => string | null
  readonly transitGatewayTablesOf: (
    transitGatewayId: Id<'transit-gateway'>,
  ) => readonly ResolvedTransitGatewayTable[]
  /** The table that packets entering by an attachment are looked up in. (TGW-6) */
  readonly associatedTableOf: (
    attachmentId: Id<AttachmentKind>,
    transitGatewayId: Id<'transit-gateway'>,
  ) => ResolvedTransitGatewayTable | undefined
}
