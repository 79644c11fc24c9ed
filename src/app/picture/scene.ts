import { associationLine, associationsOf, surroundingsOf } from '../../canvas/association-lines'
import { captionLines } from '../../canvas/caption-lines'
import { chipsIn, chipWidth, fitting } from '../../canvas/chips'
import { endsOf, lanesOf } from '../../canvas/edges'
import { linkStateOf, restOf } from '../../canvas/LinkEdge'
import { litLeg } from '../../canvas/lit-path'
import { sceneOf } from '../../canvas/PathOverlay'
import { framesAround } from '../../canvas/frame'
import { heldWords } from '../../canvas/labels'
import { countIn, inContainmentOrder, rectsOf, type Rect } from '../../canvas/rects'
import { labelSpotOf, pathOf, routeBetween } from '../../canvas/route'
import { definitionOf } from '../../kinds/catalogue'
import type { Id, Resource } from '../../kinds/resource'
import { shownAs } from '../../model/collapse'
import { parentOf } from '../../model/containment'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import type {
  DrawnAssociation,
  Drawing,
  DrawnBox,
  DrawnChip,
  DrawnGroup,
  DrawnLink,
  DrawnWay,
  Frame,
} from '../../present/picture/drawing'
import type { DesignerState } from '../../store/designer'
import { font, textWidth } from '../../ui/text-width'

/** Room around a picture. */
const margin = 32

type Source = Pick<DesignerState, 'document' | 'analysis'>

/**
 * What the canvas shows, as a drawing: `only` keeps these resources and what they hold, and the
 * links between them.
 */
export function drawingOf(
  state: DesignerState,
  { only, path }: { readonly only: readonly Id[] | null; readonly path: boolean },
): Drawing {
  const { document } = state
  const shown = only === null ? null : withContents(document, only)
  const includes = (id: Id) => shown === null || shown.has(id)
  const rects = rectsOf(document)
  const boxes = inContainmentOrder(document).flatMap((it) => {
    const rect = rects.get(it.id)
    return rect && includes(it.id) ? (boxOf(state, it, rect) ?? []) : []
  })
  const links = linksIn(document, rects, includes)
  const associations = associationsIn(document, rects, includes)
  const ways = path ? waysIn(state, rects) : []
  const groups = groupsIn(document, rects, includes)
  return { bounds: boundsOf(boxes, ways, groups), boxes, links, associations, ways, groups }
}

function withContents(document: Document, ids: readonly Id[]): ReadonlySet<Id> {
  const design = designOf(document)
  const shown = new Set<Id>(ids)
  for (const it of inContainmentOrder(document)) {
    const parentId = parentOf(it, design)
    if (parentId && shown.has(parentId)) shown.add(it.id)
  }
  return shown
}

function boxOf(state: DesignerState, it: Resource, rect: Rect): DrawnBox | null {
  const design = designOf(state.document)
  const { look, placement } = definitionOf(it)
  if (look.shape === 'chip' || look.shape === 'link') return null
  const captions = look.captions(it, design)
  const collapsed = state.document.layout[it.id]?.collapsed ?? false
  return {
    ...rect,
    shape: look.shape,
    name: it.name,
    captions: collapsed
      ? [captionLines(captions).addresses.join('  '), heldWords(countIn(state.document, it.id))]
      : look.shape === 'container'
        ? linesOf(captions)
        : captions,
    badge: look.badge(it, design),
    icon: look.icon(it, design),
    tint: look.tint(it, design),
    outermost: placement.type === 'canvas',
    chips: look.shape === 'container' ? chipsOf(state, it.id, rect) : [],
  }
}

/** What stands under the name of a container, line by line. */
function linesOf(captions: readonly string[]): readonly string[] {
  const { addresses, words } = captionLines(captions)
  return [addresses.join('  '), words.join(' · ')].filter((line) => line !== '')
}

/** Sizes of the foot, as the canvas's style sheet draws it. */
const foot = { side: 16, bottom: 8, height: 24, gap: 6, rowGap: 4, rows: 2 } as const

/** Chips in rows from the lower edge up, as many as fit. */
function chipsOf(state: DesignerState, id: Id, rect: Rect): readonly DrawnChip[] {
  const design = designOf(state.document)
  const chips = chipsIn(id)(state)
  const badgeOf = (it: Resource) => definitionOf(it).look.badge(it, design)
  const widths = chips.map((it) => chipWidth(it.name, badgeOf(it)))
  const room = rect.width - 2 * foot.side
  const placed: DrawnChip[] = []
  let [x, row] = [0, 0]
  chips.slice(0, fitting(widths, room, foot.rows)).forEach((it, index) => {
    const width = widths[index] ?? 0
    if (x > 0 && x + width > room) [x, row] = [0, row + 1]
    placed.push({
      x: rect.x + foot.side + x,
      y: rect.y + rect.height - foot.bottom - foot.height - row * (foot.height + foot.rowGap),
      width,
      height: foot.height,
      name: it.name,
      badge: badgeOf(it),
      icon: definitionOf(it).look.icon(it, design),
    })
    x += width + foot.gap
  })
  return placed
}

function linksIn(
  document: Document,
  rects: ReadonlyMap<Id, Rect>,
  includes: (id: Id) => boolean,
): readonly DrawnLink[] {
  const design = designOf(document)
  return [...lanesOf(document)].flatMap(([id, lane]) => {
    const it = document.resources[id]
    const ends = it && endsOf(it)
    const [from, to] = ends ? [rects.get(ends[0]), rects.get(ends[1])] : []
    if (!it || !ends || !from || !to || !includes(ends[0]) || !includes(ends[1])) return []
    const badge = definitionOf(it).look.badge(it, design)
    const line = routeBetween(from, to, lane)
    const link: DrawnLink = {
      path: pathOf(line),
      name: it.name,
      state: badge ?? restOf(it),
      pattern: linkStateOf(badge),
      at: labelSpotOf(line, lane),
    }
    return [link]
  })
}

function associationsIn(
  document: Document,
  rects: ReadonlyMap<Id, Rect>,
  includes: (id: Id) => boolean,
): readonly DrawnAssociation[] {
  const around = surroundingsOf(document)
  return associationsOf(document).flatMap(([cardId, containerId]) => {
    const [card, container] = [rects.get(cardId), rects.get(containerId)]
    if (!card || !container || !includes(cardId) || !includes(containerId)) return []
    const line = associationLine(card, container, around)
    return line ? [{ path: pathOf(line), end: line.at(-1) ?? line[0] }] : []
  })
}

function waysIn({ document, analysis }: Source, rects: ReadonlyMap<Id, Rect>): readonly DrawnWay[] {
  const trace = analysis?.trace
  if (!trace) return []
  const scene = { ...sceneOf(document, rects, 'near'), unit: 1 }
  return (['request', 'reply'] as const).map((leg) => {
    const { lines, drop } = litLeg(trace[leg], scene, trace.verdict)
    return { leg, paths: lines.map((line) => pathOf(line)), drop }
  })
}

/** The frames round those members of each group that are in the picture. */
function groupsIn(
  document: Document,
  rects: ReadonlyMap<Id, Rect>,
  includes: (id: Id) => boolean,
): readonly DrawnGroup[] {
  const groups = document.groups ?? {}
  const frames = framesAround(groups, ({ members }) =>
    members
      .filter((id) => Object.hasOwn(document.resources, id) && includes(id))
      .flatMap((id) => rects.get(shownAs(document, id)) ?? []),
  )
  return Object.entries(groups).flatMap(([key, { name }]) => {
    const frame = frames.get(key)
    return frame ? [{ ...frame, name }] : []
  })
}

function boundsOf(
  boxes: readonly DrawnBox[],
  ways: readonly DrawnWay[],
  groups: readonly DrawnGroup[],
): Frame {
  const codes = ways.flatMap(({ drop }) => drop?.label ?? [])
  // the name of a gateway stands to its right
  const names = boxes
    .filter(({ shape }) => shape === 'edge')
    .map(({ x, y, width, height, name }) => {
      const words = textWidth(name, `600 11.5px ${font}`)
      return { x, y, width: width + 6 + words, height }
    })
  // its name stands on the upper side of a frame
  const tabs = groups.map((it) => ({ ...it, y: it.y - 20, height: it.height + 20 }))
  const frames = [...boxes, ...names, ...codes, ...tabs]
  if (frames.length === 0) return { x: 0, y: 0, width: 640, height: 360 }
  const x = Math.min(...frames.map((it) => it.x)) - margin
  const y = Math.min(...frames.map((it) => it.y)) - margin
  const right = Math.max(...frames.map((it) => it.x + it.width)) + margin
  const bottom = Math.max(...frames.map((it) => it.y + it.height)) + margin
  return { x, y, width: right - x, height: bottom - y }
}
