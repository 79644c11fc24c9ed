import type { DrawnAssociation, DrawnLink, DrawnWay } from './drawing'
import { font } from '../../ui/text-width'
import { words, type Means } from './pen'
import { shape, type Shape } from './shape'

const patterns = { up: '', waiting: '8 5', down: '2 5' } as const

function linkPaint({ pattern }: DrawnLink, { paints }: Means): string {
  return pattern === 'down' ? paints.danger : paints.tints.network
}

export function linkLine(link: DrawnLink, means: Means): readonly Shape[] {
  return [
    shape('path', {
      d: link.path,
      fill: 'none',
      stroke: linkPaint(link, means),
      'stroke-width': 2.5,
      ...(link.pattern !== 'up' && { 'stroke-dasharray': patterns[link.pattern] }),
    }),
  ]
}

export function linkLabel(link: DrawnLink, means: Means): readonly Shape[] {
  const { at, name, state } = link
  const { paints, measure } = means
  const widest = 190
  const text = Math.max(measure(name, `600 11.5px ${font}`), measure(state, `400 11.5px ${font}`))
  const width = Math.min(widest, Math.ceil(text) + 20)
  const [x, y] = [at.x - width / 2, at.y - 19]
  return [
    shape('rect', {
      x,
      y,
      width,
      height: 38,
      rx: 7,
      fill: paints.paper,
      stroke: linkPaint(link, means),
      'stroke-width': 1.5,
    }),
    words(name, x + 10, y + 16, width - 20, { size: 11.5, weight: 600 }, means),
    words(state, x + 10, y + 30, width - 20, { size: 11.5, fill: paints.soft }, means),
  ]
}

/** A quiet line that ends in a ring at the container. */
export function associationShapes({ path, end }: DrawnAssociation, means: Means): readonly Shape[] {
  const { strong, paper } = means.paints
  const pen = { stroke: strong, 'stroke-width': 1.25 }
  return [
    shape('path', { d: path, fill: 'none', ...pen }),
    shape('circle', { cx: end.x, cy: end.y, r: 3.5, fill: paper, ...pen }),
  ]
}

/** The request is a full line with a filled head, the reply a broken one with an open head. */
export function wayShapes({ leg, paths, drop }: DrawnWay, means: Means): readonly Shape[] {
  const { paints } = means
  const stroke = paints[leg]
  const id = `way-${leg}`
  const head =
    leg === 'request'
      ? shape('path', { d: 'M1 1 L11 6 L1 11 Z', fill: stroke })
      : shape('path', {
          d: 'M1.5 1.5 L10.5 6 L1.5 10.5',
          fill: paints.paper,
          stroke,
          'stroke-width': 2,
        })
  const marker = {
    id,
    viewBox: '0 0 12 12',
    refX: 11,
    refY: 6,
    markerWidth: 12,
    markerHeight: 12,
    markerUnits: 'userSpaceOnUse',
    orient: 'auto',
  }
  return [
    shape('defs', {}, [shape('marker', marker, [head])]),
    ...paths.flatMap((d) => [
      shape('path', { d, fill: 'none', stroke: paints.paper, 'stroke-width': 6, opacity: 0.85 }),
      shape('path', {
        d,
        fill: 'none',
        stroke,
        'stroke-width': 2.5,
        'marker-end': `url(#${id})`,
        ...(leg === 'reply' && { 'stroke-dasharray': '7 4' }),
      }),
    ]),
    ...(drop ? dropShapes(drop, means) : []),
  ]
}

/** The cross, or a question mark, and the code where the canvas puts it. */
function dropShapes(
  { at: { x, y }, code, isKnown, label }: NonNullable<DrawnWay['drop']>,
  means: Means,
) {
  const { paints } = means
  const fill = isKnown ? paints.danger : paints.unmodelled
  const mark = { size: 13, weight: 700, fill: paints.paper }
  const cross = [
    shape('circle', { cx: x, cy: y, r: 10, fill }),
    isKnown
      ? shape('path', {
          d: `M${x - 4} ${y - 4} L${x + 4} ${y + 4} M${x + 4} ${y - 4} L${x - 4} ${y + 4}`,
          stroke: paints.paper,
          'stroke-width': 2,
          'stroke-linecap': 'round',
        })
      : words('?', x - 4, y + 4.5, 12, mark, means),
  ]
  if (code === null || label === null) return cross
  const { width, height } = label
  return [
    ...cross,
    shape('rect', { ...label, rx: 4, fill: paints.paper, stroke: fill }),
    words(
      code,
      label.x + 7,
      label.y + height / 2 + 3.5,
      width - 8,
      { size: 10.5, weight: 600, fill, mono: true },
      means,
    ),
  ]
}
