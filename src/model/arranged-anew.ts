import type { Id, Resource } from '../kinds/resource'
import { arranged } from './arranged'
import { parentOf } from './containment'
import { designOf } from './design'
import type { Box, Document, Group } from './document'
import { roomForLink, sizeOf } from './layout'

/** More VPCs than this make no picture when they are drawn with all that they hold. */
const manyVpcs = 40

/** The layout of an imported design: where there are many VPCs, they are drawn small at first. */
export function arrangedAtFirst(
  document: Pick<Document, 'resources' | 'accounts'>,
): Pick<Document, 'layout' | 'groups'> {
  const vpcs = designOf(document).all('vpc')
  const isMany = vpcs.length > manyVpcs
  const layout = arranged(document, (id) => isMany && id.startsWith('vpc:'))
  const groups = framesOf(document)
  return groups ? { layout, groups } : { layout }
}

/** A frame round each Region, where there are several. */
function framesOf({ resources }: Pick<Document, 'resources'>): Document['groups'] | null {
  const regions = new Map<string, Id[]>()
  for (const it of Object.values<Resource>(resources)) {
    if (it.kind !== 'vpc' && it.kind !== 'transit-gateway') continue
    const list = regions.get(it.region)
    if (list) list.push(it.id)
    else regions.set(it.region, [it.id])
  }
  if (regions.size < 2) return null
  const frames = [...regions].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    frames.map(([region, members]): [string, Group] => [
      `region-${region}`,
      { name: region, members: members.toSorted() },
    ]),
  )
}

/**
 * The layout that a design gets when it is arranged anew, without a thought for the one it has. What
 * is locked stays where it is with all that lies around it in the same VPC; everything else is
 * arranged below that. What is collapsed stays so.
 */
export function arrangedAnew(document: Document): Document['layout'] {
  const design = designOf(document)
  const rootOf = (it: Resource): Id => {
    const parent = parentOf(it, design)
    const home = parent && design.get(parent)
    return home ? rootOf(home) : it.id
  }
  const held = new Set<Id>()
  for (const it of Object.values<Resource>(document.resources))
    if (document.layout[it.id]?.locked) held.add(rootOf(it))
  const free: Record<Id, Resource> = {}
  const kept: Record<Id, Box> = {}
  let [left, bottom] = [0, Number.NEGATIVE_INFINITY]
  for (const it of Object.values<Resource>(document.resources)) {
    const root = rootOf(it)
    if (!held.has(root)) {
      free[it.id] = it
      continue
    }
    const box = document.layout[it.id]
    if (!box) continue
    kept[it.id] = box
    const size = root === it.id ? sizeOf(it, box) : null
    if (!size) continue
    left = Math.min(left, box.x)
    bottom = Math.max(bottom, box.y + size.height)
  }
  const collapsed = (id: Id) => document.layout[id]?.collapsed ?? false
  const anew = arranged({ accounts: document.accounts, resources: free }, collapsed)
  if (held.size === 0) return anew
  const top = bottom + roomForLink
  const moved = Object.entries<Box>(anew).map(([key, box]) => {
    const it = design.get(key as Id)
    const isTop = it && parentOf(it, design) === null
    return [key, isTop ? { ...box, x: box.x + left, y: box.y + top } : box] as const
  })
  return { ...kept, ...Object.fromEntries(moved) }
}
