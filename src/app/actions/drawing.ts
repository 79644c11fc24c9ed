import { sideOf, type Direction } from '../../canvas/directions'
import { focusResource } from '../../canvas/focus'
import { addNeighbour } from '../../canvas/neighbour'
import { toggleCollapse } from '../../store/actions/collapse'
import { group, groupsAround, ungroupAround } from '../../store/actions/group'
import { toggleLock } from '../../store/actions/lock'
import type { Keys } from '../keys'
import type { Workspace } from '../workspace'
import { action, mayEdit, mayEditSelection, selectionOf, type Action } from './action'

const neighbours: readonly (readonly [Direction, Keys])[] = [
  ['right', 'Mod+ArrowRight'],
  ['left', 'Mod+ArrowLeft'],
  ['down', 'Mod+ArrowDown'],
  ['up', 'Mod+ArrowUp'],
]

const one = (workspace: Workspace) => mayEdit(workspace) && selectionOf(workspace).length === 1
const grouped = (workspace: Workspace) =>
  mayEdit(workspace) &&
  groupsAround(workspace.designer.getState().document, selectionOf(workspace)).length > 0

/** What is done with the drawing alone: nothing of it changes the network but a neighbour. */
export const drawing: readonly Action[] = [
  ...neighbours.map(([direction, keys]) =>
    action(
      'Edit',
      `neighbour-${direction}`,
      `Add a neighbour ${sideOf[direction]}`,
      ({ designer }) => {
        const [id] = designer.getState().view.selection
        const made = id && addNeighbour(designer, id, direction)
        if (made) focusResource(made)
      },
      { keys: [keys], where: 'canvas', enabled: one, takesFocused: true },
    ),
  ),
  action('Arrange', 'lock', 'Lock or unlock', (it) => toggleLock(it.designer, selectionOf(it)), {
    keys: ['Mod+Shift+KeyL'],
    where: 'canvas',
    enabled: mayEditSelection,
    takesFocused: true,
  }),
  action(
    'Arrange',
    'collapse',
    'Collapse or expand the container',
    (it) => toggleCollapse(it.designer, selectionOf(it)),
    { keys: ['Alt+KeyC'], where: 'canvas', enabled: mayEditSelection, takesFocused: true },
  ),
  action(
    'Arrange',
    'group',
    'Group in a frame',
    ({ designer }) => {
      const key = group(designer, designer.getState().view.selection)
      if (key) designer.look({ naming: key })
    },
    { keys: ['Mod+KeyG'], where: 'canvas', enabled: mayEditSelection },
  ),
  action('Arrange', 'ungroup', 'Ungroup', (it) => ungroupAround(it.designer, selectionOf(it)), {
    keys: ['Mod+Shift+KeyG'],
    where: 'canvas',
    enabled: mayEditSelection,
    takesFocused: true,
  }),
  action(
    'Arrange',
    'name-group',
    'Rename the group',
    ({ designer }) => {
      const { document, view } = designer.getState()
      const [key] = groupsAround(document, view.selection)
      if (key) designer.look({ naming: key })
    },
    { enabled: grouped },
  ),
]
