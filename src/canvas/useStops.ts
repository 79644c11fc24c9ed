import { useEffect, useMemo, useRef } from 'react'
import type { Id } from '../kinds/resource'
import { shownAs } from '../model/collapse'
import { useDesigner } from '../store/react'
import type { Detail } from './detail'
import { focusCanvas, focusResource } from './focus'
import { useSession } from './session'
import { stopsOf, tabStop, type Stops } from './walk'

/** What the keyboard walks over, and where Tab enters. */
export function useStops(detail: Detail): { readonly stops: Stops; readonly stop: Id | null } {
  const document = useDesigner((state) => state.document)
  const selection = useDesigner(({ view }) => view.selection)
  const focused = useSession((session) => session.focused)
  const last = useSession((session) => session.last)
  const stops = useMemo(() => stopsOf(document, detail), [document, detail])
  // what had the focus may be gone, or hidden in a collapsed container
  const before = useRef<Id | null>(null)
  useEffect(() => {
    const lost = before.current
    if (lost && !stops.has(lost) && window.document.activeElement === window.document.body) {
      const shown = shownAs(document, lost)
      if (stops.has(shown)) focusResource(shown)
      else focusCanvas()
    }
    const now = focused ?? last
    before.current = now && stops.has(now) ? now : null
  }, [stops, focused, last, document])
  return { stops, stop: tabStop(stops, { focused, selection, last }) }
}
