import type { Way } from '../../engine/matrix/reach'
import { askReach, clearReach, hasReach } from '../../store/actions/reach'
import type { Workspace } from '../workspace'
import { action, selectionOf, type Action } from './action'

/** The one that is selected, if something can reach it at all. */
function subjectOf(workspace: Workspace) {
  const [id, another] = selectionOf(workspace)
  const it = id && !another ? workspace.designer.getState().document.resources[id] : undefined
  return it && hasReach(it) ? it : null
}

const asking = (way: Way) => (workspace: Workspace) => {
  const it = subjectOf(workspace)
  if (it) askReach(workspace.designer, it.id, way)
}
const enabled = (workspace: Workspace) => subjectOf(workspace) !== null

/** What the canvas shows of one end: what it reaches, what reaches it. */
export const reach: readonly Action[] = [
  action('View', 'reach-clear', 'Show everything again', (it) => clearReach(it.designer), {
    keys: ['Escape'],
    enabled: ({ designer }) => designer.getState().view.reach !== null,
  }),
  action('View', 'reach-from', 'What can this reach?', asking('from'), {
    keys: ['Alt+KeyR'],
    takesFocused: true,
    enabled,
  }),
  action('View', 'reach-to', 'What can reach this?', asking('to'), {
    keys: ['Alt+Shift+KeyR'],
    takesFocused: true,
    enabled,
  }),
]
