import { definitionOf } from '../kinds/catalogue'
import type { Id } from '../kinds/resource'
import { marginsOf, sizeOf } from '../model/layout'
import type { DesignerState } from '../store/designer'
import { heldBy } from './rects'

/** The smallest a container may be drawn, in canvas units, whatever it holds. */
const leastWidth = 160
const leastHeight = 80

/** Width and height below which a container would cut off what it holds. */
export const minimumSize =
  (id: Id) =>
  ({ document }: DesignerState): readonly [number, number] => {
    const container = document.resources[id]
    if (!container) return [leastWidth, leastHeight]
    const margins = marginsOf(container)
    let [width, height] = [leastWidth, leastHeight]
    for (const child of heldBy(document, id)) {
      const box = document.layout[child.id]
      const size = sizeOf(child, box)
      if (!box || !size || definitionOf(child).look.shape === 'edge') continue
      width = Math.max(width, box.x + size.width + margins.side)
      height = Math.max(height, box.y + size.height + margins.bottom)
    }
    return [width, height]
  }
