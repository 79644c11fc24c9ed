import type { Design } from '../../kinds/contract'
import type { Id, Resource, ResourceOf } from '../../kinds/resource'
import type { Document } from '../document'
import type { Size } from '../layout'
import { compare, framed, roomForName, single, turned, type Block } from './blocks'
import type { Elk, Link } from './elk'
import { loose } from './loose'
import { star, type Bunch } from './star'

type Placed = ResourceOf<'vpc' | 'transit-gateway'>

/** What is needed to place VPCs and transit gateways. */
export interface Placing {
  readonly design: Design
  readonly accounts: Document['accounts']
  readonly sizeOf: (it: Resource) => Size
  readonly elk: Elk
}

/**
 * VPCs and transit gateways, in frames: accounts within their Regions, or, where no Region is shared
 * by several accounts, Regions within their account. One Region alone, or one account, needs no
 * frame. A transit gateway that VPCs of several accounts hang on stands between their frames.
 */
export async function inRegions(placed: readonly Placed[], placing: Placing): Promise<Block> {
  const { design, elk } = placing
  const links = linksBetween(design)
  const regions = grouped(placed, ({ region }) => region)
  const owners = new Set(placed.flatMap((it) => ownerOf(it) || []))
  const ownersIn = (list: readonly Placed[]) => {
    const vpcs = list.filter(({ kind }) => kind === 'vpc')
    return [...new Set((vpcs.length > 0 ? vpcs : list).map(ownerOf))]
  }
  const isShared = [...regions.values()].some((list) => ownersIn(list).length > 1)
  const withAccounts = owners.size > 1
  const many = placed.filter(({ kind }) => kind === 'vpc').length
  // from afar only outer frames are named
  const [outermost, within] = [roomForName(many), roomForName(0)]
  const isFramed = regions.size > 1
  const nameOf = (account: string) => accountName(account, placing.accounts)
  const blocks: (readonly [owner: string, Block])[] = []
  for (const [region, list] of regions) {
    const frame = (block: Block, owner: string, key: string) =>
      isShared && owner !== ''
        ? framed(block, key, nameOf(owner), isFramed ? within : outermost)
        : block
    const block = await inRegion(region, list, { ...placing, links, frame })
    const above = withAccounts && !isShared ? within : outermost
    const whole = isFramed ? framed(block, `region-${region}`, region, above) : block
    blocks.push([ownersIn(list)[0] ?? '', { ...whole, key: `region-${region}` }])
  }
  const inAccounts = grouped(blocks, ([owner]) => (withAccounts && !isShared ? owner : ''))
  const outer: Block[] = []
  for (const [account, list] of inAccounts) {
    const inner = list.map(([, block]) => block)
    if (account === '') outer.push(...inner)
    else {
      const key = `account-${account}`
      outer.push(framed(await loose(key, inner, links, elk), key, nameOf(account), outermost))
    }
  }
  return loose('regions', outer, links, elk)
}

interface InRegion extends Placing {
  readonly links: readonly Link<Id>[]
  /** The frame round what one account has here; none where that is told by another frame. */
  readonly frame: (block: Block, owner: string, key: string) => Block
}

/** One Region: every transit gateway with its VPCs, and VPCs that hang on none. */
async function inRegion(
  region: string,
  placed: readonly Placed[],
  { design, sizeOf, elk, links, frame }: InRegion,
): Promise<Block> {
  const hubOf = hubsIn(design)
  const vpcs = placed.filter((it) => it.kind === 'vpc')
  const hubs = placed.filter((it) => it.kind === 'transit-gateway')
  const blockOf = (it: Resource) => single(it.id, sizeOf(it))
  const stars = hubs.map((hub): Block => {
    const mine = vpcs.filter((it) => hubOf.get(it.id) === hub.id)
    const key = (owner: string) => `account-${owner}-${hub.id}`
    const owners = grouped(mine, ownerOf)
    const [own] = owners.keys()
    // all of one account, its transit gateway too: one frame round the whole
    const isOwn = owners.size === 1 && own === hub.ownerId
    const bunches = [...owners].flatMap(([owner, list]): readonly Bunch[] =>
      isOwn || frame(blockOf(hub), owner, '').frames.length === 0
        ? list.map((it) => bunchOf([it], blockOf, (block) => block))
        : [bunchOf(list, blockOf, (block) => frame(block, owner, key(owner)))],
    )
    const block = star(hub.id, sizeOf(hub), bunches)
    return isOwn && own ? frame(block, own, key(own)) : block
  })
  const here = new Set<Id | undefined>(hubs.map(({ id }) => id))
  const alone: Block[] = []
  for (const [owner, list] of grouped(
    vpcs.filter((it) => !here.has(hubOf.get(it.id))),
    ownerOf,
  )) {
    const key = `account-${owner}-${region}`
    const inside = list.map(blockOf)
    const block = frame(await loose(key, inside, links, elk), owner, key)
    if (block.frames.length > 0) alone.push({ ...block, key })
    else alone.push(...inside)
  }
  return loose(region, [...stars, ...alone], links, elk)
}

/** VPCs that stay together; turned on the way in and back, as the frame's label stands above. */
function bunchOf(
  vpcs: readonly Resource[],
  blockOf: (it: Resource) => Block,
  frame: (block: Block) => Block,
): Bunch {
  return {
    count: vpcs.length,
    inRows: (lay, isTurned) => {
      const blocks = vpcs.map(blockOf)
      if (!isTurned) return frame(lay(blocks))
      return turned(frame(turned(lay(blocks.map(turned)))))
    },
  }
}

function grouped<Item>(
  items: readonly Item[],
  by: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const it of items) {
    const list = groups.get(by(it))
    if (list) list.push(it)
    else groups.set(by(it), [it])
  }
  return new Map([...groups].toSorted(([a], [b]) => compare(a, b)))
}

const ownerOf = ({ ownerId }: Placed): string => ownerId ?? ''

/** @example accountName('111111111111', [{ id: '111111111111', name: 'Shop' }]) // 'Shop (111111111111)' */
function accountName(id: string, accounts: Document['accounts']): string {
  const name = accounts.find((it) => it.id === id)?.name ?? ''
  return name === '' || name === id ? id : `${name} (${id})`
}

/** The transit gateway that each VPC hangs on; of several the first. */
function hubsIn(design: Design): ReadonlyMap<Id, Id> {
  const hubs = new Map<Id, Id>()
  const attachments = design
    .all('transit-gateway-vpc-attachment')
    .toSorted((a, b) => compare(a.id, b.id))
  for (const { vpcId, transitGatewayId } of attachments)
    if (!hubs.has(vpcId)) hubs.set(vpcId, transitGatewayId)
  return hubs
}

function linksBetween(design: Design): readonly Link<Id>[] {
  return [
    ...design
      .all('vpc-peering-connection')
      .map((it) => [it.requesterVpcId, it.accepterVpcId] as const),
    ...design
      .all('transit-gateway-peering-attachment')
      .map((it) => [it.requesterTransitGatewayId, it.accepterTransitGatewayId] as const),
    ...design
      .all('transit-gateway-vpc-attachment')
      .map((it) => [it.vpcId, it.transitGatewayId] as const),
  ]
}
