/** A second or so: what shall take the focus may still be on its way. */
const framesToWait = 60

/** Moves the focus to what `find` finds, as soon as it is drawn; gives up after a second. */
export function focusWhenDrawn(
  find: () => HTMLElement | null,
  then: (element: HTMLElement) => void = () => undefined,
  frames = framesToWait,
): void {
  requestAnimationFrame(() => {
    const found = find()
    found?.focus({ preventScroll: found.closest('[data-canvas]') !== null })
    // what is not shown yet does not take it
    if (found && document.activeElement === found) then(found)
    else if (frames > 0) focusWhenDrawn(find, then, frames - 1)
  })
}
