import type { KeyboardEvent } from 'react'
import type { Id } from '../kinds/resource'
import { nudge } from '../store/actions/arrange'
import { clearReach } from '../store/actions/reach'
import { requestRemoval } from '../store/actions/remove'
import type { Designer } from '../store/designer'
import { arrowKeys, stepOf, type Direction } from './directions'
import { elementsOf, focusInspector, focusResource, resourceAt, standsForItself } from './focus'
import { followed } from './follow'
import { placeInto } from './place'
import { nextStop, type Stops } from './walk'

/** Grid steps that an arrow key moves by while Shift is held. */
const bigStep = 5

/**
 * What keys do while something on the canvas has the focus; true when one was used. Arrows move
 * what is selected; otherwise they walk.
 */
export function pressed(designer: Designer, event: KeyboardEvent, stops: Stops): boolean {
  const { view } = designer.getState()
  if (event.nativeEvent.isComposing || view.presenting) return false
  const focused = resourceAt(event.target)
  const itself = standsForItself(event.target)
  if (!focused && !itself) return false
  const direction = arrowKeys[event.code]
  const { altKey, shiftKey } = event
  const mod = event.ctrlKey || event.metaKey
  if (focused && direction && altKey && !mod && !shiftKey) {
    follow(designer, focused, direction)
    return true
  }
  if (mod || altKey) return false
  if (focused && walks(designer, event, focused, stops)) return true
  if (!itself) {
    // from a control that lies on a resource back to the resource
    if (event.key !== 'Escape' || !focused) return false
    focusResource(focused)
    return true
  }
  return acts(designer, event, focused)
}

/** Keys that move the focus alone. */
function walks(
  designer: Designer,
  { code, shiftKey, target }: KeyboardEvent,
  focused: Id,
  stops: Stops,
): boolean {
  const { view, readOnly, document } = designer.getState()
  const direction = arrowKeys[code]
  if (direction) {
    const moves = view.selection.includes(focused) && Object.hasOwn(document.layout, focused)
    if (moves && !readOnly) return false
    const next = nextStop(stops, focused, direction)
    if (next) focusResource(next)
    return true
  }
  if (shiftKey) return false
  const ids = [...stops.keys()]
  if (code === 'Home' || code === 'End') {
    const end = code === 'Home' ? ids[0] : ids.at(-1)
    if (end) focusResource(end)
    return true
  }
  if (code !== 'Period' && code !== 'Comma') return false
  const step = code === 'Period' ? 1 : -1
  const own = elementsOf(focused)
  const at = own.findIndex((element) => element === target)
  const beside = own[at + step]
  const next = ids[ids.indexOf(focused) + step]
  const there = next && elementsOf(next)
  const stop = beside ?? (there && (step > 0 ? there[0] : there.at(-1)))
  stop?.focus({ preventScroll: true })
  return true
}

/** Keys that do something with what has the focus or is selected. */
function acts(designer: Designer, event: KeyboardEvent, focused: Id | null): boolean {
  const { view, readOnly } = designer.getState()
  const { selection } = view
  if (event.key === 'Escape') {
    if (view.placing) designer.look({ placing: null })
    else if (view.reach) clearReach(designer)
    else if (selection.length > 0) designer.select([])
    else return false
    return true
  }
  if (event.key === 'Enter' && focused) {
    if (view.placing && !readOnly) {
      const { placing } = view
      designer.look({ placing: null })
      const id = placeInto(designer, placing, focused)
      if (id) focusResource(id)
    } else {
      designer.inspect(focused)
      focusInspector()
    }
    return true
  }
  if (event.key === ' ' && focused) {
    choose(designer, focused, event.shiftKey)
    return true
  }
  if (readOnly) return false
  const direction = arrowKeys[event.code]
  if (direction && selection.length > 0) {
    const step = event.shiftKey ? bigStep : 1
    const { x, y } = stepOf[direction]
    nudge(designer, { x: x * step, y: y * step })
    return true
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    const ids = focused && !selection.includes(focused) ? [focused] : selection
    if (ids.length === 0) return false
    requestRemoval(designer, ids)
    return true
  }
  return false
}

/** Selects what has the focus, or lets go of it; with Shift beside what is selected already. */
function choose(designer: Designer, id: Id, beside: boolean): void {
  const { document, view } = designer.getState()
  const selected = view.selection.includes(id)
  const others = beside ? view.selection.filter((it) => it !== id) : []
  designer.select(selected ? others : [...others, id])
  const name = document.resources[id]?.name ?? id
  designer.announce(selected ? `${name} no longer selected.` : `${name} selected.`)
}

function follow(designer: Designer, from: Id, direction: Direction): void {
  const { document } = designer.getState()
  const there = followed(document, from, direction)
  if (there === 'no-link' || there === 'not-this-way') {
    const name = document.resources[from]?.name ?? from
    designer.announce(
      there === 'no-link' ? `No link starts at ${name}.` : `No link leads that way from ${name}.`,
    )
  } else focusResource(there)
}
