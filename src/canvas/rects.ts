import { definitionOf } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import { isHidden } from '../model/collapse'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import { sizeOf, type Size } from '../model/layout'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Rect extends Point {
  readonly width: number
  readonly height: number
}

export const centreOf = (rect: Rect): Point => ({
  x: rect.x + rect.width / 2,
  y: rect.y + rect.height / 2,
})

export const holds = (rect: Rect, { x, y }: Point): boolean =>
  x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))

/**
 * The spot on the border of its container that is nearest to the wish, for a box that sits astride
 * it; corners are kept free.
 */
export function onBorder(container: Size, size: Size, wish: Point): Point {
  const x = clamp(wish.x, container.width - size.width)
  const y = clamp(wish.y, container.height - size.height)
  const middle = { x: wish.x + size.width / 2, y: wish.y + size.height / 2 }
  const sides = [
    { away: Math.abs(middle.y), at: { x, y: -size.height / 2 } },
    { away: Math.abs(container.width - middle.x), at: { x: container.width - size.width / 2, y } },
    {
      away: Math.abs(container.height - middle.y),
      at: { x, y: container.height - size.height / 2 },
    },
    { away: Math.abs(middle.x), at: { x: -size.width / 2, y } },
  ]
  return sides.reduce((best, side) => (side.away < best.away ? side : best)).at
}

/** Where a resource is drawn within its container; null for what has no box of its own. */
export function boxOf(document: Document, resource: Resource): Rect | null {
  const box = document.layout[resource.id]
  const size = sizeOf(resource, box)
  if (!box || !size) return null
  const parentId = parentOf(resource, designOf(document))
  const parent = parentId && document.resources[parentId]
  const container = parent && sizeOf(parent, document.layout[parentId])
  const astride = container && definitionOf(resource).look.shape === 'edge'
  return { ...(astride ? onBorder(container, size, box) : { x: box.x, y: box.y }), ...size }
}

const known = new WeakMap<Document, ReadonlyMap<Id, Rect>>()

/** Where every resource that is drawn as a box lies on the canvas, containers before what they hold. */
export function rectsOf(document: Document): ReadonlyMap<Id, Rect> {
  const before = known.get(document)
  if (before) return before
  const design = designOf(document)
  const rects = new Map<Id, Rect>()
  for (const resource of inContainmentOrder(document)) {
    const box = isHidden(document, resource.id) ? null : boxOf(document, resource)
    if (!box) continue
    const parentId = parentOf(resource, design)
    const origin = (parentId && rects.get(parentId)) || { x: 0, y: 0 }
    rects.set(resource.id, { ...box, x: origin.x + box.x, y: origin.y + box.y })
  }
  known.set(document, rects)
  return rects
}

const holdings = new WeakMap<Document['resources'], ReadonlyMap<Id | null, readonly Resource[]>>()

/** What each container holds, and under null what lies on the canvas itself. */
function heldIn(document: Document): ReadonlyMap<Id | null, readonly Resource[]> {
  const before = holdings.get(document.resources)
  if (before) return before
  const design = designOf(document)
  const heldBy = new Map<Id | null, Resource[]>()
  for (const resource of Object.values(document.resources)) {
    const parentId = parentOf(resource, design)
    const siblings = heldBy.get(parentId)
    if (siblings) siblings.push(resource)
    else heldBy.set(parentId, [resource])
  }
  holdings.set(document.resources, heldBy)
  return heldBy
}

/** What is drawn in this container, chips included. Cheap: worked out once per document. */
export function heldBy(document: Document, id: Id): readonly Resource[] {
  return heldIn(document).get(id) ?? []
}

/** What is drawn in this container, or on the canvas itself; nothing in a collapsed one. */
export function drawnIn(document: Document, id: Id | null): readonly Resource[] {
  return id !== null && document.layout[id]?.collapsed ? [] : (heldIn(document).get(id) ?? [])
}

/** How much a container holds, to the last route table. */
export function countIn(document: Document, id: Id): number {
  return heldBy(document, id).reduce((sum, it) => sum + 1 + countIn(document, it.id), 0)
}

const orders = new WeakMap<Document['resources'], readonly Resource[]>()

/**
 * All resources, each container right before what it holds, depth first. What lies across several
 * containers comes after them, so that it is drawn over them.
 */
export function inContainmentOrder(document: Document): readonly Resource[] {
  const before = orders.get(document.resources)
  if (before) return before
  const held = heldIn(document)
  const walk = (parentId: Id | null): readonly Resource[] =>
    containersFirst(held.get(parentId) ?? []).flatMap((resource) => [
      resource,
      ...walk(resource.id),
    ])
  const order = walk(null)
  orders.set(document.resources, order)
  return order
}

const isContainer = (it: Resource) => definitionOf(it).look.shape === 'container'

function containersFirst(siblings: readonly Resource[]): readonly Resource[] {
  return [...siblings.filter(isContainer), ...siblings.filter((it) => !isContainer(it))]
}

export const touches = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Does a box that is being dragged still lie on the container it comes from? */
export function touchesHome(document: Document, it: Resource, at: Point): boolean {
  const home = parentOf(it, designOf(document))
  const container = home && rectsOf(document).get(home)
  const size = sizeOf(it, document.layout[it.id])
  return container && size ? touches({ ...at, ...size }, { ...container, x: 0, y: 0 }) : false
}

/** What lies under this point, the innermost first, without these and what they hold. */
export function under(
  document: Document,
  point: Point,
  without: ReadonlySet<Id> = new Set(),
): readonly Resource[] {
  const design = designOf(document)
  const isLeftOut = (it: Resource): boolean => {
    if (without.has(it.id)) return true
    const parentId = parentOf(it, design)
    const parent = parentId && design.get(parentId)
    return parent ? isLeftOut(parent) : false
  }
  const found: Resource[] = []
  // a drag asks with every move: few of thousands lie there
  for (const [id, rect] of rectsOf(document)) {
    const resource = holds(rect, point) ? design.get(id) : null
    if (resource && !isLeftOut(resource)) found.unshift(resource)
  }
  return found
}
