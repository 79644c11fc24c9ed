import type { Keys } from '../keys'
import type { Workspace } from '../workspace'

/** One thing that can be done, from a key, a button, the command palette or all of them. */
export interface Action {
  readonly id: string
  readonly label: string
  readonly group: 'File' | 'Edit' | 'Arrange' | 'View' | 'Panels' | 'Help'
  /** The first one is shown. */
  readonly keys: readonly Keys[]
  /**
   * Where its keys work: `page` everywhere but in text fields; `anywhere` there too; `canvas` only
   * while the canvas or nothing has the focus; `panel` only in the panel beside it, text fields
   * too; `native` where the browser sends an event of its own.
   */
  readonly where: 'page' | 'anywhere' | 'canvas' | 'panel' | 'native'
  /** Needs an open design. */
  readonly design: boolean
  /** By its key on the canvas it is about what has the focus, where that is not selected. */
  readonly takesFocused: boolean
  readonly enabled: (workspace: Workspace) => boolean
  readonly run: (workspace: Workspace) => unknown
}

type Given = Partial<Pick<Action, 'keys' | 'where' | 'design' | 'enabled' | 'takesFocused'>>

export function action(
  group: Action['group'],
  id: string,
  label: string,
  run: Action['run'],
  given: Given = {},
): Action {
  const defaults = {
    keys: [],
    where: 'page',
    design: true,
    takesFocused: false,
    enabled: () => true,
  } as const
  return { ...defaults, ...given, group, id, label, run }
}

export const mayEdit = ({ designer }: Workspace) => !designer.getState().readOnly
export const hasSelection = ({ designer }: Workspace) =>
  designer.getState().view.selection.length > 0
export const mayEditSelection = (workspace: Workspace) =>
  mayEdit(workspace) && hasSelection(workspace)

export const selectionOf = ({ designer }: Workspace) => designer.getState().view.selection
