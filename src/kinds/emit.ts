import type { Block, Output, Place } from '../iac/block'
import type { Body, Reference, Value, Variable } from '../iac/value'
import { snake } from '../iac/words'
import type { Design } from './contract'
import { regionOf } from './direct-connect-gateway/region'
import type { Id, Kind, Resource, ResourceOf } from './resource'
import { vpcIdOf } from './vpc-of'

export type Language = 'terraform' | 'cloudformation'

/** What one resource becomes in a language. */
export interface Emission {
  readonly blocks: readonly Block[]
  readonly outputs: readonly Output[]
}

/** What a block says beside its arguments; what is left out follows from the resource. */
export interface BlockOptions {
  /** Which part of the resource this is; none for the resource itself. */
  readonly part?: string
  /** Words behind the resource's own, for a name of its own. */
  readonly words?: readonly string[]
  readonly place?: Place | undefined
  readonly dependsOn?: readonly Reference[]
  /** Makes it only once this input is set, or where it is true. */
  readonly onlyIf?: Variable | undefined
  /** Further settings, all of which have to be there too; counts beside `onlyIf`. */
  readonly alsoIf?: readonly Variable[]
  readonly comment?: readonly string[]
}

/** What the design does not hold and the code needs: whoever applies the code sets it. */
export interface Input {
  /** Words of its name, behind those of the resource unless it is common to all. */
  readonly words: readonly string[]
  /** One for all who ask, rather than one for each resource. */
  readonly isCommon?: boolean
  readonly type: 'string' | 'bool'
  readonly description: string
  /** Null leaves out what is made only once it is set. */
  readonly default: string | boolean | null
  /** Is it to be set, whatever the default does? */
  readonly isToSet?: boolean
  /** What a text has to look like, as a regular expression and in words. */
  readonly pattern?: string
  readonly says?: string
  readonly place?: Place
}

/** What an emitting facet may ask, always about the one resource that it writes. */
export interface EmitContext {
  readonly design: Design
  /** Is what is not network written too: instances, services, databases? */
  readonly workloads: boolean
  readonly block: (type: string, body: Body, options?: BlockOptions) => Block
  readonly output: (
    words: readonly string[],
    description: string,
    value: Value,
    place?: Place,
  ) => Output
  /** The tags of the resource, its name among them; `more` stands beside those that are drawn. */
  readonly tags: (more?: Readonly<Record<string, string>>) => Value
  /** The same for services other than EC2, which take fewer characters in tags. */
  readonly strictTags: () => Value
  /** Something to be set by whoever applies the code. */
  readonly input: (input: Input) => Variable
  /** The setting that brings about a block of a kind that is asked before; none for one always made. */
  readonly conditionOf: (block: Reference) => Variable | undefined
  /** The number of an account, in a form that whoever applies the code may change. */
  readonly account: (ownerId: string) => string | Variable
  /** Says what the code does not do, and what to do about it. */
  readonly gap: (text: string, remedy: string) => void
  /** Says that a text had to be changed: `security group name`. */
  readonly renamed: (what: string, from: string, to: string, why: string) => void
}

export type Emit<K extends Kind> = (it: ResourceOf<K>, context: EmitContext) => Emission

/** How a kind is written in each language. */
export interface Emitting<K extends Kind> {
  /** Which file of a Terraform project it goes into; `network` is one file per VPC. */
  readonly concern:
    | 'network'
    | 'prefix_lists'
    | 'peering'
    | 'transit_gateway'
    | 'hybrid'
    | 'endpoints'
    | 'network_firewall'
    | 'service_network'
    | 'security_groups'
    | 'load_balancing'
    | 'workloads'
  readonly terraform: Emit<K>
  readonly cloudformation: Emit<K>
}

/** A kind that no code is written for: it stands outside what is built. */
export interface NotEmitted {
  readonly concern: null
  readonly reason: string
}

/** The VPC that a resource belongs to; of a peering connection the requester's. */
export function vpcOf(it: Resource, design: Design): ResourceOf<'vpc'> | undefined {
  if (it.kind === 'vpc-peering-connection') return design.get(it.requesterVpcId)
  if (it.kind === 'transit-gateway-vpc-attachment') return design.get(it.vpcId)
  const id = vpcIdOf(it, design)
  return id ? design.get(id) : undefined
}

/** The transit gateway that a resource belongs to; of a peering attachment the requester's. */
export function transitGatewayOf(
  it: Resource,
  design: Design,
): ResourceOf<'transit-gateway'> | undefined {
  if (it.kind === 'transit-gateway-route-table' || it.kind === 'transit-gateway-connect')
    return design.get(it.transitGatewayId)
  if (it.kind === 'transit-gateway-peering-attachment')
    return design.get(it.requesterTransitGatewayId)
  return undefined
}

/** The account and Region in which a resource is made; undefined for what nobody makes. */
export function placeOf(it: Resource, design: Design): Place | undefined {
  if ('ownerId' in it && 'region' in it) return it
  if (it.kind === 'direct-connect-gateway')
    return { ownerId: it.ownerId, region: regionOf(it, design) }
  if (
    it.kind === 'vpn-connection' ||
    it.kind === 'direct-connect-gateway-association' ||
    it.kind === 'virtual-interface'
  ) {
    const gateway = design.get<Resource['kind']>(it.gatewayId)
    return gateway && placeOf(gateway, design)
  }
  const around = vpcOf(it, design) ?? transitGatewayOf(it, design)
  const ownerId = participantOf(it, design)
  return around && ownerId ? { ownerId, region: around.region } : around
}

/** The account of a workload or its interface that is not the account of the VPC it lies in. */
export function participantOf(it: Resource, design: Design): string | null {
  if (it.kind === 'workload') return it.ownerId
  if (it.kind !== 'network-interface') return null
  return (it.instanceId && design.get(it.instanceId)?.ownerId) ?? null
}

/** The subnets of a workload's interfaces, ordered by id. */
export function subnetIdsOf(workload: ResourceOf<'workload'>): readonly Id<'subnet'>[] {
  return (Object.keys(workload.interfaces) as Id<'subnet'>[]).toSorted()
}

/**
 * What a resource is called beyond its VPC or transit gateway: names repeat between VPCs
 * (`private-a`), so the VPC's comes first, as far as the name does not say it already.
 * @example nameWords(subnet 'A private' in 'VPC A') // 'VPC A', 'private'
 */
export function nameWords(it: Resource, design: Design): readonly string[] {
  const around = vpcOf(it, design) ?? transitGatewayOf(it, design)
  const isPeering =
    it.kind === 'vpc-peering-connection' || it.kind === 'transit-gateway-peering-attachment'
  if (!around || around.id === it.id || isPeering) return [it.name]
  const [outer, own] = [snake([around.name]).split('_'), snake([it.name]).split('_')]
  if (own.join('_') === outer.join('_')) return [around.name]
  const longest = Math.min(outer.length, own.length - 1)
  for (let shared = longest; shared > 0; shared -= 1)
    if (outer.slice(-shared).join('_') === own.slice(0, shared).join('_'))
      return [around.name, own.slice(shared).join(' ')]
  return [around.name, it.name]
}
