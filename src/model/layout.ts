import { definitionOf } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import type { Box, Document } from './document'

/** Canvas units between two grid lines; everything placed or nudged lands on one. */
export const gridStep = 8

/** What a container keeps free: a header for its name, a foot for its chips, a margin aside. */
export const containerMargins = {
  vpc: { top: 64, side: 24, bottom: 64 },
  subnet: { top: 64, side: 16, bottom: 16 },
} as const

export interface Size {
  readonly width: number
  readonly height: number
}

export type Boxes = Readonly<Record<string, Box>>

/** How large is this resource drawn when it is open? Null for chips and links, which have no box. */
export function openSizeOf(resource: Resource, box: Box | undefined): Size | null {
  const { size } = definitionOf(resource).look
  if (!size) return null
  return { width: box?.width ?? size.width, height: box?.height ?? size.height }
}

/** A collapsed container: its head, and how much it holds. */
const collapsedWidth = 232
const collapsedHeight = { outer: 88, inner: 72 } as const

/** How large is this resource drawn? Null for chips and links, which have no box. */
export function sizeOf(resource: Resource, box: Box | undefined): Size | null {
  const open = openSizeOf(resource, box)
  if (!open || !box?.collapsed) return open
  const outer = definitionOf(resource).placement.type === 'canvas'
  return {
    width: Math.min(open.width, collapsedWidth),
    height: Math.min(open.height, collapsedHeight[outer ? 'outer' : 'inner']),
  }
}

export function marginsOf(resource: Resource) {
  return resource.kind === 'subnet' ? containerMargins.subnet : containerMargins.vpc
}

export function snap(value: number): number {
  return Math.round(value / gridStep) * gridStep
}

/** Do these two cover any of the same area? Touching sides do not. */
export function clash(a: Box & Size, b: Box & Size): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

const leastRoom = gridStep * 2

/** Between two VPCs the label of a peering connection has to fit. */
export const roomForLink = gridStep * 20

function around({ x, y, width, height }: Box & Size, gap: number): Box & Size {
  return { x: x - gap, y: y - gap, width: width + 2 * gap, height: height + 2 * gap }
}

/**
 * The spot nearest to the wish, on the grid, where a box of this size touches none of the others.
 * Looks in growing squares around the wish, so it always finds one.
 */
export function freeSpot(
  wish: { readonly x: number; readonly y: number },
  size: Size,
  others: readonly (Box & Size)[],
  bounds: { readonly left: number; readonly top: number },
  /** What a box that has to give way keeps free around it. */
  room: number = leastRoom,
): { readonly x: number; readonly y: number } {
  const start = { x: Math.max(bounds.left, snap(wish.x)), y: Math.max(bounds.top, snap(wish.y)) }
  const isFree = (spot: { x: number; y: number }, gap: number) =>
    spot.x >= bounds.left &&
    spot.y >= bounds.top &&
    !others.some((box) => clash(around({ ...spot, ...size }, gap), box))
  if (isFree(start, leastRoom)) return start
  for (let ring = gridStep * 2; ; ring += gridStep * 2) {
    const steps = Array.from(
      { length: (2 * ring) / (gridStep * 2) + 1 },
      (_, i) => i * gridStep * 2 - ring,
    )
    const spots = steps.flatMap((step) => [
      { x: start.x + ring, y: start.y + step },
      { x: start.x + step, y: start.y + ring },
      { x: start.x - ring, y: start.y + step },
      { x: start.x + step, y: start.y - ring },
    ])
    const free = spots
      .filter((spot) => isFree(spot, room))
      .sort(
        (a, b) =>
          Math.hypot(a.x - start.x, a.y - start.y) - Math.hypot(b.x - start.x, b.y - start.y),
      )[0]
    if (free) return free
  }
}

/** A document whose layout may be written; Immer drafts are such. */
export interface LayoutDraft {
  readonly resources: Document['resources']
  layout: Record<string, Box>
}

/**
 * Makes every container on the way up from these large enough for what it holds, and keeps its
 * contents clear of header and margins. Never shrinks: a user's size is the user's.
 */
export function growToFit(
  draft: LayoutDraft,
  containerId: Id | null,
  parentOf: (id: Id) => Id | null,
): void {
  for (let id = containerId; id !== null; id = parentOf(id)) {
    const container = draft.resources[id]
    const box = draft.layout[id]
    if (!container || !box) return
    const size = openSizeOf(container, box)
    if (!size) return
    const margins = marginsOf(container)
    let { width, height } = size
    for (const child of Object.values(draft.resources)) {
      const childBox = draft.layout[child.id]
      if (!childBox || parentOf(child.id) !== id) continue
      const { shape } = definitionOf(child).look
      const childSize = sizeOf(child, childBox)
      if (!childSize || shape === 'edge') continue
      const x = Math.max(margins.side, childBox.x)
      const y = Math.max(margins.top, childBox.y)
      if (x !== childBox.x || y !== childBox.y) draft.layout[child.id] = { ...childBox, x, y }
      width = Math.max(width, x + childSize.width + margins.side)
      height = Math.max(height, y + childSize.height + margins.bottom)
    }
    if (width === size.width && height === size.height && box.width !== undefined) continue
    draft.layout[id] = { ...box, width, height }
    if (!box.collapsed) giveWay(draft, id, { ...box, ...size }, { ...box, width, height }, parentOf)
  }
}

/**
 * Keeps the distance of what lay below or to the right of a box that grew or moved, where the box
 * would touch it now. What lay across it before lies there on purpose, and what is locked stays.
 */
function giveWay(
  draft: LayoutDraft,
  id: Id,
  before: Box & Size,
  after: Box & Size,
  parentOf: (id: Id) => Id | null,
): void {
  const home = parentOf(id)
  const [right, bottom] = [before.x + before.width, before.y + before.height]
  const down = after.y + after.height - bottom
  const along = after.x + after.width - right
  for (const other of Object.values(draft.resources)) {
    const box = draft.layout[other.id]
    if (!box || box.locked || other.id === id || parentOf(other.id) !== home) continue
    const size = definitionOf(other).look.shape === 'edge' ? null : sizeOf(other, box)
    if (!size || clash({ ...box, ...size }, before)) continue
    if (!clash({ ...box, ...size }, around(after, leastRoom))) continue
    const moved =
      box.y >= bottom
        ? { ...box, y: box.y + down }
        : { ...box, x: box.x + (box.x >= right ? along : 0) }
    if (moved.x === box.x && moved.y === box.y) continue
    draft.layout[other.id] = moved
    giveWay(draft, other.id, { ...box, ...size }, { ...moved, ...size }, parentOf)
  }
}
