import type { Evidence, Header, Protocol } from '../kinds/packet'
import type { Id } from '../kinds/resource'
import type { PortRange } from '../kinds/ports'
import type { Family, Ip } from '../net/ip'
import type { Code, Detail } from '../kinds/codes'

export type { Evidence, Header, Protocol } from '../kinds/packet'

/**
 * One end of a question: a resource of the design, or a bare address. Of a resource with several
 * addresses, or of a place outside AWS, one may be meant.
 */
export type Endpoint =
  | {
      readonly type: 'resource'
      readonly id: Id
      readonly address?: Ip
      /** Of an instance with further interfaces only its primary one, by which it is known. */
      readonly primary?: boolean
    }
  | { readonly type: 'address'; readonly address: Ip }

/** "Can this source open a connection to this destination?" */
export interface Question {
  readonly source: Endpoint
  readonly destination: Endpoint
  readonly protocol: Protocol
  /** Destination port or ports for tcp and udp; null means every port, or a protocol without. */
  readonly port: number | PortRange | null
  /** For tcp and udp the port that the source sends from; without it one that it chooses itself. */
  readonly sourcePort?: number
  /** For ICMP and ICMPv6; without them an echo request is meant. */
  readonly icmpType?: number
  readonly icmpCode?: number
  /** Which addresses of two dual-stack ends are meant; without it IPv4 where both have it. */
  readonly family?: Family
}

/** What becomes of a part of the ports asked for, where the answer differs among them. */
export interface PortPart {
  readonly ports: PortRange
  readonly verdict: Verdict
  /** The first blocker's code; null where there is none. */
  readonly code: Code | null
  readonly sentence: string
}

/** One AWS component that the packet meets, and what it decides. */
export interface Hop {
  /** The component that decides; an implicit one (a default group) names the VPC it belongs to. */
  readonly component: Id
  /** AWS's word for what the packet meets here: `network interface`, `route table` … */
  readonly term: string
  /** The component's name as the user reads it. */
  readonly name: string
  /** The node on the canvas to light: a component drawn as a chip or a rule names its holder. */
  readonly at: Id
  readonly decision: 'sends' | 'passes' | 'translates' | 'routes' | 'delivers' | 'drops'
  /** Set where the decision is `drops`. */
  readonly code: Code | null
  /** One plain sentence: what was decided and why. */
  readonly text: string
  readonly because: Evidence | null
  /** Codes that also describe this drop. */
  readonly related: readonly Code[]
  /** What is worth saying of the path because of this decision. */
  readonly details?: readonly Detail[]
  /** Of a drop for want of knowledge: the component only filters, so that what comes behind it holds. */
  readonly filters?: boolean
  readonly before: Header
  readonly after: Header
  /** True behind the first blocker: what would have happened had it passed. */
  readonly hypothetical: boolean
}

/** One direction of a conversation. */
export interface Leg {
  readonly delivered: boolean
  readonly hops: readonly Hop[]
}

export type Verdict = 'reachable' | 'not-reachable' | 'not-modelled'

/** A request and its reply between one pair of interfaces. */
export interface Branch {
  readonly verdict: Verdict
  /** Which direction fails first; null when both are delivered. */
  readonly direction: 'request' | 'reply' | null
  /** First blocker first, then every further one. */
  readonly codes: readonly Code[]
  readonly details: readonly Detail[]
  readonly request: Leg
  /**
   * Null when the request cannot even be made or has nowhere to arrive. Behind a request that is
   * blocked on its way all of its hops are hypothetical.
   */
  readonly reply: Leg | null
  /** What tells this branch from the others, such as `subnet private-a to subnet private-b`. */
  readonly label: string
}

/** The answer to a question. The fields of `Branch` are those of the branch that decides. */
export interface Trace extends Branch {
  readonly question: Question
  /** The verdict in one sentence, for people. */
  readonly sentence: string
  /** Every branch that was followed, this one included; more than one where the way splits. */
  readonly branches: readonly Branch[]
  /** The parts of a range of ports that are answered differently; empty where all are alike. */
  readonly parts: readonly PortPart[]
  /** For `not-modelled`: what is missing, in words. */
  readonly missing: readonly string[]
  /** Ways to make it pass, most fitting first. */
  readonly repairs: readonly Repair[]
}

/** Replaces, adds or removes one value of the document; a path of keys as Immer writes them. */
export interface Patch {
  readonly op: 'replace' | 'add' | 'remove'
  readonly path: readonly (string | number)[]
  readonly value?: unknown
}

/** A change that mends something: previewed in words, applied as one undoable command. */
export interface Repair {
  /** Stable within an analysis, for keys and tests: `accept-peering:vpc-peering-connection:ab`. */
  readonly id: string
  /** An imperative: `Add the missing routes on both sides`. */
  readonly label: string
  /** What it changes: `Adds 2 routes.` */
  readonly preview: string
  readonly patches: readonly Patch[]
}

export type Severity = 'error' | 'warn' | 'info'

/** The design is wrong or risky here. */
export interface Finding {
  /** The rule sheet's number, `L05`: stable for ever. */
  readonly id: string
  /** Kebab-case name of the rule, `peered-vpcs-overlap`. */
  readonly name: string
  readonly severity: Severity
  /** Plain language, naming what is wrong and where. */
  readonly message: string
  /** What it is about, the one to zoom to first. */
  readonly resources: readonly Id[]
  /** The very places, for the inspector. */
  readonly evidence: readonly Evidence[]
  /** The rules of AWS networking behind it, `PEER-4`. */
  readonly rules: readonly string[]
  /** The AWS page that says so. */
  readonly source: string
  readonly repairs: readonly Repair[]
}
