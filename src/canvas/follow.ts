import type { Id } from '../kinds/resource'
import { shownAs } from '../model/collapse'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import { stepOf, type Direction } from './directions'
import { drawnEndsOf } from './edges'
import { centreOf, rectsOf, type Point } from './rects'

/** Why no link was followed. */
export type NotFollowed = 'no-link' | 'not-this-way'

/**
 * What lies at the other end of a link in this direction. From a link itself it is one of its ends;
 * from inside a container, the links of the container are followed.
 */
export function followed(document: Document, from: Id, direction: Direction): Id | NotFollowed {
  const rects = rectsOf(document)
  const design = designOf(document)
  const link = document.resources[from]
  const ends = link && drawnEndsOf(document, link)
  if (ends) {
    const [a, b] = [rects.get(ends[0]), rects.get(ends[1])]
    if (!a || !b) return 'no-link'
    const middle = {
      x: (centreOf(a).x + centreOf(b).x) / 2,
      y: (centreOf(a).y + centreOf(b).y) / 2,
    }
    return mostly(
      [
        { id: ends[0], at: centreOf(a) },
        { id: ends[1], at: centreOf(b) },
      ],
      middle,
      direction,
    )
  }
  for (let it = design.get(shownAs(document, from)); it;) {
    const start = it.id
    const rect = rects.get(start)
    const others = Object.values(document.resources).flatMap((resource) => {
      const [one, other] = drawnEndsOf(document, resource) ?? []
      const far = one === start ? other : other === start ? one : undefined
      const there = far && rects.get(far)
      return far && there ? [{ id: far, at: centreOf(there) }] : []
    })
    if (rect && others.length > 0) return mostly(others, centreOf(rect), direction)
    const home: Id | null = parentOf(it, design)
    it = home ? design.get(home) : undefined
  }
  return 'no-link'
}

/** The one that lies most in this direction, if any lies there at all. */
function mostly(
  targets: readonly { readonly id: Id; readonly at: Point }[],
  from: Point,
  direction: Direction,
): Id | NotFollowed {
  const step = stepOf[direction]
  let best: { readonly id: Id; readonly cosine: number } | null = null
  for (const { id, at } of targets) {
    const [dx, dy] = [at.x - from.x, at.y - from.y]
    const cosine = (dx * step.x + dy * step.y) / (Math.hypot(dx, dy) || 1)
    // less than a quarter turn away, and a little less than that
    if (cosine > 0.1 && (best === null || cosine > best.cosine)) best = { id, cosine }
  }
  return best?.id ?? 'not-this-way'
}
