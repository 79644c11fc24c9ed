import type { z } from '../base/zod'
import type { Cidr } from '../net/cidr'
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
      /** A link, drawn from one resource to another of the same kind. */
      readonly type: 'between'
      readonly kind: Kind
      readonly otherwise: string
      readonly refuse: (from: Resource, to: Resource, design: Design) => Refusal | null
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
  'ec2-instance',
  'ecs-service',
  'eks-node-group',
  'generic',
  'internet',
  'public-address',
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
}

/** One row of the inspector, as data. */
export type Field =
  | (FieldBase & { readonly type: 'text'; readonly multiline?: boolean })
  | (FieldBase & { readonly type: 'tags' })
  | (FieldBase & { readonly type: 'cidr' })
  | (FieldBase & { readonly type: 'cidr-list' })
  | (FieldBase & { readonly type: 'ip'; readonly whenNull: string })
  | (FieldBase & { readonly type: 'account' })
  | (FieldBase & { readonly type: 'region' })
  | (FieldBase & { readonly type: 'zone' })
  | (FieldBase & { readonly type: 'switch' })
  | (FieldBase & { readonly type: 'choice'; readonly options: readonly string[] })
  | (FieldBase & { readonly type: 'reference'; readonly kind: Kind; readonly whenNull?: string })
  | (FieldBase & { readonly type: 'references'; readonly kind: Kind })
  | (FieldBase & { readonly type: 'routes' })
  | (FieldBase & { readonly type: 'rules'; readonly direction: 'ingress' | 'egress' })
  | (FieldBase & { readonly type: 'interfaces' })
  | (FieldBase & { readonly type: 'peering-options'; readonly side: 'requester' | 'accepter' })

/** All that the page asks of a kind. What the engine and the exporters ask has roll calls of its own. */
export interface KindDefinition<K extends Kind> {
  readonly kind: K
  /** AWS's word for it, as its documentation writes it inside a sentence: `internet gateway`. */
  readonly term: string
  readonly plural: string
  /** One sentence for the palette. */
  readonly about: string
  /** Which drawer of the palette it lies in. */
  readonly palette: 'Network' | 'Gateways' | 'Connections' | 'Security' | 'Workloads' | 'Outside'
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
