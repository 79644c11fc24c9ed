import type { Id, Resource } from '../kinds/resource'
import { arranged, type Elk } from './arranged'
import type { Frame } from './arranging/blocks'
import { parentOf } from './containment'
import { designOf } from './design'
import type { Box, Document, Group } from './document'
import { freeSpot, roomForLink, sizeOf, type Size } from './layout'

/** More VPCs than this make no picture when they are drawn with all that they hold. */
const manyVpcs = 40

export type Drawn = Pick<Document, 'layout' | 'groups'>

/** The layout of an imported design: where there are many VPCs, they are drawn small at first. */
export async function arrangedAtFirst(
  document: Pick<Document, 'resources' | 'accounts'>,
  elk: Elk,
): Promise<Drawn> {
  const isMany = designOf(document).all('vpc').length > manyVpcs
  const { layout, frames } = await arranged(document, elk, (id) => isMany && id.startsWith('vpc:'))
  return withFrames(layout, frames)
}

const withFrames = (layout: Document['layout'], frames: readonly Frame[]): Drawn =>
  frames.length > 0 ? { layout, groups: Object.fromEntries(frames) } : { layout }

/** Frames that an arrangement made, as their keys tell; all others are the user's. */
const isOurs = (key: string) => key.startsWith('region-') || key.startsWith('account-')

/**
 * The layout that a design gets when it is arranged anew, without a thought for the one it has, and
 * the frames round its Regions and accounts. What is locked stays where it is with all that lies
 * around it in the same VPC; everything else is arranged below that. What is collapsed stays so.
 *
 * Of `only` these: they are arranged among themselves where they were, or as near as there is room,
 * and everything else stays, frames too.
 */
export async function arrangedAnew(
  document: Document,
  elk: Elk,
  only: readonly Id[] = [],
): Promise<Drawn> {
  const design = designOf(document)
  const rootOf = (it: Resource): Id => {
    const parent = parentOf(it, design)
    const home = parent && design.get(parent)
    return home ? rootOf(home) : it.id
  }
  const all = Object.values<Resource>(document.resources)
  const locked = new Set(all.filter(({ id }) => document.layout[id]?.locked).map(rootOf))
  const chosen = new Set(only.flatMap((id) => design.get(id) ?? []).map(rootOf))
  const isFree = (root: Id) => !locked.has(root) && (chosen.size === 0 || chosen.has(root))
  const free: Record<Id, Resource> = {}
  const kept: Record<Id, Box> = {}
  const before: (Box & Size)[] = []
  const staying: (Box & Size)[] = []
  for (const it of all) {
    const root = rootOf(it)
    const box = document.layout[it.id]
    const size = root === it.id ? sizeOf(it, box) : null
    if (isFree(root)) free[it.id] = it
    else if (box) kept[it.id] = box
    if (box && size) (isFree(root) ? before : staying).push({ ...box, ...size })
  }
  const collapsed = (id: Id) => document.layout[id]?.collapsed ?? false
  const { layout, frames } = await arranged(
    { accounts: document.accounts, resources: free },
    elk,
    collapsed,
  )
  const isTop = (id: Id) => {
    const it = design.get(id)
    return it !== undefined && parentOf(it, design) === null
  }
  const tops = all.flatMap((it): (Box & Size)[] => {
    const box = isTop(it.id) ? layout[it.id] : undefined
    const size = sizeOf(it, box)
    return box && size ? [{ ...box, ...size }] : []
  })
  const extent = around(tops)
  const spot =
    staying.length === 0 || !extent
      ? { x: 0, y: 0 }
      : chosen.size > 0
        ? besideOthers(extent, before, staying)
        : {
            x: Math.min(...staying.map(({ x }) => x)) - extent.x,
            y: Math.max(...staying.map(({ y, height }) => y + height)) + roomForLink - extent.y,
          }
  const moved = Object.entries<Box>(layout).map(([key, box]) => [
    key,
    isTop(key as Id) ? { ...box, x: box.x + spot.x, y: box.y + spot.y } : box,
  ])
  const places: Document['layout'] = { ...kept, ...Object.fromEntries(moved) }
  return {
    layout: places,
    ...groupsOf(document, chosen.size > 0 ? null : frames),
  }
}

/** How far must a drawing be moved to lie where it was before, clear of all that stays? */
function besideOthers(
  extent: Box & Size,
  before: readonly (Box & Size)[],
  staying: readonly (Box & Size)[],
): { readonly x: number; readonly y: number } {
  const wish = around(before) ?? extent
  const bounds = { left: -Infinity, top: -Infinity }
  const { width, height } = extent
  const { x, y } = freeSpot(wish, { width, height }, staying, bounds, roomForLink / 2)
  return { x: x - extent.x, y: y - extent.y }
}

function around(boxes: readonly (Box & Size)[]): (Box & Size) | null {
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((it) => it.x))
  const y = Math.min(...boxes.map((it) => it.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((it) => it.x + it.width)) - x,
    height: Math.max(...boxes.map((it) => it.y + it.height)) - y,
  }
}

/** The groups that the user made, and these frames; without new frames all that there were. */
function groupsOf(
  { groups = {} }: Document,
  frames: readonly Frame[] | null,
): Pick<Document, 'groups'> {
  const own = Object.entries<Group>(groups)
  if (!frames) return own.length > 0 ? { groups } : {}
  const kept = own.filter(([key]) => !isOurs(key))
  const all = [...kept, ...frames]
  return all.length > 0 ? { groups: Object.fromEntries(all) } : {}
}
