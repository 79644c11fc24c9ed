import { definitionOf } from '../kinds/catalogue'
import type { Design } from '../kinds/contract'
import type { Id, Resource, ResourceOf } from '../kinds/resource'
import { parentOf } from './containment'
import { designOf } from './design'
import type { Box, Document } from './document'
import { marginsOf, openSizeOf, roomForLink, snap, type Size } from './layout'

const gap = 24
const cardGap = 16
/** Half of an edge node stands out of its container. */
const edgeOverhang = 24
const edgeStep = 144

/**
 * A layout for a whole design, made from nothing but its resources: zones are the columns of a VPC,
 * public, private and isolated subnets its rows; VPCs stand together by Region, half of them above
 * its transit gateways and half below, places outside at the top, networks on-premises to the left.
 * Nothing covers anything else, and the same resources are always laid out alike.
 */
export function arranged(document: Pick<Document, 'resources' | 'accounts'>): Document['layout'] {
  const design = designOf(document)
  const layout: Record<Id, Box> = {}
  const children = new Map<Id | null, Resource[]>()
  for (const it of inOrder(Object.values(document.resources))) {
    if (!openSizeOf(it, undefined)) continue
    const parent = parentOf(it, design)
    const list = children.get(parent)
    if (list) list.push(it)
    else children.set(parent, [it])
  }
  const within = (id: Id | null) => children.get(id) ?? []
  const sizes = new Map<Id, Size>()
  for (const subnet of design.all('subnet'))
    sizes.set(subnet.id, fillSubnet(subnet, within, layout))
  for (const vpc of design.all('vpc'))
    sizes.set(vpc.id, fillVpc(vpc, within, design, sizes, layout))
  const top = within(null)
  const outside = top.filter(({ kind }) => onTheLeft.has(kind))
  const places = top.filter(
    (it) => it.kind !== 'vpc' && it.kind !== 'transit-gateway' && !outside.includes(it),
  )
  const left = outside.length > 0 ? column(outside, layout) + roomForLink : 0
  let y = row(places, left, 0, layout)
  for (const { vpcs, gateways } of groupsOf(top)) {
    const above = gateways.length > 0 ? vpcs.slice(0, Math.ceil(vpcs.length / 2)) : vpcs
    const upper = grid(above, left, y + edgeOverhang, sizes, layout)
    const lower = between(gateways, left, upper, sizes, layout)
    y = grid(vpcs.slice(above.length), left, lower.bottom, sizes, layout).bottom + roomForLink
  }
  for (const [id, { width, height }] of sizes) {
    const box = layout[id]
    if (box) layout[id] = { ...box, width, height }
  }
  return layout
}

const onTheLeft: ReadonlySet<string> = new Set([
  'on-premises-network',
  'customer-gateway',
  'direct-connect-gateway',
])

const inOrder = (resources: readonly Resource[]) =>
  resources.toSorted((a, b) => compare(`${a.name} ${a.id}`, `${b.name} ${b.id}`))

const compare = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })

const own = (it: Resource): Size => openSizeOf(it, undefined) ?? { width: 0, height: 0 }

/** Cards in columns of a few, side by side; how much room they take. */
function stack(
  cards: readonly Resource[],
  at: { readonly x: number; readonly y: number },
  perColumn: number,
  layout: Record<Id, Box>,
): Size {
  let x = at.x
  let width = 0
  let height = 0
  for (let first = 0; first < cards.length; first += perColumn) {
    const few = cards.slice(first, first + perColumn)
    let y = at.y
    for (const card of few) {
      layout[card.id] = { x, y }
      y += own(card).height + cardGap
    }
    height = Math.max(height, y - cardGap - at.y)
    const wide = Math.max(...few.map((card) => own(card).width))
    width = x + wide - at.x
    x += wide + cardGap
  }
  return { width, height }
}

type Within = (id: Id | null) => readonly Resource[]

function fillSubnet(subnet: ResourceOf<'subnet'>, within: Within, layout: Record<Id, Box>): Size {
  const { top, side, bottom } = marginsOf(subnet)
  const cards = within(subnet.id)
  const { width, height } = stack(cards, { x: side, y: top }, cards.length > 12 ? 6 : 3, layout)
  const least = own(subnet)
  return {
    width: snap(Math.max(least.width, width + 2 * side)),
    height: snap(Math.max(least.height, top + height + bottom)),
  }
}

function fillVpc(
  vpc: ResourceOf<'vpc'>,
  within: Within,
  design: Design,
  sizes: ReadonlyMap<Id, Size>,
  layout: Record<Id, Box>,
): Size {
  const { top, side, bottom } = marginsOf(vpc)
  const inside = within(vpc.id)
  const subnets = inside.filter((it) => it.kind === 'subnet')
  const zones = [...new Set(subnets.map((it) => it.availabilityZone))].toSorted(compare)
  const cells = new Map<string, Resource[]>()
  for (const subnet of subnets) {
    const key = `${roleOf(subnet, design)} ${zones.indexOf(subnet.availabilityZone)}`
    const list = cells.get(key)
    if (list) list.push(subnet)
    else cells.set(key, [subnet])
  }
  let y = top + edgeOverhang
  let right: number = side
  const widths = zones.map((zone) =>
    Math.max(
      ...subnets
        .filter((it) => it.availabilityZone === zone)
        .map((it) => sizes.get(it.id)?.width ?? 0),
    ),
  )
  for (let role = 0; role <= 2; role += 1) {
    const columns = zones.map((_, index) => cells.get(`${role} ${index}`) ?? [])
    const deepest = Math.max(0, ...columns.map((column) => column.length))
    for (let line = 0; line < deepest; line += 1) {
      let x = side
      let tall = 0
      for (const [index, list] of columns.entries()) {
        const subnet = list[line]
        if (subnet) {
          layout[subnet.id] = { x, y }
          tall = Math.max(tall, sizes.get(subnet.id)?.height ?? 0)
        }
        x += (widths[index] ?? 0) + gap
      }
      right = Math.max(right, x - gap)
      y += tall + gap
    }
  }
  const cards = inside.filter(
    (it) => it.kind !== 'subnet' && definitionOf(it).look.shape !== 'edge',
  )
  const shelf = stack(cards, { x: side, y }, Math.max(1, Math.ceil(cards.length / 4)), layout)
  if (cards.length > 0) y += shelf.height + gap
  const edges = inside.filter((it) => definitionOf(it).look.shape === 'edge')
  const least = own(vpc)
  const width = snap(
    Math.max(least.width, right + side, side + shelf.width + side, (edges.length + 1) * edgeStep),
  )
  for (const [index, edge] of edges.entries())
    layout[edge.id] = {
      x: snap((width * (index + 1)) / (edges.length + 1) - own(edge).width / 2),
      y: -edgeOverhang,
    }
  return { width, height: snap(Math.max(least.height, y - gap + bottom)) }
}

/** Public, private with a way out, isolated: the rows of a VPC as AWS draws them. */
function roleOf(subnet: ResourceOf<'subnet'>, design: Design): 0 | 1 | 2 {
  if (design.isPublicSubnet(subnet.id)) return 0
  return Object.keys(design.routeTableOf(subnet.id)?.routes ?? {}).length > 0 ? 1 : 2
}

interface Group {
  readonly vpcs: readonly Resource[]
  readonly gateways: readonly Resource[]
}

const regionOf = (it: Resource) => ('region' in it ? it.region : '')
const ownerOf = (it: Resource) => ('ownerId' in it ? (it.ownerId ?? '') : '')

/** VPCs and transit gateways of one Region together, its accounts one after the other. */
function groupsOf(top: readonly Resource[]): readonly Group[] {
  const placed = top.filter((it) => it.kind === 'vpc' || it.kind === 'transit-gateway')
  const regions = [...new Set(placed.map(regionOf))].toSorted(compare)
  return regions.map((region) => {
    const here = placed
      .filter((it) => regionOf(it) === region)
      .toSorted((a, b) => compare(ownerOf(a), ownerOf(b)))
    return {
      vpcs: here.filter(({ kind }) => kind === 'vpc'),
      gateways: here.filter(({ kind }) => kind === 'transit-gateway'),
    }
  })
}

/** One beside the other; the top of what comes below. */
function row(list: readonly Resource[], left: number, y: number, layout: Record<Id, Box>): number {
  let x = left
  let tall = 0
  for (const it of list) {
    const { width, height } = own(it)
    layout[it.id] = { x, y }
    x += width + roomForLink / 2
    tall = Math.max(tall, height)
  }
  return list.length > 0 ? y + tall + roomForLink / 2 : y
}

/** One under the other, at the very left; how wide they are. */
function column(list: readonly Resource[], layout: Record<Id, Box>): number {
  let y = 0
  for (const it of list) {
    layout[it.id] = { x: 0, y }
    y += own(it).height + roomForLink / 2
  }
  return Math.max(...list.map((it) => own(it).width))
}

/** Where a part of the drawing ends. */
interface Extent {
  readonly right: number
  readonly bottom: number
}

/** Transit gateways under the VPCs above them, as wide as lets lines come down straight. */
function between(
  gateways: readonly Resource[],
  left: number,
  { right, bottom }: Extent,
  sizes: Map<Id, Size>,
  layout: Record<Id, Box>,
): Extent {
  if (gateways.length === 0) return { right, bottom }
  const room = (right - left - roomForLink * (gateways.length - 1)) / gateways.length
  let x = left
  let end = bottom
  for (const it of gateways) {
    const { width, height } = own(it)
    const size = { width: snap(Math.max(width, room)), height }
    sizes.set(it.id, size)
    layout[it.id] = { x, y: bottom + roomForLink }
    x += size.width + roomForLink
    end = Math.max(end, bottom + roomForLink + height)
  }
  return { right: x - roomForLink, bottom: end + roomForLink }
}

/** VPCs in rows that make the whole about as wide as a screen. */
function grid(
  vpcs: readonly Resource[],
  left: number,
  top: number,
  sizes: ReadonlyMap<Id, Size>,
  layout: Record<Id, Box>,
): Extent {
  const perRow = Math.max(1, Math.ceil(Math.sqrt(vpcs.length * 2)))
  let y = top
  let bottom = top
  let right = left
  for (let first = 0; first < vpcs.length; first += perRow) {
    let x = left
    let tall = 0
    for (const vpc of vpcs.slice(first, first + perRow)) {
      const { width, height } = sizes.get(vpc.id) ?? own(vpc)
      layout[vpc.id] = { x, y }
      x += width + roomForLink
      tall = Math.max(tall, height)
    }
    right = Math.max(right, x - roomForLink)
    bottom = y + tall
    y = bottom + roomForLink
  }
  return { right, bottom }
}
