import { definitionOf } from '../../kinds/catalogue'
import type { Design } from '../../kinds/contract'
import type { Id, Resource, ResourceOf } from '../../kinds/resource'
import type { Box } from '../document'
import { marginsOf, openSizeOf, snap, type Size } from '../layout'
import { compare } from './blocks'

const gap = 24
const cardGap = 16
/** Half of an edge node stands out of its container. */
export const edgeOverhang = 24
const edgeStep = 144

export type Within = (id: Id | null) => readonly Resource[]

/**
 * Places what lies in VPCs: zones are the columns of a VPC, public, private and isolated subnets its
 * rows. Gives the sizes of VPCs and subnets.
 */
export function arrangeInside(
  design: Design,
  within: Within,
  layout: Record<Id, Box>,
): ReadonlyMap<Id, Size> {
  const sizes = new Map<Id, Size>()
  for (const subnet of design.all('subnet'))
    sizes.set(subnet.id, fillSubnet(subnet, within, layout))
  for (const vpc of design.all('vpc'))
    sizes.set(vpc.id, fillVpc(vpc, within, design, sizes, layout))
  return sizes
}

export const own = (it: Resource): Size => openSizeOf(it, undefined) ?? { width: 0, height: 0 }

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
