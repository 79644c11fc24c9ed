import type { KeyboardEvent } from 'react'
import type { Id } from '../kinds/resource'
import { nudge } from '../store/actions/arrange'
import { requestRemoval } from '../store/actions/remove'
import type { Designer } from '../store/designer'
import { placeInto } from './place'

const arrows: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** Grid steps that an arrow key moves by while Shift is held. */
const bigStep = 5

/** The resource that an element of the canvas stands for. */
export function resourceAt(target: EventTarget | null): Id | null {
  if (!(target instanceof Element)) return null
  const element = target.closest<HTMLElement>('[data-resource], .react-flow__node[data-id]')
  return (element?.dataset['resource'] ?? element?.dataset['id'] ?? null) as Id | null
}

/** Is this the node, chip or link itself, and not a button that lies on it? */
function standsForItself(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.matches('[data-resource], .react-flow__node, [data-canvas]')
  )
}

/** Moves the focus to a node, chip or link once it is drawn. */
function focusSoon(id: Id): void {
  requestAnimationFrame(() => {
    const name = CSS.escape(id)
    const drawn = `.react-flow__node[data-id="${name}"], [data-resource="${name}"]`
    document.querySelector<HTMLElement>(drawn)?.focus()
  })
}

/** What keys do while the canvas or something on it has the focus; true when one was used. */
export function pressed(designer: Designer, event: KeyboardEvent): boolean {
  const { view, readOnly } = designer.getState()
  if (event.nativeEvent.isComposing || !standsForItself(event.target)) return false
  const focused = resourceAt(event.target)
  const modified = event.ctrlKey || event.metaKey || event.altKey
  if (event.key === 'Escape') {
    if (view.placing) designer.look({ placing: null })
    else if (view.selection.length > 0) designer.select([])
    else return false
    return true
  }
  if (modified) return false
  if (event.key === 'Enter' && focused) {
    if (view.placing && !readOnly) {
      const { placing } = view
      designer.look({ placing: null })
      const id = placeInto(designer, placing, focused)
      if (id) focusSoon(id)
    } else designer.inspect(focused)
    return true
  }
  if (event.key === ' ' && focused && event.target instanceof HTMLDivElement) {
    designer.select([focused])
    return true
  }
  if (readOnly) return false
  const arrow = arrows[event.key]
  if (arrow && (focused || view.selection.length > 0)) {
    if (focused && !view.selection.includes(focused)) designer.select([focused])
    const step = event.shiftKey ? bigStep : 1
    nudge(designer, { x: arrow.x * step, y: arrow.y * step })
    return true
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    const { selection } = view
    const ids = focused && !selection.includes(focused) ? [focused] : selection
    if (ids.length === 0) return false
    requestRemoval(designer, ids)
    return true
  }
  return false
}
