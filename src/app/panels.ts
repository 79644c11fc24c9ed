import { flushSync } from 'react-dom'
import { elementOf, focusCanvas, focusInspector, focusResource } from '../canvas/focus'
import type { Id } from '../kinds/resource'
import { shownAs } from '../model/collapse'
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
  // drawn at once, as the panel may have been hidden and the next key shall find the focus there
  flushSync(() => {
    designer.look({ panel })
  })
  const tab = '[role="tablist"][aria-label="Panels"] > [role="tab"][aria-selected="true"]'
  document.querySelector<HTMLElement>(tab)?.focus()
}

/** Opens a resource in the inspector with its name ready to be typed over. */
export function goToName(designer: Designer, id: Id): void {
  designer.inspect(id)
  focusInspector()
}

/** Leaves the panel for what is selected on the canvas, or for where Tab would enter it. */
export function goToCanvas(designer: Designer): void {
  const { document, view } = designer.getState()
  const [id] = view.selection
  if (id && elementOf(shownAs(document, id))) focusResource(shownAs(document, id))
  else focusCanvas()
}
