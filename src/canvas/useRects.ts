import { useStore, type ReactFlowState } from 'reactflow'
import type { Id } from '../kinds/resource'
import { rectOfNode } from './LinkEdge'
import type { Rect } from './rects'

type Rects = ReadonlyMap<Id, Rect>

function same(before: Rects, after: Rects): boolean {
  if (before.size !== after.size) return false
  for (const [id, a] of after) {
    const b = before.get(id)
    if (!b || a.x !== b.x || a.y !== b.y || a.width !== b.width || a.height !== b.height)
      return false
  }
  return true
}

/** Where these nodes lie right now, in the middle of a drag too. Missing ones are left out. */
export function useRects(ids: readonly Id[]): Rects {
  return useStore(({ nodeLookup }: ReactFlowState) => {
    const rects = new Map<Id, Rect>()
    for (const id of ids) {
      const rect = rectOfNode(nodeLookup.get(id))
      if (rect) rects.set(id, rect)
    }
    return rects
  }, same)
}
