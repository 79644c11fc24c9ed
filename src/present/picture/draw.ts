import type { IconName } from '../../kinds/contract'
import type { Drawing, DrawnBox, DrawnChip, DrawnLink, DrawnWay } from './drawing'
import { encoded, namespace } from './embedded'
import type { Paints } from './paints'
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

const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
const mono = "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace"

/** The whole picture: an SVG of plain shapes and texts that any viewer draws. */
export function draw(drawing: Drawing, means: Means): Shape {
  const { x, y, width, height } = drawing.bounds
  const { paints, design, title } = means
  return shape('svg', { viewBox: `${x} ${y} ${width} ${height}`, width, height }, [
    shape('title', {}, [title]),
    ...(design === null
      ? []
      : [shape('metadata', {}, [shape('design', { xmlns: namespace }, [encoded(design)])])]),
    shape('rect', { x, y, width, height, fill: paints.ground }),
    shape('g', { 'font-family': font, 'font-size': 12.5, fill: paints.ink }, [
      ...drawing.boxes.flatMap((box) => boxShapes(box, means)),
      ...drawing.links.flatMap((link) => linkLine(link, means)),
      ...drawing.ways.flatMap((way) => wayShapes(way, means)),
      ...drawing.links.flatMap((link) => linkLabel(link, means)),
    ]),
  ])
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

function words(
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

function icon(
  name: IconName,
  x: number,
  y: number,
  size: number,
  { icons }: Means,
): readonly Shape[] {
  const href = icons[name]
  return href === undefined ? [] : [shape('image', { x, y, width: size, height: size, href })]
}

function boxShapes(box: DrawnBox, means: Means): readonly Shape[] {
  if (box.shape === 'container') return containerShapes(box, means)
  if (box.shape === 'edge') return gateShapes(box, means)
  const { x, y, width, height } = box
  const { paints } = means
  const isPlace = box.shape === 'place'
  return [
    shape('rect', {
      x,
      y,
      width,
      height,
      rx: isPlace ? 28 : 6,
      fill: paints.paper,
      stroke: isPlace ? paints.strong : paints.line,
      ...(isPlace && { 'stroke-dasharray': '4 3' }),
    }),
    ...icon(box.icon, x + 8, y + (height - 32) / 2, 32, means),
    ...cardWords(box, means),
  ]
}

/** The name over its captions, a line each. */
function cardWords({ x, y, width, height, name, captions, badge }: DrawnBox, means: Means) {
  const lines = [...(badge === null ? [] : [badge]), ...captions].slice(0, 2)
  const left = x + 49
  const room = width - 57
  const top = y + height / 2 + 4 - (lines.length * 14) / 2
  return [
    words(name, left, top, room, { size: 12.5, weight: 600 }, means),
    ...lines.map((line, index) =>
      words(line, left, top + (index + 1) * 14, room, { size: 11, fill: means.paints.soft }, means),
    ),
  ]
}

/** Name, captions below it, and what does not fit there in the right corner. */
function headWords(box: DrawnBox, indent: number, means: Means): readonly Shape[] {
  const { name, captions, badge, outermost } = box
  const { soft } = means.paints
  const [left, top] = [box.x + indent, box.y + (outermost ? 18 : 16)]
  const room = box.width - indent - 10
  const below = outermost ? captions : captions.slice(0, 2)
  const aside = captions.slice(below.length).join(' · ')
  const asideWidth = aside === '' ? 0 : means.measure(aside, `400 11px ${font}`) + 10
  const title = badge === null ? name : `${name} (${badge})`
  const size = outermost ? 14 : 13
  return [
    words(title, left, top, room - asideWidth, { size, weight: 600 }, means),
    words(below.join(' · '), left, top + 16, room, { size: 11.5, fill: soft }, means),
    ...(aside === ''
      ? []
      : [
          words(
            aside,
            left + room - asideWidth + 10,
            top,
            asideWidth,
            { size: 11, fill: soft },
            means,
          ),
        ]),
  ]
}

function containerShapes(box: DrawnBox, means: Means): readonly Shape[] {
  const { x, y, width, height, outermost, chips, tint } = box
  const { paints } = means
  const stroke = paints.tints[tint]
  const frame = { x, y, width, height, rx: 3 }
  const size = outermost ? 32 : 24
  return [
    shape('rect', { ...frame, fill: paints.paper }),
    shape('rect', {
      ...frame,
      fill: stroke,
      'fill-opacity': outermost ? paints.fill / 3 : paints.fill,
      stroke,
      'stroke-width': outermost ? 2 : 1.5,
    }),
    ...icon(box.icon, x, y, size, means),
    ...headWords(box, size + 8, means),
    ...chips.flatMap((chip) => chipShapes(chip, means)),
  ]
}

function chipShapes(
  { x, y, width, height, name, icon: sign }: DrawnChip,
  means: Means,
): readonly Shape[] {
  const { paints } = means
  return [
    shape('rect', { x, y, width, height, rx: 5, fill: paints.paper, stroke: paints.line }),
    ...icon(sign, x + 5, y + 4, 16, means),
    words(name, x + 26, y + 16, width - 32, { size: 11.5 }, means),
  ]
}

function gateShapes(box: DrawnBox, means: Means): readonly Shape[] {
  const { x, y, width, height, name, badge } = box
  const { paints } = means
  const radius = width / 2
  const label = badge === null ? name : `${name} (${badge})`
  return [
    shape('circle', {
      cx: x + radius,
      cy: y + height / 2,
      r: radius,
      fill: paints.paper,
      stroke: paints.line,
    }),
    ...icon(box.icon, x + (width - 32) / 2, y + (height - 32) / 2, 32, means),
    words(label, x + width + 6, y + 13, 220, { size: 11.5, weight: 600 }, means),
  ]
}

const patterns = { up: '', waiting: '8 5', down: '2 5' } as const

function linkPaint({ pattern }: DrawnLink, { paints }: Means): string {
  return pattern === 'down' ? paints.danger : paints.tints.network
}

function linkLine(link: DrawnLink, means: Means): readonly Shape[] {
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

function linkLabel(link: DrawnLink, means: Means): readonly Shape[] {
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

/** The request is a full line with a filled head, the reply a broken one with an open head. */
function wayShapes({ leg, paths, drop }: DrawnWay, means: Means): readonly Shape[] {
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

function dropShapes({ at: { x, y }, code }: NonNullable<DrawnWay['drop']>, means: Means) {
  const { paints, measure } = means
  const size = 11
  const label = code ?? 'dropped'
  const width = measure(label, `600 ${size}px ${mono}`) + 12
  return [
    shape('circle', { cx: x, cy: y, r: 10, fill: paints.danger }),
    shape('path', {
      d: `M${x - 4} ${y - 4} L${x + 4} ${y + 4} M${x + 4} ${y - 4} L${x - 4} ${y + 4}`,
      stroke: paints.paper,
      'stroke-width': 2,
      'stroke-linecap': 'round',
    }),
    shape('rect', {
      x: x + 14,
      y: y - 9,
      width,
      height: 18,
      rx: 4,
      fill: paints.paper,
      stroke: paints.danger,
    }),
    words(
      label,
      x + 20,
      y + 4,
      width,
      { size, weight: 600, fill: paints.danger, mono: true },
      means,
    ),
  ]
}
