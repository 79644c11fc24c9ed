import { useEffect, useRef } from 'react'
import type { Evidence } from '../../engine/answer'
import { useDesigner } from '../../store/react'

/**
 * Marks the very place that a reason or a finding points at: brings it into sight, gives it the
 * keyboard focus, and answers the attributes that highlight it.
 */
export function useFocusMark<E extends HTMLElement>(matches: (evidence: Evidence) => boolean) {
  const focus = useDesigner(({ view }) => view.focus)
  const target = focus !== null && matches(focus) ? focus : null
  const ref = useRef<E>(null)
  useEffect(() => {
    if (!target) return
    ref.current?.scrollIntoView({ block: 'center' })
    ref.current
      ?.querySelector<HTMLElement>('input:not([disabled]), button:not([disabled])')
      ?.focus({ preventScroll: true })
  }, [target])
  return { ref, 'data-highlighted': target !== null || undefined } as const
}
