import type { Id } from '../kinds/resource'
import type { Designer, Panel, View } from '../store/designer'

/** What was open before everything was hidden. */
let before: Pick<View, 'panel' | 'palette'> = { panel: 'path', palette: true }

/** Hides palette and panel, or brings back what was open. */
export function togglePanels(designer: Designer): void {
  const { panel, palette } = designer.getState().view
  if (panel !== null || palette) {
    before = { panel, palette }
    designer.look({ panel: null, palette: false })
  } else designer.look(before)
}

/** Shows a panel and takes the keyboard there: the next Tab goes into it. */
export function goToPanel(designer: Designer, panel: Panel): void {
  designer.look({ panel })
  // a frame later, as the panel may have been hidden
  requestAnimationFrame(() => {
    const tab = '[role="tablist"][aria-label="Panels"] > [role="tab"][aria-selected="true"]'
    document.querySelector<HTMLElement>(tab)?.focus()
  })
}

/** Opens a resource in the inspector with its name ready to be typed over. */
export function goToName(designer: Designer, id: Id): void {
  designer.inspect(id)
  focusName(framesToWait)
}

/** A second or so: the inspector may be on its way, where it was never open. */
const framesToWait = 60

/** Later, as another panel may have been in its place. */
function focusName(frames: number): void {
  requestAnimationFrame(() => {
    const name = document.querySelector<HTMLInputElement>('[role="tabpanel"] input')
    if (!name) {
      if (frames > 0) focusName(frames - 1)
      return
    }
    name.focus()
    name.select()
  })
}
