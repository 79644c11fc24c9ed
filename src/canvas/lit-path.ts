import type { Hop, Leg } from '../engine/answer'
import type { Code } from '../engine/codes'
import type { Id } from '../kinds/resource'
import type { Point, Rect } from './rects'
import { beside, reversed, routeBetween, type Line } from './route'

/** What the lit path needs to know about the drawing. */
export interface Scene {
  /** Where a card or gateway lies; null for containers, which the line runs through. */
  readonly cardRect: (id: Id) => Rect | null
  readonly containerRect: (id: Id) => Rect | null
  /** The line of a link, from its first end to its second. */
  readonly linkLine: (id: Id) => Line | null
}

/** Where the packet is dropped, and the code of the reason. */
export interface Drop {
  readonly at: Point
  readonly code: Code | null
  /** Where the code has room: below, but beside where the line or the node itself lies below. */
  readonly room: 'below' | 'beside'
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
export function litLeg(leg: Leg | null, scene: Scene): LitLeg {
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
      if (here) lines.push(routeBetween(here, dot(way[0])))
      here = dot(way[0])
      // a link that drops refuses at its near end; its label stays legible
      if (hop === dropping) break
      lines.push(way)
      here = dot(way.at(-1) ?? way[0])
      continue
    }
    const card = scene.cardRect(hop.at)
    const container = hop === dropping ? scene.containerRect(hop.at) : null
    const target = card ?? (container && gateOf(container))
    if (!target) continue
    if (here) lines.push(routeBetween(here, target))
    here = target
  }
  const shifted = lines.map((line) => beside(line, laneOffset))
  if (!dropping) return { lines: shifted, drop: null }
  const end = shifted.at(-1)?.at(-1) ?? (here && { x: here.x + here.width, y: here.y })
  if (!end) return { lines: shifted, drop: null }
  const atNode = scene.cardRect(dropping.at) !== null
  const room = atNode && fromBelow(shifted.at(-1)) ? 'beside' : 'below'
  return { lines: shifted, drop: { at: end, code: dropping.code, room } }
}

/** Does the line end upwards? So does none at all: its packet never left the node below. */
function fromBelow(line: Line | undefined): boolean {
  const [before, end] = line?.slice(-2) ?? []
  return !before || !end || (before.x === end.x && before.y > end.y)
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
