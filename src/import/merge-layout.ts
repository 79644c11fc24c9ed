import type { Id, Resource } from '../kinds/resource'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import type { Box, Document } from '../model/document'
import { definitionOf } from '../kinds/catalogue'
import { freeSpot, growToFit, marginsOf, openSizeOf, roomForLink, sizeOf } from '../model/layout'

/**
 * Places for what an import brought into an open design: what was there stays where it is, what is
 * new in a container finds room in it, and what holds itself stands to the right of all, as the import arranged it.
 */
export function withPlaces(
  open: Document,
  merged: Document,
  wishes: Readonly<Record<Id, Box>>,
): Document {
  const [before, design] = [designOf(open), designOf(merged)]
  const draft = { resources: merged.resources, layout: { ...merged.layout } as Record<Id, Box> }
  const parentIn = (id: Id): Id | null => {
    const it = design.get(id)
    return it ? parentOf(it, design) : null
  }
  const rootOf = (id: Id): Id => {
    const parent = parentIn(id)
    return parent === null ? id : rootOf(parent)
  }
  const apart: Record<Id, Resource> = {}
  const within: Resource[] = []
  for (const it of Object.values<Resource>(merged.resources)) {
    const was = open.resources[it.id]
    if (was === it) continue
    const stays = was && parentOf(was, before) === parentIn(it.id)
    if (!Object.hasOwn(open.resources, rootOf(it.id))) apart[it.id] = it
    else if (openSizeOf(it, undefined) && !(stays && draft.layout[it.id])) within.push(it)
  }
  for (const it of within) delete draft.layout[it.id]
  const anew: Record<Id, Box> = {}
  for (const it of Object.values<Resource>(apart)) {
    const wish = wishes[it.id]
    if (wish) anew[it.id] = wish
    else if (openSizeOf(it, undefined)) within.push(it)
  }
  const isTop = (id: Id) => parentIn(id) === null
  Object.assign(draft.layout, beside(open, anew, isTop))
  // containers before what they hold, so that each finds its place in one that has its own
  const depthOf = (id: Id): number => {
    const parent = parentIn(id)
    return parent === null ? 0 : 1 + depthOf(parent)
  }
  const held = new Map<Id | null, Resource[]>()
  for (const it of Object.values<Resource>(merged.resources)) {
    const parent = parentIn(it.id)
    const list = held.get(parent)
    if (list) list.push(it)
    else held.set(parent, [it])
  }
  for (const it of within.toSorted((a, b) => depthOf(a.id) - depthOf(b.id))) {
    const parent = parentIn(it.id)
    const host = parent && design.get(parent)
    const size = sizeOf(it, undefined)
    if (!size) continue
    const wish = wishes[it.id] ?? { x: 0, y: 0 }
    const isEdge = definitionOf(it).look.shape === 'edge'
    const siblings = (held.get(parent) ?? []).flatMap((each) => {
      const box = draft.layout[each.id]
      const extent = sizeOf(each, box)
      const counts = (definitionOf(each).look.shape === 'edge') === isEdge
      return box && extent && counts ? [{ ...box, ...extent }] : []
    })
    const { side, top } = host ? marginsOf(host) : { side: 0, top: 0 }
    const bounds = host && !isEdge ? { left: side, top } : { left: -Infinity, top: -Infinity }
    draft.layout[it.id] = freeSpot(wish, size, siblings, bounds)
    growToFit(draft, parent, parentIn)
  }
  return { ...merged, layout: draft.layout }
}

/** The layout of what holds itself, moved to the right of all that the open design draws. */
function beside(
  open: Document,
  layout: Document['layout'],
  isTop: (id: Id) => boolean,
): Document['layout'] {
  const design = designOf(open)
  const top = Object.values<Resource>(open.resources).flatMap((it) => {
    const box = open.layout[it.id]
    const size = sizeOf(it, box)
    return box && size && parentOf(it, design) === null ? [{ ...box, ...size }] : []
  })
  if (top.length === 0) return layout
  const coming = Object.entries<Box>(layout).flatMap(([id, box]) => (isTop(id as Id) ? box : []))
  const right =
    Math.max(...top.map((it) => it.x + it.width)) +
    2 * roomForLink -
    Math.min(...coming.map(({ x }) => x))
  const upper = Math.min(...top.map(({ y }) => y)) - Math.min(...coming.map(({ y }) => y))
  const moved = Object.entries<Box>(layout).map(([id, box]) => [
    id,
    isTop(id as Id) ? { ...box, x: box.x + right, y: box.y + upper } : box,
  ])
  return Object.fromEntries(moved) as Document['layout']
}
