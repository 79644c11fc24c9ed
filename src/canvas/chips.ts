import { definitionOf, kinds } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import type { Design } from '../kinds/contract'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import type { DesignerState } from '../store/designer'
import { font, textWidth } from '../ui/text-width'
import { drawnIn, rectsOf, type Rect } from './rects'

/** The chips in a container's foot, kinds in the order of the palette. */
export const chipsIn =
  (id: Id) =>
  ({ document }: Pick<DesignerState, 'document'>): readonly Resource[] =>
    drawnIn(document, id)
      .filter((it) => definitionOf(it).look.shape === 'chip')
      .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))

/** Rows of chips that the foot of a container has room for. */
const rows = 2

/** The chips that fit into a foot of this width, those that do not, and how wide each is. */
export function chipRow(
  chips: readonly Resource[],
  design: Design,
  width: number,
): {
  readonly shown: readonly { readonly it: Resource; readonly width: number }[]
  readonly hidden: readonly Resource[]
} {
  // as wide as they ever get, so that zooming moves none
  const sized = chips.map((it) => ({
    it,
    width: chipWidth(it.name, definitionOf(it).look.badge(it, design), 'middle'),
  }))
  const count = fitting(
    sized.map((chip) => chip.width),
    width - 2 * side,
    rows,
  )
  return { shown: sized.slice(0, count), hidden: chips.slice(count) }
}

/** About where each chip of a container is drawn: close enough to find its neighbours. */
export function chipRects(document: Document, id: Id): readonly (readonly [Id, Rect])[] {
  const foot = rectsOf(document).get(id)
  if (!foot) return []
  const { shown } = chipRow(chipsIn(id)({ document }), designOf(document), foot.width)
  let [x, row] = [0, 0]
  return shown.map(({ it, width }) => {
    if (x > 0 && x + width > foot.width - 2 * side) [x, row] = [0, row + 1]
    const y = foot.y + foot.height - 32 - row * 28
    const rect = { x: foot.x + side + x, y, width, height: 24 }
    x += width + gap
    return [it.id, rect] as const
  })
}

/** Widths in canvas units, as the style sheet draws them. */
const frame = 37
const widest = 204
const badgeGap = 5
const gap = 6
const side = 16
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
