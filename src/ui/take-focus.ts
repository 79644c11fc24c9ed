/** A second or so: what shall take the focus may still be on its way. */
const framesToWait = 60

/**
 * Moves the focus to what `find` finds, as soon as it is drawn; gives up after a second, or when
 * the user has gone on in the meantime: nobody's next key shall land elsewhere.
 */
export function focusWhenDrawn(
  find: () => HTMLElement | null,
  then: (element: HTMLElement) => void = () => undefined,
): void {
  const waiting = new AbortController()
  for (const press of ['keydown', 'pointerdown'])
    window.addEventListener(press, () => waiting.abort(), {
      capture: true,
      signal: waiting.signal,
    })
  const look = (frames: number) => {
    requestAnimationFrame(() => {
      if (waiting.signal.aborted) return
      const found = find()
      found?.focus({ preventScroll: found.closest('[data-canvas]') !== null })
      // what is not shown yet does not take it
      if (found && document.activeElement === found) then(found)
      else if (frames > 0) {
        look(frames - 1)
        return
      }
      waiting.abort()
    })
  }
  look(framesToWait)
}
