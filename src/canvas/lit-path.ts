import type { Hop, Leg, Verdict } from '../engine/answer'
import type { Code } from '../kinds/codes'
import type { Id } from '../kinds/resource'
import type { Detail } from './detail'
import { dropLabel, type DropLabel } from './drop-label'
import type { Point, Rect } from './rects'
import { beside, reversed, type Line } from './route'
import { clearWay } from './way'

/** What the lit path needs to know about the drawing. */
export interface Scene {
  /** Where a card or gateway lies; null for containers, which the line runs through. */
  readonly cardRect: (id: Id) => Rect | null
  readonly containerRect: (id: Id) => Rect | null
  /** The line of a link, from its first end to its second. */
  readonly linkLine: (id: Id) => Line | null
  /** The cards that a link joins, in the order of its line; null for an end that is none. */
  readonly linkCards: (id: Id) => readonly [Rect | null, Rect | null]
  /** What the path leaves legible where it can. */
  readonly avoid: readonly Rect[]
  readonly detail: Detail
  /** How many units of the drawing make one of the screen that it is seen on. */
  readonly unit: number
}

/** Where the packet is dropped, and the code of the reason. */
export interface Drop {
  readonly at: Point
  readonly code: Code | null
  /** Is the packet dropped here for certain? Else nobody knows what becomes of it. */
  readonly isKnown: boolean
  /** Where the code stands: on the canvas, while presenting and in pictures alike. */
  readonly label: DropLabel | null
}

export interface LitLeg {
  readonly lines: readonly Line[]
  readonly drop: Drop | null
}

/** Half the distance between the packet's way and the reply's way. */
export const laneOffset = 5

/** Hops until the first blocker: what really happens to the packet. */
export function realHops(leg: Leg | null): readonly Hop[] {
  return (leg?.hops ?? []).filter((hop) => !hop.hypothetical)
}

/** The lines that one direction of a conversation draws on the canvas. */
export function litLeg(leg: Leg | null, scene: Scene, verdict: Verdict): LitLeg {
  const hops = realHops(leg)
  const last = hops.at(-1)
  const dropping = last?.decision === 'drops' ? last : null
  const lines: Line[] = []
  let here: Rect | null = null
  let at: Id | null = null
  for (const hop of hops) {
    if (hop.at === at) continue
    at = hop.at
    const link = scene.linkLine(hop.at)
    if (link) {
      const way: Line = here ? nearEndFirst(link, here) : link
      const cards = scene.linkCards(hop.at)
      const [near, far]: typeof cards = way === link ? cards : [cards[1], cards[0]]
      // what a link ends at lies on the way though it decides nothing: a customer gateway
      const gate: Rect = near ?? dot(way[0])
      if (here && !same(here, gate) && !borders(here, way[0])) lines.push(wayTo(here, gate, scene))
      here = dot(way[0])
      // a link that drops refuses at its near end; its label stays legible
      if (hop === dropping) break
      lines.push(way)
      here = far ?? dot(way.at(-1) ?? way[0])
      continue
    }
    const card = scene.cardRect(hop.at)
    const container = hop === dropping ? scene.containerRect(hop.at) : null
    const target = card ?? (container && gateOf(container))
    // several hops in one collapsed container are no way at all
    if (!target || (here && same(here, target))) continue
    if (here && !borders(target, here)) lines.push(wayTo(here, target, scene))
    here = target
  }
  const shifted = lines.map((line) => beside(line, laneOffset * scene.unit))
  if (!dropping) return { lines: shifted, drop: null }
  const end = shifted.at(-1)?.at(-1) ?? (here && { x: here.x + here.width, y: here.y })
  if (!end) return { lines: shifted, drop: null }
  const { code } = dropping
  const { avoid, detail, unit } = scene
  const label = code === null ? null : dropLabel(end, code, { avoid, lines: shifted, detail, unit })
  return { lines: shifted, drop: { at: end, code, isKnown: verdict !== 'not-modelled', label } }
}

const same = (a: Rect, b: Rect) =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

/** Does a line that starts at this point start at the box already? */
function borders(box: Rect, at: Point & Partial<Rect>): boolean {
  if ((at.width ?? 0) > 0 || box.width === 0) return false
  return at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height
}

/** The way between two nodes, which are themselves no obstacles. */
function wayTo(from: Rect, to: Rect, { avoid }: Scene): Line {
  return clearWay(
    from,
    to,
    avoid.filter((it) => !same(it, from) && !same(it, to)),
  )
}

const dot = ({ x, y }: Point): Rect => ({ x, y, width: 0, height: 0 })

/** A container that drops has no card to end at: its upper right corner stands for it. */
function gateOf({ x, y, width }: Rect): Rect {
  return { x: x + width - 44, y: y + 20, width: 8, height: 8 }
}

function nearEndFirst(line: Line, from: Rect): Line {
  const distance = ({ x, y }: Point) =>
    Math.hypot(x - (from.x + from.width / 2), y - (from.y + from.height / 2))
  const far = line.at(-1) ?? line[0]
  return distance(line[0]) <= distance(far) ? line : reversed(line)
}
