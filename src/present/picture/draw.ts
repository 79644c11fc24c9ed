import type { Drawing, DrawnBox, DrawnChip } from './drawing'
import { encoded, namespace } from './embedded'
import { groupShapes } from './group'
import { associationShapes, linkLabel, linkLine, wayShapes } from './lines'
import { font } from '../../ui/text-width'
import { icon, words, type Means } from './pen'
import { shape, type Shape } from './shape'

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
      ...drawing.groups.flatMap((group) => groupShapes(group, means)),
      ...drawing.associations.flatMap((it) => associationShapes(it, means)),
      ...drawing.links.flatMap((link) => linkLine(link, means)),
      ...drawing.ways.flatMap((way) => wayShapes(way, means)),
      ...drawing.links.flatMap((link) => linkLabel(link, means)),
    ]),
  ])
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

/** The name and the lines of captions below it. */
function headWords(box: DrawnBox, indent: number, means: Means): readonly Shape[] {
  const { name, captions, badge, outermost } = box
  const { soft } = means.paints
  const [left, top] = [box.x + indent, box.y + (outermost ? 18 : 16)]
  const room = box.width - indent - 10
  const title = badge === null ? name : `${name} (${badge})`
  const size = outermost ? 14 : 13
  return [
    words(title, left, top, room, { size, weight: 600 }, means),
    ...captions.map((line, index) =>
      words(line, left, top + 15 * (index + 1), room, { size: 11.5, fill: soft }, means),
    ),
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

function chipShapes(chip: DrawnChip, means: Means): readonly Shape[] {
  const { x, y, width, height, name, badge } = chip
  const { paints, measure } = means
  const room = badge === null ? 0 : measure(badge, `400 10.5px ${font}`) + 5
  return [
    shape('rect', { x, y, width, height, rx: 5, fill: paints.paper, stroke: paints.line }),
    ...icon(chip.icon, x + 5, y + 4, 16, means),
    words(name, x + 26, y + 16, width - 32 - room, { size: 11.5 }, means),
    ...(badge === null
      ? []
      : [
          words(
            badge,
            x + width - 8 - room + 5,
            y + 16,
            room,
            { size: 10.5, fill: paints.soft },
            means,
          ),
        ]),
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
