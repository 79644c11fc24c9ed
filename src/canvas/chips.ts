import { definitionOf, kinds } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import type { DesignerState } from '../store/designer'
import { font, textWidth } from '../ui/text-width'
import { heldBy } from './rects'

/** The chips in a container's foot, kinds in the order of the palette. */
export const chipsIn =
  (id: Id) =>
  ({ document }: DesignerState): readonly Resource[] =>
    heldBy(document, id)
      .filter((it) => definitionOf(it).look.shape === 'chip')
      .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))

/** Widths in canvas units, as the style sheet draws them. */
const frame = 37
const widest = 204
const badgeGap = 5
const gap = 6
const moreWidth = 40

/** The type of a chip's name and of the word behind it; the name is larger from further away. */
const faces = { near: [11.5, 10.5], middle: [13.5, 10.5] } as const

export function chipWidth(
  name: string,
  badge: string | null,
  detail: 'near' | 'middle' = 'near',
): number {
  const [size, small] = faces[detail]
  const words =
    textWidth(name, `${size}px ${font}`) +
    (badge ? badgeGap + textWidth(badge, `${small}px ${font}`) : 0)
  return Math.min(widest, Math.ceil(words + frame))
}

/**
 * How many chips of these widths fit into so many rows, leaving room for "+n" when not all do?
 * @example fitting([50, 50, 50], 120, 1) // 1: two fit, but then "+1" would not
 */
export function fitting(widths: readonly number[], available: number, rows: number): number {
  const count = (reserve: number) => {
    let [row, used, shown] = [1, 0, 0]
    for (const width of widths) {
      const start = used === 0 ? 0 : used + gap
      const room = row === rows ? available - reserve : available
      if (start + width <= room || (start === 0 && reserve === 0)) used = start + width
      else if (row < rows) {
        row += 1
        if (row === rows && width > available - reserve) return shown
        used = width
      } else return shown
      shown += 1
    }
    return shown
  }
  return count(0) === widths.length ? widths.length : count(moreWidth + gap)
}
