import { current, type Draft } from 'immer'
import { definitionOf, linksOf } from '../kinds/catalogue'
import type { DraftContext } from '../kinds/contract'
import { freeName } from '../kinds/names'
import {
  resourceSchema,
  type Id,
  type Kind,
  type Resource,
  type ResourceOf,
} from '../kinds/resource'
import { over } from '../kinds/vpc-peering-connection'
import type { Clip } from './clipboard'
import type { Document } from './document'
import { designOf } from './design'
import { readdress } from './readdress'
import { renamed } from './renamed'

export interface Pasting {
  readonly newId: DraftContext<Kind>['newId']
  /** What is pasted into: a VPC for subnets, a subnet for workloads; null for where it came from. */
  readonly into: Id | null
}

export interface Pasted {
  /** The copies of what was chosen. */
  readonly ids: readonly Id[]
  /** What could not be pasted, and why. */
  readonly skipped: readonly string[]
}

/**
 * Puts a copy of the clip into the document: new ids, free names, next free blocks. References
 * within the clip point to the copies; those to the outside stay where they are still legal. The
 * chosen ones get no box: whoever pastes says where.
 */
export function pasteInto(draft: Draft<Document>, clip: Clip, pasting: Pasting): Pasted {
  const skipped: string[] = []
  const homes = clip.resources.flatMap((it) => {
    const home = settled(draft, clip, it, pasting.into)
    if (typeof home === 'string') skipped.push(home)
    return typeof home === 'string' ? [] : [home]
  })
  const ids = new Map<string, Id>(homes.map((it) => [it.id, pasting.newId(it.kind)]))
  const copies = soundOf(draft, copiesOf(draft, clip, homes, ids))
  const isChosen = new Set<string>(clip.chosen.flatMap((id) => ids.get(id) ?? []))
  for (const copy of copies) {
    const siblings = Object.values(draft.resources).filter((it) => it.kind === copy.kind)
    const name = isChosen.has(copy.id) ? freeName(copy.name, siblings) : copy.name
    draft.resources[copy.id] = { ...copy, name }
    if ('ownerId' in copy && copy.ownerId !== null) addAccount(draft, clip, copy.ownerId)
  }
  for (const [old, id] of ids) {
    const box = clip.layout[old as Id]
    if (box && !isChosen.has(id) && Object.hasOwn(draft.resources, id))
      draft.layout[id] = { ...box }
  }
  const pasted = copies.flatMap(({ id }) => (isChosen.has(id) ? [id] : []))
  for (const id of pasted) readdress(draft, id)
  return { ids: pasted, skipped }
}

/** The copies, each without the references that do not hold where it is pasted. */
function copiesOf(
  draft: Draft<Document>,
  clip: Clip,
  homes: readonly Resource[],
  ids: ReadonlyMap<string, Id>,
): readonly Resource[] {
  const inClip = new Set<string>(clip.resources.map((it) => it.id))
  const pasted = { homes, ids }
  return homes.flatMap((it) => {
    const holds = (to: Id) =>
      ids.has(to)
        ? !hasParted(draft, pasted, it, to)
        : !inClip.has(to) && isLegal(draft, pasted, it, to)
    const released = linksOf(it).reduce<Resource>(
      (rest, link) => (holds(link.to) ? rest : definitionOf(rest).without(rest, link.to)),
      it,
    )
    // a workload none of whose subnets came along is no longer one
    const copy = resourceSchema.safeParse(renamed(released, ids))
    return copy.success ? [copy.data] : []
  })
}

/** Those that have all they hang on; what loses its container takes along what lies in it. */
function soundOf(draft: Draft<Document>, copies: readonly Resource[]): readonly Resource[] {
  const made = new Set<string>(copies.map((it) => it.id))
  const sound = copies.filter((it) =>
    linksOf(it).every((link) => made.has(link.to) || Object.hasOwn(draft.resources, link.to)),
  )
  return sound.length === copies.length ? sound : soundOf(draft, sound)
}

/** A VPC from another design brings its account along. */
function addAccount(draft: Draft<Document>, clip: Clip, id: string): void {
  if (draft.accounts.some((account) => account.id === id)) return
  draft.accounts.push({
    ...(clip.accounts.find((account) => account.id === id) ?? { id, name: id }),
  })
}

/** The resource as it would stand where it is pasted, or the reason why it cannot. */
function settled(
  draft: Draft<Document>,
  clip: Clip,
  resource: Resource,
  into: Id | null,
): Resource | string {
  const travels = !clip.chosen.includes(resource.id)
  const bare = withoutOwnAddresses(resource, travels)
  if (travels) return bare
  const place = into ? draft.resources[into] : undefined
  const { name } = resource
  const exists = (id: Id) => Object.hasOwn(draft.resources, id)
  if (bare.kind === 'eks-pods') {
    const nodes = place?.kind === 'workload' ? place : draft.resources[bare.nodeGroupId]
    return nodes && exists(bare.eksClusterId)
      ? { ...bare, nodeGroupId: nodes.id as Id<'workload'> }
      : `${name} needs a node group to run on.`
  }
  const { placement } = definitionOf(bare)
  if (placement.type === 'between' && !('requesterVpcId' in bare)) {
    const ends = linksOf(bare).flatMap((link) => (link.relation === 'joins' ? [link.to] : []))
    const [one, other] = ends.map((id) => draft.resources[id])
    if (!one || !other) return `${name} needs the two ends that it joins.`
    const refusal = placement.refuse(one, other, designOf(current(draft)))
    return refusal ? `${name}: ${refusal.reason}` : bare
  }
  if ('interfaces' in bare) {
    const subnetIds = Object.keys(bare.interfaces) as Id<'subnet'>[]
    const [first] = Object.values(bare.interfaces)
    if (place?.kind === 'subnet' && first) return { ...bare, interfaces: { [place.id]: first } }
    return subnetIds.every(exists) ? bare : `${name} needs a subnet to lie in.`
  }
  if ('subnetId' in bare && bare.subnetId) {
    if (place?.kind === 'subnet') return { ...bare, subnetId: place.id }
    return exists(bare.subnetId) ? bare : `${name} needs a subnet to lie in.`
  }
  if ('vpcId' in bare && bare.vpcId) {
    const holder = place && 'vpcId' in place ? place.vpcId : place?.id
    const vpcId =
      holder && draft.resources[holder]?.kind === 'vpc' ? (holder as Id<'vpc'>) : bare.vpcId
    const moved = { ...bare, vpcId }
    if (!exists(vpcId)) return `${name} needs a VPC to lie in.`
    const taken = Object.values(draft.resources).some(
      (it) => it.kind === resource.kind && 'vpcId' in it && it.vpcId === vpcId,
    )
    if (onePerVpc.has(resource.kind) && taken)
      return `${name}: the VPC has an ${definitionOf(resource).term} already.`
    // of defaults there is one
    if (moved.kind === 'route-table') return { ...moved, main: false, gatewayId: null }
    return moved.kind === 'network-acl' ? { ...moved, isDefault: false } : moved
  }
  if ('requesterVpcId' in bare) {
    const ends = [bare.requesterVpcId, bare.accepterVpcId]
    if (!ends.every(exists)) return `${name} needs the two VPCs that it joins.`
    const isTaken = Object.values(draft.resources).some(
      (it) =>
        'requesterVpcId' in it &&
        ends.includes(it.requesterVpcId) &&
        ends.includes(it.accepterVpcId) &&
        !over.includes(it.status),
    )
    return isTaken ? `${name}: the two VPCs are peered already.` : bare
  }
  if (
    bare.kind === 'internet' &&
    Object.values(draft.resources).some((it) => it.kind === 'internet')
  )
    return 'The design shows the internet already.'
  if (bare.kind === 'transit-gateway-route-table')
    return exists(bare.transitGatewayId)
      ? withoutDefaults(bare)
      : `${name} needs its transit gateway.`
  return bare
}

/** An attachment is associated with one table, and of default tables there is one. (TGW-6, TGW-8) */
function withoutDefaults(table: ResourceOf<'transit-gateway-route-table'>): Resource {
  const defaults = { defaultAssociationRouteTable: false, defaultPropagationRouteTable: false }
  return { ...table, ...defaults, associations: [] }
}

const onePerVpc: ReadonlySet<Kind> = new Set(['internet-gateway', 'egress-only-internet-gateway'])

/**
 * An Elastic IP address belongs to one interface only, so a copy gets one of its own. A given
 * private address stays only where its subnet is copied too.
 */
function withoutOwnAddresses(original: Resource, keepsPrivate: boolean): Resource {
  const resource = withoutAwsIds(original)
  if (resource.kind === 'nat-gateway') {
    const secondaryAddresses = keepsPrivate
      ? resource.secondaryAddresses.map((it) => ({ ...it, publicIp: null }))
      : []
    const privateIp = keepsPrivate ? resource.privateIp : null
    return { ...resource, publicIp: null, privateIp, secondaryAddresses }
  }
  if (resource.kind === 'elastic-ip') {
    const associatedWith = keepsPrivate ? resource.associatedWith : null
    return { ...resource, publicIp: null, associatedWith }
  }
  if (resource.kind === 'network-interface') return { ...resource, ...bareInterface(keepsPrivate) }
  if (resource.kind === 'load-balancer')
    return { ...resource, subnets: mapped(resource.subnets, (it) => bareNode(it, keepsPrivate)) }
  if (resource.kind === 'vpc-endpoint')
    return { ...resource, subnets: mapped(resource.subnets, withoutAwsIds) }
  if (resource.kind !== 'workload') return resource
  return {
    ...resource,
    interfaces: mapped(resource.interfaces, (it) => ({
      ...withoutAwsIds(it),
      ...bareInterface(keepsPrivate),
    })),
  }
}

/** What AWS or a template calls the original is no name of its copy. */
function withoutAwsIds<It extends object>(it: It): It {
  const {
    awsId: _,
    networkInterfaceId: __,
    sourceAddress: ___,
    importedName: ____,
    dnsName: _____,
    ...bare
  } = it as Record<string, unknown>
  return bare as It
}

function mapped<K extends string, V>(record: Readonly<Record<K, V>>, change: (value: V) => V) {
  return Object.fromEntries(
    Object.entries<V>(record).map(([key, value]) => [key, change(value)]),
  ) as Record<K, V>
}

type Node = ResourceOf<'load-balancer'>['subnets'][Id<'subnet'>]

function bareNode(node: Node, keepsPrivate: boolean): Node {
  return keepsPrivate
    ? { ...withoutAwsIds(node), publicIp: null }
    : { privateIPv4Address: null, publicIp: null, ipv6Address: null }
}

type Interface = ResourceOf<'workload'>['interfaces'][Id<'subnet'>]

function bareInterface(keepsPrivate: boolean): Partial<Interface> {
  return keepsPrivate
    ? { publicIp: null }
    : {
        publicIp: null,
        privateIpAddress: null,
        secondaryPrivateIpAddresses: [],
        ipv6Addresses: [],
      }
}

/** What is pasted, as it will stand, and the ids of the copies. */
interface Copies {
  readonly homes: readonly Resource[]
  readonly ids: ReadonlyMap<string, Id>
}

/** The VPC that a resource will lie in, under the name it has in the clip. */
function homeOf(draft: Draft<Document>, { homes, ids }: Copies, id: Id): Id | undefined {
  const it = homes.find((home) => home.id === id) ?? draft.resources[id]
  if (!it) return undefined
  if (it.kind === 'eks-pods') return homeOf(draft, { homes, ids }, it.nodeGroupId)
  if (it.kind === 'elastic-ip')
    return it.associatedWith ? homeOf(draft, { homes, ids }, it.associatedWith) : undefined
  if ('subnetId' in it && it.subnetId) return homeOf(draft, { homes, ids }, it.subnetId)
  if ('vpcId' in it) return it.vpcId ?? undefined
  if (!('interfaces' in it)) return undefined
  // of a workload's subnets those that are pasted with it say where it will be
  const subnetIds = Object.keys(it.interfaces) as Id[]
  const subnetId = subnetIds.find((key) => ids.has(key)) ?? subnetIds[0]
  return subnetId && homeOf(draft, { homes, ids }, subnetId)
}

/**
 * Do two that are pasted together come to lie in two VPCs? A group pasted into another VPC is no
 * longer one for a workload that stays. Only routes and rules may name what lies elsewhere.
 */
function hasParted(draft: Draft<Document>, copies: Copies, resource: Resource, to: Id): boolean {
  if ('routes' in resource || 'ingress' in resource) return false
  const [one, other] = [resource.id, to].map((id) => homeOf(draft, copies, id))
  return one !== undefined && other !== undefined && one !== other
}

/** May the pasted resource go on naming something outside the clip? Only within its own VPC. */
function isLegal(draft: Draft<Document>, copies: Copies, resource: Resource, to: Id): boolean {
  const target = draft.resources[to]
  if (!target) return false
  const home = homeOf(draft, copies, resource.id)
  // the copy of a VPC is a VPC of its own: nothing of the old one's surroundings belongs to it
  if (home !== undefined && copies.ids.has(home)) return false
  if ('requesterVpcId' in target)
    return home === target.requesterVpcId || home === target.accepterVpcId
  const there = homeOf(draft, copies, to)
  // what lies in no VPC, such as a transit gateway, may be named from everywhere
  return target.kind === 'vpc' || there === undefined || there === home || home === undefined
}
