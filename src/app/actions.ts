import { copyFromMenu, pasteHere } from '../canvas/clipboard'
import type { Panel } from '../store/designer'
import { align, distribute, type Alignment } from '../store/actions/arrange'
import { duplicate } from '../store/actions/clipboard'
import { requestRemoval } from '../store/actions/remove'
import { selectAll } from '../store/actions/select'
import { canvasApiOf } from '../store/react'
import { definitionOf } from '../kinds/catalogue'
import { emptyDocument } from '../model/document'
import { invariant } from '../base/invariant'
import { togglePanels } from './panels'
import { copyPicture } from './pictures'
import { openFromDisk, saveToFile } from './files/files'
import type { Keys } from './keys'
import { show } from './overlay'
import { go } from './route'
import { nextTheme } from './theme'
import type { Workspace } from './workspace'

/** One thing that can be done, from a key, a button, the command palette or all of them. */
export interface Action {
  readonly id: string
  readonly label: string
  readonly group: 'File' | 'Edit' | 'Arrange' | 'View' | 'Panels' | 'Help'
  /** The first one is shown. */
  readonly keys: readonly Keys[]
  /**
   * Where its keys work: `page` everywhere but in text fields; `anywhere` there too; `canvas` only
   * while the canvas or nothing has the focus; `native` where the browser sends an event of its own.
   */
  readonly where: 'page' | 'anywhere' | 'canvas' | 'native'
  /** Needs an open design. */
  readonly design: boolean
  readonly enabled: (workspace: Workspace) => boolean
  readonly run: (workspace: Workspace) => unknown
}

type Given = Partial<Pick<Action, 'keys' | 'where' | 'design' | 'enabled'>>

function action(
  group: Action['group'],
  id: string,
  label: string,
  run: Action['run'],
  given: Given = {},
): Action {
  const defaults = { keys: [], where: 'page', design: true, enabled: () => true } as const
  return { ...defaults, ...given, group, id, label, run }
}

const mayEdit = ({ designer }: Workspace) => !designer.getState().readOnly
const hasSelection = ({ designer }: Workspace) => designer.getState().view.selection.length > 0
const mayEditSelection = (workspace: Workspace) => mayEdit(workspace) && hasSelection(workspace)

const panelNames: readonly (readonly [Panel, string])[] = [
  ['inspector', 'Inspector'],
  ['path', 'Path'],
  ['findings', 'Findings'],
  ['export', 'Export'],
  ['document', 'Design'],
]

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

const selectionOf = ({ designer }: Workspace) => designer.getState().view.selection

const edit: readonly Action[] = [
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
    enabled: mayEditSelection,
  }),
  action('Edit', 'delete', 'Delete', (it) => requestRemoval(it.designer, selectionOf(it)), {
    keys: ['Delete', 'Backspace'],
    where: 'canvas',
    enabled: mayEditSelection,
  }),
  action(
    'Edit',
    'edit',
    'Edit the selected resource',
    ({ designer }) => {
      const [id] = designer.getState().view.selection
      if (id) designer.inspect(id)
    },
    { keys: ['F2'], where: 'canvas', enabled: hasSelection },
  ),
  action('Edit', 'select-all', 'Select all', ({ designer }) => selectAll(designer), {
    keys: ['Mod+KeyA'],
    where: 'canvas',
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

const arrange: readonly Action[] = [
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

const file: readonly Action[] = [
  action('File', 'start', 'All designs', () => go({ page: 'start' })),
  action('File', 'new', 'New blank design', (it) => void it.add(emptyDocument('Untitled design')), {
    design: false,
  }),
  action('File', 'open', 'Open a file…', (it) => void openFromDisk(it), {
    keys: ['Mod+KeyO'],
    where: 'anywhere',
    design: false,
  }),
  action('File', 'save', 'Save to a file', (it) => void saveToFile(it, false), {
    keys: ['Mod+KeyS'],
    where: 'anywhere',
  }),
  action('File', 'save-as', 'Save as a new file…', (it) => void saveToFile(it, true), {
    keys: ['Mod+Shift+KeyS'],
    where: 'anywhere',
  }),
  action('File', 'duplicate-design', 'Duplicate this design', (it) => {
    const { document } = it.designer.getState()
    void it.add({ ...document, name: `${document.name} copy` })
  }),
  action('File', 'snapshots', 'Restore an earlier state…', () => show({ type: 'snapshots' }), {
    enabled: (it) => it.shelf.getState().library !== null,
  }),
  action('File', 'share', 'Share by a link…', () => show({ type: 'share' })),
  action('File', 'picture', 'Export a picture…', () => show({ type: 'picture' }), {
    keys: ['Mod+Shift+KeyE'],
    where: 'anywhere',
  }),
  action('File', 'copy-picture', 'Copy as a picture (PNG)', (it) => void copyPicture(it.designer), {
    keys: ['Alt+Shift+KeyC'],
  }),
  action('File', 'code', 'Export Terraform or CloudFormation', (it) =>
    it.designer.look({ panel: 'export' }),
  ),
]

const view: readonly Action[] = [
  action('View', 'zoom-in', 'Zoom in', (it) => canvasApiOf(it.designer).zoomIn(), {
    keys: ['Mod+Equal', 'Equal', 'NumpadAdd', 'Shift+Equal', 'Mod+NumpadAdd'],
    where: 'canvas',
  }),
  action('View', 'zoom-out', 'Zoom out', (it) => canvasApiOf(it.designer).zoomOut(), {
    keys: ['Mod+Minus', 'Minus', 'NumpadSubtract', 'Mod+NumpadSubtract'],
    where: 'canvas',
  }),
  action('View', 'zoom-100', 'Zoom to 100 %', (it) => canvasApiOf(it.designer).actualSize(), {
    keys: ['Mod+Digit0', 'Shift+Digit0'],
    where: 'canvas',
  }),
  action('View', 'fit', 'Zoom to fit', (it) => canvasApiOf(it.designer).fit(), {
    keys: ['Shift+Digit1'],
    where: 'page',
  }),
  action(
    'View',
    'zoom-selection',
    'Zoom to the selection',
    (it) => canvasApiOf(it.designer).zoomTo(selectionOf(it)),
    {
      keys: ['Shift+Digit2'],
      where: 'page',
      enabled: hasSelection,
    },
  ),
  action(
    'View',
    'hand',
    'Hand: drag pans instead of selecting',
    ({ designer }) => {
      const hand = !designer.getState().view.hand
      designer.look({ hand })
      designer.announce(hand ? 'A drag pans.' : 'A drag selects.')
    },
    { keys: ['KeyH'], where: 'canvas' },
  ),
  action('View', 'wheel', 'Wheel: zoom or pan', ({ designer }) => {
    const wheel = designer.getState().view.wheel === 'pan' ? 'zoom' : 'pan'
    designer.look({ wheel })
    designer.notify(
      wheel === 'zoom' ? 'The wheel zooms.' : 'The wheel pans; with Ctrl or Cmd it zooms.',
    )
  }),
  action('View', 'minimap', 'Show or hide the minimap', ({ designer }) =>
    designer.look({ minimap: !designer.getState().view.minimap }),
  ),
  action(
    'View',
    'theme',
    'Theme: system, light or dark',
    ({ designer }) => designer.announce(`Theme: ${nextTheme()}.`),
    {
      keys: ['Alt+Shift+KeyD'],
      where: 'anywhere',
      design: false,
    },
  ),
  action('View', 'present', 'Present', ({ designer }) => designer.look({ presenting: true }), {
    keys: ['Alt+KeyP'],
  }),
]

const panels: readonly Action[] = [
  action('Panels', 'panels', 'Show or hide all panels', ({ designer }) => togglePanels(designer), {
    keys: ['Mod+Period'],
    where: 'anywhere',
  }),
  ...panelNames.map(([panel, label], index) =>
    action(
      'Panels',
      `panel-${panel}`,
      `${label} panel`,
      ({ designer }) => designer.look({ panel }),
      {
        keys: [`Alt+Digit${index + 1}`],
      },
    ),
  ),
  action('Panels', 'palette', 'Show or hide the resource palette', ({ designer }) =>
    designer.look({ palette: !designer.getState().view.palette }),
  ),
]

const help: readonly Action[] = [
  action('Help', 'commands', 'Command palette', () => show({ type: 'commands' }), {
    keys: ['Mod+KeyK', 'Mod+Slash'],
    where: 'anywhere',
    design: false,
  }),
  action('Help', 'help', 'Keyboard help', () => show({ type: 'help' }), {
    keys: ['sign:?'],
    design: false,
  }),
]

/** Every action, in the order of the help. */
export const actions: readonly Action[] = [
  ...file,
  ...edit,
  ...arrange,
  ...view,
  ...panels,
  ...help,
]

export function actionById(id: string): Action {
  const found = actions.find((it) => it.id === id)
  invariant(found, `there is an action ${id}`)
  return found
}
