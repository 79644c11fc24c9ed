import type { Id } from '../kinds/resource'
import type { Group } from '../model/document'
import type { Rect } from './rects'

/** Air between a group's frame and what it frames; the label stands on the upper side. */
const air = 16

/** The frame round these; null round nothing. */
export function frameAround(rects: readonly Rect[], room = air): Rect | null {
  if (rects.length === 0) return null
  const x = Math.min(...rects.map((it) => it.x)) - room
  const y = Math.min(...rects.map((it) => it.y)) - room
  const right = Math.max(...rects.map((it) => it.x + it.width)) + room
  const bottom = Math.max(...rects.map((it) => it.y + it.height)) + room
  return { x, y, width: right - x, height: bottom - y }
}

/** Does the outer one hold all of the inner one? */
export const holds = (outer: Rect, inner: Rect): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height

/** What a frame inside another one keeps free for its label. */
const label = 28

/**
 * Where the frame of each group lies, by its key; a frame whose members another one has too lies
 * within that. `rectsFor` gives where the members of a group are drawn.
 */
export function framesAround(
  groups: Readonly<Record<string, Group>>,
  rectsFor: (group: Group) => readonly Rect[],
): ReadonlyMap<string, Rect> {
  const frames = new Map<string, Rect>()
  const fewFirst = Object.entries(groups).toSorted(
    ([, a], [, b]) => a.members.length - b.members.length,
  )
  const done: { readonly members: ReadonlySet<Id>; readonly size: number; readonly rect: Rect }[] =
    []
  for (const [key, group] of fewFirst) {
    const members = new Set(group.members)
    const within = done
      .filter((it) => it.size < members.size && [...it.members].every((id) => members.has(id)))
      .map(({ rect }) => ({ ...rect, y: rect.y - label, height: rect.height + label }))
    const rect = frameAround([...rectsFor(group), ...within], within.length > 0 ? 8 : air)
    if (!rect) continue
    frames.set(key, rect)
    done.push({ members, size: members.size, rect })
  }
  return frames
}
