import { definitionOf } from '../kinds/catalogue'
import type { Design } from '../kinds/contract'
import type { Id, Resource, ResourceOf } from '../kinds/resource'
import { parentOf } from './containment'
import { designOf } from './design'
import type { Box, Document } from './document'
import { arrangeRegions } from './arranged-regions'
import { marginsOf, openSizeOf, roomForLink, sizeOf, snap, type Size } from './layout'

const gap = 24
const cardGap = 16
/** Half of an edge node stands out of its container. */
const edgeOverhang = 24
const edgeStep = 144

/**
 * A layout for a whole design, made from nothing but its resources: zones are the columns of a VPC,
 * public, private and isolated subnets its rows; the VPCs of a transit gateway stand above and below
 * it, Regions beside each other, places outside at the top, networks on-premises to the left.
 * Nothing covers anything else, and the same resources are always laid out alike. VPCs that are
 * `collapsed` take no more room than they are drawn with.
 */
export function arranged(
  document: Pick<Document, 'resources' | 'accounts'>,
  collapsed: (vpc: Id) => boolean = () => false,
): Document['layout'] {
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
  const inRegions = top.filter((it) => it.kind === 'vpc' || it.kind === 'transit-gateway')
  const places = top.filter(
    (it) => it.kind !== 'vpc' && it.kind !== 'transit-gateway' && !outside.includes(it),
  )
  const left = outside.length > 0 ? column(outside, layout) + roomForLink : 0
  const y = row(places, left, 0, layout) + edgeOverhang
  const drawnSize = (it: Resource) => {
    const size = sizes.get(it.id) ?? own(it)
    const isSmall = it.kind === 'vpc' && collapsed(it.id)
    return isSmall ? (sizeOf(it, { x: 0, y: 0, ...size, collapsed: true }) ?? size) : size
  }
  const bars = arrangeRegions(inRegions, design, drawnSize, { x: left, y }, layout)
  for (const [id, size] of [...sizes, ...bars]) {
    const box = layout[id]
    if (box) layout[id] = { ...box, ...size, ...(collapsed(id) && { collapsed: true }) }
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
