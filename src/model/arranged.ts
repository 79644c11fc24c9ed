import type { Id, Resource } from '../kinds/resource'
import { compare, type Frame } from './arranging/blocks'
import type { Elk } from './arranging/elk'
import { inRegions } from './arranging/regions'
import { besideMain, sideKinds } from './arranging/sides'
import { arrangeInside, edgeOverhang, own } from './arranging/vpc'
import { parentOf } from './containment'
import { designOf } from './design'
import type { Box, Document } from './document'
import { openSizeOf, roomForLink, sizeOf } from './layout'

export type { Elk } from './arranging/elk'

/** Where everything is drawn, and the frames round Regions and accounts. */
export interface Arrangement {
  readonly layout: Document['layout']
  readonly frames: readonly Frame[]
}

/**
 * A layout for a whole design, made from nothing but its resources: zones are the columns of a VPC,
 * public, private and isolated subnets its rows; the VPCs of a transit gateway stand around it,
 * accounts and Regions in frames, places outside at the top, networks on-premises to the left.
 * Nothing covers anything else, and the same resources are always laid out alike. VPCs that are
 * `collapsed` take no more room than they are drawn with.
 */
export async function arranged(
  document: Pick<Document, 'resources' | 'accounts'>,
  elk: Elk,
  collapsed: (vpc: Id) => boolean = () => false,
): Promise<Arrangement> {
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
  const sizes = arrangeInside(design, within, layout)
  const drawnSize = (it: Resource) => {
    const size = sizes.get(it.id) ?? own(it)
    const isSmall = it.kind === 'vpc' && collapsed(it.id)
    return isSmall ? (sizeOf(it, { x: 0, y: 0, ...size, collapsed: true }) ?? size) : size
  }
  const top = within(null)
  const main = await inRegions(
    top.filter((it) => it.kind === 'vpc' || it.kind === 'transit-gateway'),
    { design, accounts: document.accounts, sizeOf: drawnSize, elk },
  )
  const sides = top.filter(({ kind }) => sideKinds.has(kind))
  const whole = await besideMain(main, sides, design, elk)
  const places = top.filter((it) => !whole.at.has(it.id))
  const y = rows(places, Math.max(leastRow, whole.width), layout)
  for (const [id, { x, y: below, width, height }] of whole.at) {
    const it = design.get(id)
    const isBar = it?.kind === 'transit-gateway'
    layout[id] = { x, y: y + below, ...(isBar && { width, height }) }
  }
  for (const [id, size] of sizes) {
    const box = layout[id]
    if (box) layout[id] = { ...box, ...size, ...(collapsed(id) && { collapsed: true }) }
  }
  return { layout, frames: main.frames }
}

const inOrder = (resources: readonly Resource[]) =>
  resources.toSorted((a, b) => compare(`${a.name} ${a.id}`, `${b.name} ${b.id}`))

/** So many places stand side by side however narrow what lies below them is. */
const leastRow = 1200

/** One beside the other, in as many rows as they need; the top of what comes below. */
function rows(list: readonly Resource[], most: number, layout: Record<Id, Box>): number {
  let [x, y, tall] = [0, 0, 0]
  for (const it of list) {
    const { width, height } = own(it)
    if (x > 0 && x + width > most) {
      y += tall + roomForLink / 2
      x = 0
      tall = 0
    }
    layout[it.id] = { x, y }
    x += width + roomForLink / 2
    tall = Math.max(tall, height)
  }
  return list.length > 0 ? y + tall + roomForLink / 2 + edgeOverhang : edgeOverhang
}
