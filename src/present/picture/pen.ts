import type { IconName } from '../../kinds/contract'
import type { Paints } from './paints'
import { font, mono } from '../../ui/text-width'
import { shape, type Shape } from './shape'

export interface Means {
  readonly paints: Paints
  /** Each icon as a `data:` address, so that the picture needs no other file. */
  readonly icons: Readonly<Partial<Record<IconName, string>>>
  /** Width of a text in canvas units. */
  readonly measure: (text: string, font: string) => number
  /** The design's file, to be carried along; null for a bare picture. */
  readonly design: string | null
  readonly title: string
}

/** The text as it fits, cut off with an ellipsis. */
function fitted(text: string, width: number, face: string, { measure }: Means): string {
  if (measure(text, face) <= width) return text
  const signs = Array.from(text)
  while (signs.length > 1 && measure(`${signs.join('')}…`, face) > width) signs.pop()
  return `${signs.join('')}…`
}

interface Style {
  readonly size: number
  readonly weight?: number
  readonly fill?: string
  readonly mono?: boolean
}

export function words(
  text: string,
  x: number,
  y: number,
  width: number,
  style: Style,
  means: Means,
): Shape {
  const { size, weight = 400, fill = means.paints.ink, mono: fixed = false } = style
  const face = `${weight} ${size}px ${fixed ? mono : font}`
  const more = {
    ...(fixed && { 'font-family': mono }),
    ...(weight !== 400 && { 'font-weight': weight }),
  }
  return shape('text', { x, y, 'font-size': size, fill, ...more }, [
    fitted(text, width, face, means),
  ])
}

export function icon(
  name: IconName,
  x: number,
  y: number,
  size: number,
  { icons }: Means,
): readonly Shape[] {
  const href = icons[name]
  return href === undefined ? [] : [shape('image', { x, y, width: size, height: size, href })]
}
