import type { Design } from '../kinds/contract'
import type { Id, Resource } from '../kinds/resource'
import type { Box } from './document'
import { roomForLink, snap, type Size } from './layout'

interface Point {
  readonly x: number
  readonly y: number
}

/** A part of the drawing with the places in it, measured from its own corner. */
interface Block extends Size {
  readonly at: ReadonlyMap<Id, Point>
  /** Transit gateways, as wide as what hangs on them. */
  readonly bars: ReadonlyMap<Id, Size>
}

type SizeOf = (it: Resource) => Size

/** Wider than this, compared with its height, a drawing is more than a screen. */
const screen = 1.6

/** How far a line keeps from the boxes that it passes. */
const clearance = 12

/**
 * Places VPCs and transit gateways: Regions beside and below each other, in each every transit
 * gateway with its VPCs, and VPCs that hang on none. Gives the sizes of the transit gateways.
 */
export function arrangeRegions(
  placed: readonly Resource[],
  design: Design,
  sizeOf: SizeOf,
  corner: Point,
  layout: Record<Id, Box>,
): ReadonlyMap<Id, Size> {
  const hubOf = hubsIn(design)
  const regions = [...new Set(placed.map(regionOf))].toSorted(compare)
  const blocks = regions.map((region) => {
    const here = placed
      .filter((it) => regionOf(it) === region)
      .toSorted((a, b) => compare(ownerOf(a), ownerOf(b)))
    const vpcs = here.filter(({ kind }) => kind === 'vpc')
    const hubs = here.filter(({ kind }) => kind === 'transit-gateway')
    const isHere = (id: Id | undefined) => hubs.some((hub) => hub.id === id)
    const alone = vpcs.filter((it) => !isHere(hubOf.get(it.id)))
    return sideBySide([
      ...hubs.map((hub) =>
        star(
          hub,
          vpcs.filter((it) => hubOf.get(it.id) === hub.id),
          sizeOf,
        ),
      ),
      ...(alone.length > 0 ? [grid(alone, sizeOf)] : []),
    ])
  })
  const whole = tiled(blocks)
  for (const [id, { x, y }] of whole.at) layout[id] = { x: corner.x + x, y: corner.y + y }
  return whole.bars
}

const compare = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })
const regionOf = (it: Resource) => ('region' in it ? it.region : '')
const ownerOf = (it: Resource) => ('ownerId' in it ? (it.ownerId ?? '') : '')

/** The transit gateway that each VPC hangs on; of several the first. */
function hubsIn(design: Design): ReadonlyMap<Id, Id> {
  const hubs = new Map<Id, Id>()
  for (const { vpcId, transitGatewayId } of design.all('transit-gateway-vpc-attachment'))
    if (!hubs.has(vpcId)) hubs.set(vpcId, transitGatewayId)
  return hubs
}

/**
 * A transit gateway between its VPCs, as wide as lets every line run straight. Rows stand askew, so
 * that the lines of those further away pass between those that are nearer.
 */
function star(hub: Resource, vpcs: readonly Resource[], sizeOf: SizeOf): Block {
  const own = sizeOf(hub)
  const widest = Math.max(0, ...vpcs.map((it) => sizeOf(it).width))
  const pitch = widest + roomForLink
  const most = Math.max(1, Math.floor(pitch / (widest / 2 + clearance)))
  const above = vpcs.slice(0, Math.ceil(vpcs.length / 2))
  // as few rows as make no more than a screen
  const rows = Math.min(most, Math.ceil(Math.sqrt(above.length / 4)))
  const perRow = Math.max(1, Math.ceil(above.length / Math.max(1, rows)))
  const at = new Map<Id, Point>()
  let y = 0
  let right = own.width
  const rowsOf = (list: readonly Resource[], isAbove: boolean) => {
    for (let first = 0; first < list.length; first += perRow) {
      const few = list.slice(first, first + perRow)
      const shift = snap(((first / perRow) * pitch) / Math.max(1, rows))
      const tall = Math.max(...few.map((it) => sizeOf(it).height))
      for (const [index, it] of few.entries()) {
        const { width, height } = sizeOf(it)
        const x = shift + index * pitch + snap((widest - width) / 2)
        // those above stand on one line, those below hang from one
        at.set(it.id, { x, y: isAbove ? y + tall - height : y })
        right = Math.max(right, x + width)
      }
      y += tall + roomForLink / 2
    }
  }
  rowsOf(above, true)
  const middle = y === 0 ? 0 : y + roomForLink / 2
  at.set(hub.id, { x: 0, y: middle })
  y = middle + own.height + roomForLink
  rowsOf(vpcs.slice(above.length), false)
  const height = vpcs.length > above.length ? y - roomForLink / 2 : middle + own.height
  const bar = { width: snap(right), height: own.height }
  return { width: bar.width, height, at, bars: new Map([[hub.id, bar]]) }
}

/** VPCs in rows that make the whole about as wide as a screen. */
function grid(vpcs: readonly Resource[], sizeOf: SizeOf): Block {
  const perRow = Math.max(1, Math.ceil(Math.sqrt(vpcs.length * 2)))
  const at = new Map<Id, Point>()
  let y = 0
  let right = 0
  for (let first = 0; first < vpcs.length; first += perRow) {
    let x = 0
    let tall = 0
    for (const vpc of vpcs.slice(first, first + perRow)) {
      const { width, height } = sizeOf(vpc)
      at.set(vpc.id, { x, y })
      x += width + roomForLink
      tall = Math.max(tall, height)
    }
    right = Math.max(right, x - roomForLink)
    y += tall + roomForLink
  }
  return { width: right, height: y - roomForLink, at, bars: new Map() }
}

const sideBySide = (blocks: readonly Block[]) => inRows(blocks, blocks.length)

const farFrom = ({ width, height }: Size) =>
  Math.abs(Math.log(Math.max(1, width) / Math.max(1, height) / screen))

/** Blocks in as many columns as come closest to the shape of a screen. */
function tiled(blocks: readonly Block[]): Block {
  const tries = blocks.map((_, index) => inRows(blocks, index + 1))
  return tries.reduce(
    (best, next) => (farFrom(next) < farFrom(best) ? next : best),
    inRows(blocks, 1),
  )
}

function inRows(blocks: readonly Block[], perRow: number): Block {
  const at = new Map<Id, Point>()
  const bars = new Map<Id, Size>()
  const gap = roomForLink
  const columns = Array.from({ length: perRow }, (_, column) =>
    Math.max(0, ...blocks.filter((__, i) => i % perRow === column).map(({ width }) => width)),
  )
  let [y, right] = [0, 0]
  for (let first = 0; first < blocks.length; first += perRow) {
    let [x, tall] = [0, 0]
    for (const [column, block] of blocks.slice(first, first + perRow).entries()) {
      for (const [id, own] of block.at) at.set(id, { x: x + own.x, y: y + own.y })
      for (const [id, size] of block.bars) bars.set(id, size)
      right = Math.max(right, x + block.width)
      x += (columns[column] ?? block.width) + gap
      tall = Math.max(tall, block.height)
    }
    y += tall + gap
  }
  return { width: right, height: Math.max(0, y - gap), at, bars }
}
