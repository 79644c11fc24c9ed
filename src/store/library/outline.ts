import { definitionOf } from '../../kinds/catalogue'
import type { Tint } from '../../kinds/contract'
import type { Resource } from '../../kinds/resource'
import { isHidden } from '../../model/collapse'
import { parentOf } from '../../model/containment'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import { sizeOf } from '../../model/layout'

/** A box of the drawing, measured from the top left corner of the canvas. */
export interface OutlineBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly tint: Tint
  readonly container: boolean
}

export type Outline = readonly OutlineBox[]

/** More boxes than this are not told apart in a thumbnail. */
const limit = 160

/** The drawing as bare boxes, containers before what they hold: enough for a thumbnail. */
export function outlineOf(document: Document): Outline {
  const design = designOf(document)
  const cornerOf = (resource: Resource): { x: number; y: number } => {
    const box = document.layout[resource.id] ?? { x: 0, y: 0 }
    const parentId = parentOf(resource, design)
    const parent = parentId && design.get(parentId)
    if (!parent) return box
    const corner = cornerOf(parent)
    return { x: corner.x + box.x, y: corner.y + box.y }
  }
  const boxes = Object.values(document.resources).flatMap((resource: Resource) => {
    const box = document.layout[resource.id]
    const size = sizeOf(resource, box)
    if (!box || !size || isHidden(document, resource.id)) return []
    const { look } = definitionOf(resource)
    const tint = look.tint(resource, design)
    return [{ ...cornerOf(resource), ...size, tint, container: look.shape === 'container' }]
  })
  return boxes.sort((a, b) => b.width * b.height - a.width * a.height).slice(0, limit)
}
