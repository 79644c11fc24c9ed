import type { Draft } from 'immer'
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
import { contains, nextFree, overlaps, prefixLengthOf } from '../net/cidr'
import type { Box, Document } from './document'
import { nextFreeVpcCidr, vpcBlocks } from './edits/free-cidr'
import { renumberSubnet, renumberVpc } from './edits/renumber-vpc'

/** Resources on their way from one place to another, in this design or the next. */
export interface Clip {
  /** What was chosen, without what lies inside it. */
  readonly chosen: readonly Id[]
  readonly resources: readonly Resource[]
  readonly layout: Readonly<Record<Id, Box>>
}

/** Tells our clips from any other JSON on the clipboard. */
const marker = 'causeway/clip/1'

/** These resources with everything inside them, and the links that have both ends among them. */
export function clipOf(document: Document, ids: readonly Id[]): Clip {
  const inside = new Set<Id>(ids.filter((id) => Object.hasOwn(document.resources, id)))
  const resources: readonly Resource[] = Object.values(document.resources)
  for (let size = -1; size !== inside.size;) {
    size = inside.size
    for (const it of resources) {
      const links = linksOf(it)
      const holders = links.filter((link) => link.relation === 'inside')
      const ends = links.filter((link) => link.relation === 'joins')
      if (holders.some((link) => inside.has(link.to))) inside.add(it.id)
      if (ends.length > 0 && ends.every((link) => inside.has(link.to))) inside.add(it.id)
      // a workload across several subnets goes along when all of them do
      const subnets = links.filter((link) => link.field.startsWith('interfaces.'))
      if (subnets.length > 0 && subnets.every((link) => inside.has(link.to))) inside.add(it.id)
    }
  }
  const kept = resources.filter((it) => inside.has(it.id))
  const carried = new Set(
    kept.flatMap((it) =>
      linksOf(it).some(
        (link) =>
          inside.has(link.to) && (link.relation !== 'uses' || link.field.startsWith('interfaces.')),
      )
        ? [it.id]
        : [],
    ),
  )
  return {
    chosen: kept.filter((it) => !carried.has(it.id)).map((it) => it.id),
    resources: kept,
    layout: Object.fromEntries(
      kept.flatMap((it) => {
        const box = document.layout[it.id]
        return box ? [[it.id, box]] : []
      }),
    ),
  }
}

export function printClip(clip: Clip): string {
  return JSON.stringify({ format: marker, ...clip }, null, 2)
}

/** The clip in this text; null when the text is something else. */
export function readClip(text: string): Clip | null {
  if (!text.includes(marker)) return null
  try {
    const value = JSON.parse(text) as Partial<Clip> & { readonly format?: unknown }
    if (value.format !== marker || !Array.isArray(value.resources)) return null
    const resources = value.resources.map((it: unknown) => resourceSchema.parse(it))
    const known = new Set<string>(resources.map((it) => it.id))
    const chosen = (value.chosen ?? []).filter((id) => known.has(id))
    const layout: Record<Id, Box> = {}
    for (const [id, box] of Object.entries(value.layout ?? {}))
      if (known.has(id) && Number.isFinite(box.x) && Number.isFinite(box.y))
        layout[id as Id] = { ...box }
    return { chosen, resources, layout }
  } catch {
    // not ours after all, or damaged on the way: there is nothing to paste
    return null
  }
}

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
  const inClip = new Set<string>(clip.resources.map((it) => it.id))
  const copies = homes.map((it) => {
    const released = linksOf(it).reduce<Resource>(
      (rest, link) =>
        ids.has(link.to) || (!inClip.has(link.to) && isLegal(draft, homes, it, link.to))
          ? rest
          : definitionOf(rest).without(rest, link.to),
      it,
    )
    return resourceSchema.parse(renamed(released, ids))
  })
  const sound = copies.filter((it) =>
    linksOf(it).every(
      (link) =>
        Object.hasOwn(draft.resources, link.to) || copies.some((copy) => copy.id === link.to),
    ),
  )
  const chosen = clip.chosen.flatMap((id) => ids.get(id) ?? [])
  for (const copy of sound) {
    const siblings = Object.values(draft.resources).filter((it) => it.kind === copy.kind)
    const name = chosen.includes(copy.id) ? freeName(copy.name, siblings) : copy.name
    draft.resources[copy.id] = { ...copy, name }
  }
  for (const [old, id] of ids) {
    const box = clip.layout[old as Id]
    if (box && !chosen.includes(id) && sound.some((it) => it.id === id))
      draft.layout[id] = { ...box }
  }
  for (const id of chosen) readdress(draft, id)
  return { ids: chosen.filter((id) => Object.hasOwn(draft.resources, id)), skipped }
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
  if ('interfaces' in bare) {
    const subnetIds = Object.keys(bare.interfaces) as Id<'subnet'>[]
    const [first] = Object.values(bare.interfaces)
    if (place?.kind === 'subnet' && first) return { ...bare, interfaces: { [place.id]: first } }
    return subnetIds.every(exists) ? bare : `${name} needs a subnet to lie in.`
  }
  if ('subnetId' in bare) {
    if (place?.kind === 'subnet') return { ...bare, subnetId: place.id }
    return exists(bare.subnetId) ? bare : `${name} needs a subnet to lie in.`
  }
  if ('vpcId' in bare) {
    const holder = place && 'vpcId' in place ? place.vpcId : place?.id
    const vpcId =
      holder && draft.resources[holder]?.kind === 'vpc' ? (holder as Id<'vpc'>) : bare.vpcId
    const moved = { ...bare, vpcId }
    if (!exists(vpcId)) return `${name} needs a VPC to lie in.`
    const { placement } = definitionOf(resource)
    const taken = Object.values(draft.resources).some(
      (it) => it.kind === 'internet-gateway' && it.vpcId === vpcId,
    )
    if (resource.kind === 'internet-gateway' && taken && placement.type === 'on')
      return `${name}: the VPC has an internet gateway already.`
    return moved.kind === 'route-table' ? { ...moved, main: false } : moved
  }
  if (
    bare.kind === 'internet' &&
    Object.values(draft.resources).some((it) => it.kind === 'internet')
  )
    return 'The design shows the internet already.'
  return bare
}

/**
 * An Elastic IP address belongs to one interface only, so a copy gets one of its own. A given
 * private address stays only where its subnet is copied too.
 */
function withoutOwnAddresses(resource: Resource, keepsPrivate: boolean): Resource {
  if (resource.kind === 'nat-gateway')
    return { ...resource, publicIp: null, privateIp: keepsPrivate ? resource.privateIp : null }
  if (resource.kind !== 'workload') return resource
  return {
    ...resource,
    interfaces: Object.fromEntries(
      Object.entries(resource.interfaces).map(([subnetId, face]) => [
        subnetId,
        {
          ...face,
          publicIp: null,
          privateIpAddress: keepsPrivate ? face.privateIpAddress : null,
        },
      ]),
    ),
  }
}

/** May the pasted resource go on naming something outside the clip? Only within its own VPC. */
function isLegal(
  draft: Draft<Document>,
  homes: readonly Resource[],
  resource: Resource,
  to: Id,
): boolean {
  const target = draft.resources[to]
  if (!target) return false
  // where the pasted ones will stand counts, not where they came from
  const find = (id: Id) => homes.find((it) => it.id === id) ?? draft.resources[id]
  const vpcOf = (it: ReturnType<typeof find>): string | undefined => {
    if (!it) return undefined
    if ('vpcId' in it) return it.vpcId
    if ('subnetId' in it) return vpcOf(find(it.subnetId))
    if (!('interfaces' in it)) return undefined
    return vpcOf(find(Object.keys(it.interfaces)[0] as Id))
  }
  const home = vpcOf(resource)
  if ('requesterVpcId' in target)
    return home === target.requesterVpcId || home === target.accepterVpcId
  return target.kind === 'vpc' || (home !== undefined && vpcOf(target) === home)
}

/** The same resource under other ids, wherever it names them; what people wrote stays. */
function renamed(resource: Resource, ids: ReadonlyMap<string, Id>): unknown {
  const swap = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value
    if (Array.isArray(value)) return value.map(swap)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        ids.get(key) ?? key,
        key === 'name' || key === 'description' || key === 'tags' ? inner : swap(inner),
      ]),
    )
  }
  return swap(resource)
}

/** Gives a pasted VPC or subnet the next free block, with all that follows from it. */
function readdress(draft: Draft<Document>, id: Id): void {
  const it = draft.resources[id]
  if (it?.kind === 'subnet') readdressSubnet(draft, it)
  if (it?.kind === 'vpc') readdressVpc(draft, it)
}

function readdressSubnet(draft: Draft<Document>, subnet: Draft<ResourceOf<'subnet'>>): void {
  const vpc = draft.resources[subnet.vpcId]
  if (vpc?.kind !== 'vpc') return
  const blocks = [vpc.cidrBlock, ...vpc.secondaryCidrBlocks]
  const taken = Object.values(draft.resources).flatMap((it) =>
    it.kind === 'subnet' && it.vpcId === vpc.id && it.id !== subnet.id ? [it.cidrBlock] : [],
  )
  // a subnet that comes from another Region keeps the letter of its zone
  subnet.availabilityZone = `${vpc.region}${subnet.availabilityZone.slice(-1)}`
  const fits =
    blocks.some((block) => contains(block, subnet.cidrBlock)) &&
    !taken.some((block) => overlaps(block, subnet.cidrBlock))
  if (fits) return
  const free = blocks
    .map((block) => nextFree(block, prefixLengthOf(subnet.cidrBlock), taken))
    .find((block) => block !== null)
  if (free) renumberSubnet(draft, subnet.id, free)
}

function readdressVpc(draft: Draft<Document>, vpc: Draft<ResourceOf<'vpc'>>): void {
  for (const block of [vpc.cidrBlock, ...vpc.secondaryCidrBlocks]) {
    // its own block is in the list once; anything more is another VPC's
    const sharing = vpcBlocks(draft).filter((other) => overlaps(other, block))
    const free = sharing.length > 1 && nextFreeVpcCidr(draft, prefixLengthOf(block))
    if (free) renumberVpc(draft, vpc.id, { from: block, to: free })
  }
}
