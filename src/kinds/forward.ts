import type { Ip } from '../net/ip'
import type { Code, Detail } from './codes'
import type { NetworkInterface, NetworkView } from './network'
import type { Evidence, Header } from './packet'
import type { Id, Kind, ResourceOf } from './resource'
import type { AttachmentKind } from './transit-gateway-route-table/schema'
import type { Zone } from './availability-zone'

/** What a device remembers of a packet whose addresses it rewrote, so that it can undo it. */
export interface Binding {
  readonly device: Id
  readonly before: Header
  readonly after: Header
  /** Do answers to the new source find back over a peering connection without a route? (NET-15) */
  readonly returnsToSender: boolean
  /** What others knew of the connection that came in, where this device opened one of its own. */
  readonly earlier?: Pick<Packet, 'watchers' | 'passed' | 'pins'>
}

/** An appliance that a packet went through, and by which of its interfaces. */
export interface Passage {
  readonly device: Id
  readonly direction: Packet['direction']
  readonly cameBy: NetworkInterface
  readonly wentBy: NetworkInterface
  /** The addresses it saw, where it keeps the state of connections by them, else null. (CL-7) */
  readonly tracked: Header | null
}

/**
 * A way back that needs no route: a peering connection keeps it open for answers to a NAT gateway,
 * a Network Load Balancer for answers to a client whose address it preserves. (NET-15, WALK-11)
 */
export interface ReturnToSender {
  readonly vpcId: Id<'vpc'>
  readonly over: Id
  readonly address: Ip
  /** The subnet of the device, where it lies in one: from there no border is crossed. */
  readonly inside?: Id<'subnet'>
}

/** Whom a packet is meant for. */
export interface Goal {
  /** The interface meant; null for a place outside, or for whoever has the address. */
  readonly face: NetworkInterface | null
  /** The place outside AWS that is meant, else null. */
  readonly place: Id | null
  /** Asked for by a bare address: whoever has it there will do. */
  readonly anyone: boolean
  /** The destination as the sender writes it. */
  readonly address: Ip
  /** For a reply: the source that the receiver expects it from, else null. */
  readonly expects: Ip | null
}

/** A packet on its way, with what AWS's devices know of it. Never changed, only replaced. */
export interface Packet {
  readonly direction: 'request' | 'reply'
  readonly header: Header
  /** The interface that opened the conversation or answers it; null outside AWS. */
  readonly sender: NetworkInterface | null
  /** Can security groups still tell the sender by its group? (SG-7) */
  readonly senderKnown: boolean
  /** Oldest first. A request adds to them, its reply uses them up. */
  readonly bindings: readonly Binding[]
  readonly returns: readonly ReturnToSender[]
  readonly goal: Goal
  /** Who sent it before a load balancer opened a connection of its own, nearest last. (SG-7) */
  readonly earlierSenders: readonly NetworkInterface[]
  /**
   * The devices that keep state of connections: for a request those it passed, for a reply those
   * it has yet to pass. (CL-7)
   */
  readonly watchers: readonly Id[]
  /** The appliances that it went through; for a reply also those of its request, which come first. */
  readonly passed: readonly Passage[]
  /** The zone that each attachment in appliance mode has chosen for this conversation. (TGW-15) */
  readonly pins: Readonly<Record<Id, string>>
  /** Interfaces that no resource has, but the question asks for: any address of a subnet. */
  readonly guests: readonly NetworkInterface[]
  /**
   * The transit gateway attachment by which it came into the VPC it is in; null in the VPC it began
   * in. What came this way may use a NAT gateway here. (NET-13, NET-14)
   */
  readonly enteredBy: Id<'transit-gateway-vpc-attachment'> | null
  /**
   * What took the sender's group away because security group referencing is off there: a transit
   * gateway or an attachment; else null. (TGW-16)
   */
  readonly unreferencedBy: Id | null
}

/**
 * How a packet comes to a component. A further way of meeting a component is a further door, and
 * each kind says which doors it has.
 */
export interface Doors {
  /** The owner of an interface, or a place outside, puts it on the wire. */
  readonly send: { readonly face: NetworkInterface | null }
  /** It leaves an interface into the subnet. */
  readonly leave: { readonly face: NetworkInterface }
  /** It comes to the border of a subnet, or to layer 2 inside it, towards this interface. */
  readonly enter: {
    readonly face: NetworkInterface
    /** The subnet it was in before; null where a gateway or a peering connection hands it over. */
    readonly from: Id<'subnet'> | null
  }
  /** A route of this VPC sent it to this target. */
  readonly through: {
    readonly vpcId: Id<'vpc'>
    /** The subnet whose table sent it; null for the table of a gateway. */
    readonly from: Id<'subnet'> | null
  }
  /** It is to be handed to whoever has the address in this VPC. */
  readonly local: { readonly from: Id<'subnet'> | null }
  /** It comes into a transit gateway by this attachment, in this zone if known. */
  readonly incoming: { readonly attachmentId: Id<AttachmentKind>; readonly zone: Zone | null }
  /** It leaves a transit gateway by this attachment. */
  readonly outgoing: {
    readonly transitGatewayId: Id<'transit-gateway'>
    readonly zone: Zone | null
  }
  /** It goes over a VPN connection or a virtual interface, this way. */
  readonly tunnel: { readonly towards: 'aws' | 'premises' }
  /** It comes into a virtual private gateway from outside AWS, over this connection. */
  readonly fromPremises: { readonly over: Id }
  /** It comes into a Direct Connect gateway from a virtual interface, or a gateway in a Region. */
  readonly direct: { readonly from: Id }
  /** It travels the internet. */
  readonly transit: object
  /** It comes in from the internet. */
  readonly outside: object
  /** It reaches an interface of this owner, or a place outside. */
  readonly arrive: { readonly face: NetworkInterface | null }
}
export type Door = keyof Doors

export type Visit = { [D in Door]: { readonly to: Id; readonly door: D } & Doors[D] }[Door]

/** What one component decides about a packet; a hop before the walk knows its place in it. */
export interface Decision {
  readonly component: Id
  readonly term: string
  readonly name: string
  readonly at: Id
  readonly decision: 'sends' | 'passes' | 'translates' | 'routes' | 'delivers' | 'drops'
  readonly code: Code | null
  readonly text: string
  readonly because: Evidence | null
  readonly related: readonly Code[]
  /** What is worth saying of the path because of this decision. */
  readonly details?: readonly Detail[]
  /** What is not known only lets packets by or drops them, so that what comes behind it holds anyway. */
  readonly filters?: boolean
  readonly after: Header
}

/** Something that the design does not say, and what is supposed of it on a way. */
export interface Guess {
  /** What is not known, and what would tell it, in a sentence. */
  readonly why: string
  /** The same wherever the same is supposed: `eu-west-1a of 111111111111 is eu-west-1b`. */
  readonly label: string
}

/** One of several ways that a packet may take from here. */
export interface Fork {
  /** What tells this way from the others: `by eu-west-1a`, `to 10.0.1.7:8080`. */
  readonly label: string
  /** Set where not AWS chooses among the ways, but something that the design does not say. */
  readonly guess?: Guess
  /** What is decided on this way alone. */
  readonly decisions: readonly Decision[]
  readonly packet: Packet
  readonly next: Visit | null
}

export interface Step {
  readonly decisions: readonly Decision[]
  /** The packet as it goes on. */
  readonly packet: Packet
  /**
   * Where it goes next; null where its way ends. Behind a drop: where it would have gone, or null
   * where nothing sensible can be said.
   */
  readonly next: Visit | null
  /** Where AWS may choose among several ways, and all have to work; `next` is then null. (WALK-13) */
  readonly forks?: readonly Fork[]
}

/** What a kind does with a packet, door by door. It decides, it never throws. */
export type Forwarding<K extends Kind> = {
  readonly [D in Door]?: (
    it: ResourceOf<K>,
    arrival: Doors[D],
    packet: Packet,
    network: NetworkView,
  ) => Step
}

/** A kind that no packet is handed to, and why. */
export interface NotForwarding {
  readonly forward: null
  readonly reason: string
}

/** Who decides: what a hop shows beside the decision. */
export interface Decider {
  readonly component: Id
  readonly term: string
  readonly name: string
  readonly at: Id
}

interface Reason {
  readonly text: string
  readonly because: Evidence | null
}

const none: readonly Code[] = []

export function allow(
  by: Decider,
  decision: Exclude<Decision['decision'], 'drops'>,
  { text, because }: Reason,
  after: Header,
): Decision {
  // written out, here and below: spreading objects of many makings is the slowest part of a walk
  const { component, term, name, at } = by
  return { component, term, name, at, decision, code: null, text, because, related: none, after }
}

export function drop(
  by: Decider,
  code: Code,
  { text, because, related = [] }: Reason & { readonly related?: readonly Code[] },
  after: Header,
): Decision {
  const { component, term, name, at } = by
  return { component, term, name, at, decision: 'drops', code, text, because, related, after }
}

/** The packet with other addresses or ports. */
export function rewritten(packet: Packet, change: Partial<Header>): Packet {
  return { ...packet, header: { ...packet.header, ...change } }
}

/** Which interface has this address in the VPC? Those that only the question knows count too. */
export function faceAt(
  network: NetworkView,
  packet: Packet,
  vpcId: Id<'vpc'>,
  ip: Ip,
): NetworkInterface | undefined {
  return (
    network.interfaceAt(vpcId, ip) ??
    packet.guests.find(
      (face) => face.vpcId === vpcId && face.addresses.some((each) => each.ip === ip),
    )
  )
}

/** The step of a component that drops the packet and cannot say where it would have gone. */
export function ends(decision: Decision, packet: Packet): Step {
  return { decisions: [decision], packet, next: null }
}

export const field = (resourceId: Id, name: string): Evidence => ({
  type: 'field',
  resourceId,
  field: name,
})

export const missing = (resourceId: Id, name: string): Evidence => ({
  type: 'missing',
  resourceId,
  field: name,
})
