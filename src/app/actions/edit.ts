import { copyFromMenu, pasteHere } from '../../canvas/clipboard'
import { definitionOf } from '../../kinds/catalogue'
import { align, distribute, type Alignment } from '../../store/actions/arrange'
import { duplicate } from '../../store/actions/clipboard'
import { requestRemoval } from '../../store/actions/remove'
import { selectAll } from '../../store/actions/select'
import { arrange as arrangeDesign } from '../files/arrange'
import type { Keys } from '../keys'
import { show } from '../overlay'
import { goToName } from '../panels'
import { action, hasSelection, mayEdit, mayEditSelection, selectionOf, type Action } from './action'

const alignments: readonly (readonly [Alignment, string, Keys])[] = [
  ['left', 'Align left edges', 'Alt+KeyA'],
  ['right', 'Align right edges', 'Alt+KeyD'],
  ['top', 'Align top edges', 'Alt+KeyW'],
  ['bottom', 'Align bottom edges', 'Alt+KeyS'],
]

function selectShape(link: boolean): Action['run'] {
  return ({ designer }) => {
    const resources = Object.values(designer.getState().document.resources)
    const chosen = resources.filter((it) => (definitionOf(it).look.shape === 'link') === link)
    designer.select(chosen.map((it) => it.id))
  }
}

export const edit: readonly Action[] = [
  action('Edit', 'undo', 'Undo', ({ designer }) => designer.undo(), {
    keys: ['Mod+KeyZ'],
    enabled: (it) => mayEdit(it) && it.designer.getState().past.length > 0,
  }),
  action('Edit', 'redo', 'Redo', ({ designer }) => designer.redo(), {
    keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
    enabled: (it) => mayEdit(it) && it.designer.getState().future.length > 0,
  }),
  action('Edit', 'cut', 'Cut', (it) => void copyFromMenu(it.designer, selectionOf(it), true), {
    keys: ['Mod+KeyX'],
    where: 'native',
    enabled: mayEditSelection,
  }),
  action('Edit', 'copy', 'Copy', (it) => void copyFromMenu(it.designer, selectionOf(it), false), {
    keys: ['Mod+KeyC'],
    where: 'native',
    enabled: hasSelection,
  }),
  action('Edit', 'paste', 'Paste', (it) => void pasteHere(it.designer, { x: 0, y: 0 }), {
    keys: ['Mod+KeyV'],
    where: 'native',
    enabled: mayEdit,
  }),
  action('Edit', 'duplicate', 'Duplicate', (it) => duplicate(it.designer, selectionOf(it)), {
    keys: ['Mod+KeyD'],
    where: 'canvas',
    takesFocused: true,
    enabled: mayEditSelection,
  }),
  action('Edit', 'delete', 'Delete', (it) => requestRemoval(it.designer, selectionOf(it)), {
    keys: ['Delete', 'Backspace'],
    where: 'canvas',
    takesFocused: true,
    enabled: mayEditSelection,
  }),
  action(
    'Edit',
    'edit',
    'Edit the selected resource',
    ({ designer }) => {
      const [id] = designer.getState().view.selection
      if (id) goToName(designer, id)
    },
    { keys: ['F2'], where: 'canvas', enabled: hasSelection, takesFocused: true },
  ),
  action('Edit', 'select-all', 'Select all', ({ designer }) => selectAll(designer), {
    keys: ['Mod+KeyA'],
    where: 'canvas',
    takesFocused: true,
  }),
  action('Edit', 'select-none', 'Select nothing', ({ designer }) => designer.select([]), {
    keys: ['Escape'],
    where: 'canvas',
    enabled: hasSelection,
  }),
  action('Edit', 'select-nodes', 'Select all but links', selectShape(false)),
  action('Edit', 'select-links', 'Select only links', selectShape(true)),
  action('Edit', 'find', 'Find on the canvas', () => show({ type: 'find' }), {
    keys: ['Mod+KeyF'],
    where: 'canvas',
  }),
]

export const arrange: readonly Action[] = [
  action(
    'Arrange',
    'arrange',
    'Arrange the design, or what is selected',
    (it) => void arrangeDesign(it),
    {
      keys: ['Alt+Shift+KeyA'],
      where: 'canvas',
      enabled: mayEdit,
    },
  ),
  ...alignments.map(([to, label, keys]) =>
    action('Arrange', `align-${to}`, label, ({ designer }) => align(designer, to), {
      keys: [keys],
      where: 'canvas',
      enabled: mayEditSelection,
    }),
  ),
  action(
    'Arrange',
    'distribute-x',
    'Space evenly side by side',
    (it) => distribute(it.designer, 'x'),
    {
      keys: ['Alt+KeyH'],
      where: 'canvas',
      enabled: mayEditSelection,
    },
  ),
  action(
    'Arrange',
    'distribute-y',
    'Space evenly one below the other',
    (it) => distribute(it.designer, 'y'),
    {
      keys: ['Alt+KeyV'],
      where: 'canvas',
      enabled: mayEditSelection,
    },
  ),
]
