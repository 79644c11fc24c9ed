import type { z } from '../base/zod'
import type { Cidr } from '../net/cidr'
import type { Family } from '../net/ip'
import type { Id, Kind, Resource, ResourceOf } from './resource'

/**
 * What a kind may ask of the design around a resource. Model builds it from a document; everything
 * here is derived, nothing is stored.
 */
export interface Design {
  readonly resources: Readonly<Record<string, Resource>>
  readonly get: <K extends Kind>(id: Id<K>) => ResourceOf<K> | undefined
  /** All resources of a kind, ordered by id. */
  readonly all: <K extends Kind>(kind: K) => readonly ResourceOf<K>[]
  /** The table that decides for a subnet: its explicit one, else the VPC's main one. (RT-1) */
  readonly routeTableOf: (subnetId: Id<'subnet'>) => ResourceOf<'route-table'> | undefined
  /** Does the subnet's table lead to an attached internet gateway? Never a flag. (NET-3) */
  readonly isPublicSubnet: (subnetId: Id<'subnet'>) => boolean
  readonly accounts: readonly { readonly id: string; readonly name: string }[]
}

/** How a resource hangs on another one. */
export interface Link {
  readonly to: Id
  /**
   * `inside`: it lies in the other and goes with it. `joins`: it connects the other to something
   * and goes with it. `uses`: it names the other and can live without it.
   */
  readonly relation: 'inside' | 'joins' | 'uses'
  /** Which field holds the reference, for messages: `routes.0.0.0.0/0.target`. */
  readonly field: string
}

export const inside = (to: Id, field: string): Link => ({ to, field, relation: 'inside' })
export const joins = (to: Id, field: string): Link => ({ to, field, relation: 'joins' })
export const uses = (to: Id, field: string): Link => ({ to, field, relation: 'uses' })

/** What a new resource is made from. */
export interface DraftContext<K extends Kind> {
  readonly id: Id<K>
  readonly design: Design
  /** The resource it is dropped on, or both ends of a link. */
  readonly on: readonly Resource[]
  /** Makes the id of a resource that comes along, such as a VPC's main route table. */
  readonly newId: <P extends Kind>(kind: P) => Id<P>
  /** The Region and account a VPC starts in when nothing else says. */
  readonly defaults: { readonly region: string; readonly ownerId: string }
  /** Which variant of the kind is wanted; null leaves it open. */
  readonly variant?: string | null
}

/** The new resource first, then what AWS creates beside it. */
export type Draft<K extends Kind> = (
  context: DraftContext<K>,
) => readonly [ResourceOf<K>, ...Resource[]]

/** Where a kind may be placed. */
export type Placement =
  | { readonly type: 'canvas'; readonly refuse: (design: Design) => string | null }
  | {
      readonly type: 'on'
      readonly kinds: readonly Kind[]
      /** Said when it is dropped anywhere else. */
      readonly otherwise: string
      /** Why this very place will not do; null when it will. */
      readonly refuse: (place: Resource, design: Design) => string | null
    }
  | {
      /** A link, drawn from one resource to another, in either direction where their kinds differ. */
      readonly type: 'between'
      readonly ends: readonly [readonly Kind[], readonly Kind[]]
      /** How a link is asked for from either end. */
      readonly words: readonly [LinkWords, LinkWords]
      readonly otherwise: string
      /** Which of these kinds can be an end at all; all of them where nothing is said. */
      readonly isEnd?: (it: Resource) => boolean
      /** `from` is of the first kinds of `ends`. */
      readonly refuse: (from: Resource, to: Resource, design: Design) => Refusal | null
    }

/** What the gesture that draws a link is called at the end where it starts. */
export interface LinkWords {
  /** In a menu: `Peer with`. */
  readonly menu: string
  /** Above the list of other ends: `Peer VPC A with`. */
  readonly title: (from: string) => string
  /** What the choice means. */
  readonly note: (from: string) => string
}

/** Why a link cannot be, with the blocks that collide when that is the reason. */
export interface Refusal {
  readonly reason: string
  readonly collision?: readonly [Cidr, Cidr]
  /** May the design hold the refused link all the same, for a review to show it? */
  readonly drawable: boolean
}

export const iconNames = [
  'vpc',
  'public-subnet',
  'private-subnet',
  'route-table',
  'internet-gateway',
  'nat-gateway',
  'vpc-peering-connection',
  'security-group',
  'network-acl',
  'prefix-list',
  'network-interface',
  'elastic-ip',
  'egress-only-internet-gateway',
  'transit-gateway',
  'transit-gateway-attachment',
  'transit-gateway-route-table',
  'vpn-gateway',
  'customer-gateway',
  'vpn-connection',
  'on-premises-network',
  'direct-connect-gateway',
  'virtual-interface',
  'client-vpn-endpoint',
  'gateway-endpoint',
  'interface-endpoint',
  'gateway-load-balancer-endpoint',
  'vpc-endpoint-service',
  'service-network',
  'network-firewall',
  'firewall-endpoint',
  'application-load-balancer',
  'network-load-balancer',
  'gateway-load-balancer',
  'target-group',
  'eks-cluster',
  'eks-pods',
  'ec2-instance',
  'ecs-service',
  'eks-node-group',
  'lambda-function',
  'rds-db-instance',
  'appliance',
  'generic',
  'internet',
  'public-address',
  'aws-service',
] as const
export type IconName = (typeof iconNames)[number]

/** AWS's group colours, by the group they stand for. */
export type Tint = 'vpc' | 'public' | 'private' | 'network' | 'compute' | 'container' | 'neutral'

/**
 * What a resource looks like, as data. `container` holds others; `card` is a node inside its
 * container; `edge` is a card that sits on its container's border; `chip` is a small badge in its
 * container's foot; `link` is a line between two resources; `place` stands outside every VPC.
 */
export interface Look<K extends Kind> {
  readonly shape: 'container' | 'card' | 'edge' | 'chip' | 'link' | 'place'
  /** How large a new one is drawn, in canvas units; null where it has no box of its own. */
  readonly size: { readonly width: number; readonly height: number } | null
  readonly icon: (it: ResourceOf<K>, design: Design) => IconName
  readonly tint: (it: ResourceOf<K>, design: Design) => Tint
  /** Lines under the name, most telling first: CIDR, zone, account. */
  readonly captions: (it: ResourceOf<K>, design: Design) => readonly string[]
  /** A word that marks an unusual state (`pending-acceptance`, `detached`), else null. */
  readonly badge: (it: ResourceOf<K>, design: Design) => string | null
}

interface FieldBase {
  /** A top-level key of the resource; the table editors own everything below it. */
  readonly key: string
  readonly label: string
  readonly hint?: string
  /** Names a fact that AWS fixes at creation: shown, not edited. */
  readonly readOnly?: boolean
  /** Is it asked of this resource at all? Without it, of every one. */
  readonly when?: (it: Resource) => boolean
  /** What else changes with it, where AWS ties several attributes together. */
  readonly along?: (it: Resource, design: Design) => Resource
}

/** What a cell of a table editor holds. Every text is read by the kind's own schema. */
export type Cell =
  | {
      readonly type: 'text'
      readonly example?: string
      /** What stands for null, where null is allowed. */
      readonly whenNull?: string
      /** Values that have a name; any other may be typed. */
      readonly known?: readonly { readonly value: string; readonly label: string }[]
    }
  | { readonly type: 'number'; readonly example?: string; readonly whenNull?: string }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | {
      readonly type: 'reference'
      readonly kinds: readonly Kind[]
      readonly whenNull?: string
    }
  | { readonly type: 'references'; readonly kinds: readonly Kind[] }
  /** An address block, or one of these kinds that stands for several. */
  | { readonly type: 'destination'; readonly kinds: readonly Kind[] }
  /** Ports, or type and code of ICMP, as the row's `protocol` has them. */
  | { readonly type: 'ports' }

/** One column of a table editor: a cell of each row. */
export interface Column {
  /** A key of the row; the empty text names the key of the row itself. */
  readonly key: string
  readonly label: string
  readonly cell: Cell
  /** Is it drawn below the column before it, in the same cell? */
  readonly under?: boolean
  /** In CSS pixels; the columns without share what is left. */
  readonly width?: number
  /** Does this row have the cell? Without it, every row has. */
  readonly when?: (row: Row, it: Resource) => boolean
  /** What else of the row changes with it. */
  readonly along?: (row: Row) => Row
}

/** A row of a table editor, as JSON: its schema judges what is in it. */
export type Row = Readonly<Record<string, unknown>>

/** One row of the inspector, as data. */
export type Field =
  | (FieldBase & {
      readonly type: 'text'
      readonly multiline?: boolean
      /** Said where null is allowed. */
      readonly whenNull?: string
    })
  | (FieldBase & { readonly type: 'tags' })
  | (FieldBase & { readonly type: 'number'; readonly whenNull?: string })
  | (FieldBase & {
      readonly type: 'cidr'
      readonly family?: Family
      /** Said where null is allowed. */
      readonly whenNull?: string
    })
  | (FieldBase & { readonly type: 'cidr-list'; readonly family?: Family })
  | (FieldBase & {
      /** A list of plain texts: addresses, account numbers, zones. */
      readonly type: 'list'
      /** What one of them is called: `address`. */
      readonly row: string
      readonly example: string
      /** What stands for null, where null is allowed. */
      readonly whenNull?: string
    })
  | (FieldBase & {
      /** Records of the same shape by their key, or in their order where `key` names a list. */
      readonly type: 'table'
      readonly columns: readonly Column[]
      /** What a row is called: `entry`, `target`. */
      readonly row: string
      /** The key of the next row; null where only the user can name it. */
      readonly nextKey: ((rows: Readonly<Record<string, Row>>) => string) | null
      /** A new row before anything is typed into it. */
      readonly blank: Row
      /** Said of an empty table. */
      readonly empty?: string
    })
  | (FieldBase & { readonly type: 'ip'; readonly whenNull: string })
  | (FieldBase & { readonly type: 'account'; readonly whenNull?: string })
  | (FieldBase & { readonly type: 'region' })
  | (FieldBase & { readonly type: 'zone' })
  | (FieldBase & {
      readonly type: 'switch'
      /** What stands for null, where null is allowed. */
      readonly whenNull?: string
    })
  | (FieldBase & {
      readonly type: 'choice'
      readonly options: readonly string[]
      /** What stands for null, where null is allowed. */
      readonly whenNull?: string
    })
  | (FieldBase & {
      readonly type: 'reference'
      readonly kind: Kind | readonly Kind[]
      readonly whenNull?: string
    })
  | (FieldBase & {
      readonly type: 'references'
      readonly kind: Kind | readonly Kind[]
      /** What one of several kinds is called: `attachment`. */
      readonly each?: string
      /** What stands for null, where null is allowed. */
      readonly whenNull?: string
    })
  | (FieldBase & { readonly type: 'listeners' })
  | (FieldBase & { readonly type: 'routes' })
  | (FieldBase & { readonly type: 'rules'; readonly direction: 'ingress' | 'egress' })
  | (FieldBase & { readonly type: 'interfaces' })
  | (FieldBase & { readonly type: 'peering-options'; readonly side: 'requester' | 'accepter' })

/** A type of a kind that goes by a name of its own, such as an Application Load Balancer. */
export interface Variant {
  readonly key: string
  readonly term: string
  readonly about: string
  readonly icon: IconName
}

/** All that the page asks of a kind. What the engine and the exporters ask has roll calls of its own. */
export interface KindDefinition<K extends Kind> {
  readonly kind: K
  /** AWS's word for it, as its documentation writes it inside a sentence: `internet gateway`. */
  readonly term: string
  readonly plural: string
  /** One sentence for the palette. */
  readonly about: string
  /** Which drawer of the palette it lies in. */
  readonly palette:
    'Network' | 'Gateways' | 'Connections' | 'Load balancing' | 'Security' | 'Workloads' | 'Outside'
  /** Stands for the kind where there is no resource yet. */
  readonly icon: IconName
  /** What the palette offers in its place, where AWS has a word of its own for each of its types. */
  readonly variants?: readonly Variant[]
  readonly schema: z.ZodType<ResourceOf<K>>
  readonly placement: Placement
  readonly draft: Draft<K>
  readonly links: (it: ResourceOf<K>) => readonly Link[]
  /** The resource without its `uses` references to something that goes away. */
  readonly without: (it: ResourceOf<K>, gone: Id) => ResourceOf<K>
  readonly look: Look<K>
  readonly fields: readonly Field[]
}

export function defineKind<K extends Kind>(definition: KindDefinition<K>): KindDefinition<K> {
  return definition
}

/** The sole line where a kind's words are made fit to open a sentence. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
