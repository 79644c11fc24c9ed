import type { Designer, View } from '../store/designer'

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
