import type { DrawnGroup } from './drawing'
import { font } from '../../ui/text-width'
import { words, type Means } from './pen'
import { shape, type Shape } from './shape'

/** A dashed frame; its name stands on a tab at the right, as on the canvas. */
export function groupShapes(group: DrawnGroup, means: Means): readonly Shape[] {
  const { x, y, width, height, name } = group
  const { paints, measure } = means
  const room = width - 44
  const tab = Math.min(room, measure(name, `600 12px ${font}`)) + 16
  const left = x + width - 12 - tab
  return [
    shape('rect', {
      x,
      y,
      width,
      height,
      rx: 10,
      fill: 'none',
      stroke: paints.soft,
      'stroke-width': 1.5,
      'stroke-dasharray': '5 4',
    }),
    shape('rect', {
      x: left,
      y: y - 20,
      width: tab,
      height: 20,
      rx: 5,
      fill: paints.ground,
      stroke: paints.soft,
    }),
    words(name, left + 8, y - 6, room, { size: 12, weight: 600 }, means),
  ]
}
