import type { Panel } from '../../store/designer'
import { canvasApiOf } from '../../store/react'
import { pathIds } from '../../store/selectors'
import type { Keys } from '../keys'
import { show } from '../overlay'
import { goToCanvas, goToPanel, togglePanels } from '../panels'
import { nextTheme } from '../theme'
import { action, hasSelection, selectionOf, type Action } from './action'

const panelNames: readonly (readonly [Panel, string])[] = [
  ['inspector', 'Inspector'],
  ['path', 'Path'],
  ['matrix', 'Matrix'],
  ['findings', 'Findings'],
  ['export', 'Export'],
  ['document', 'Design'],
]

/** How much of the view a page key slides it by. */
const page = 0.8

const pages: readonly (readonly [id: string, label: string, keys: Keys, x: number, y: number])[] = [
  ['pan-up', 'Pan up', 'PageUp', 0, -page],
  ['pan-down', 'Pan down', 'PageDown', 0, page],
  ['pan-left', 'Pan left', 'Shift+PageUp', -page, 0],
  ['pan-right', 'Pan right', 'Shift+PageDown', page, 0],
]

export const view: readonly Action[] = [
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
      takesFocused: true,
      enabled: hasSelection,
    },
  ),
  action(
    'View',
    'zoom-path',
    'Zoom to the path',
    ({ designer }) => canvasApiOf(designer).zoomTo(pathIds(designer.getState())),
    {
      keys: ['Shift+Digit3'],
      where: 'page',
      enabled: ({ designer }) => pathIds(designer.getState()).length > 0,
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
  ...pages.map(([id, label, keys, x, y]) =>
    action('View', id, label, ({ designer }) => designer.show({ type: 'pan', x, y }), {
      keys: [keys],
      where: 'canvas',
    }),
  ),
  action(
    'View',
    'grid',
    'Show or hide the grid',
    ({ designer }) => {
      const grid = !designer.getState().view.grid
      designer.look({ grid })
      designer.announce(grid ? 'Grid shown.' : 'Grid hidden.')
    },
    { keys: ['Mod+Quote'], where: 'canvas' },
  ),
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

export const panels: readonly Action[] = [
  action('Panels', 'canvas', 'Back to the canvas', ({ designer }) => goToCanvas(designer), {
    keys: ['Escape'],
    where: 'panel',
  }),
  action('Panels', 'panels', 'Show or hide all panels', ({ designer }) => togglePanels(designer), {
    keys: ['Mod+Period'],
    where: 'anywhere',
  }),
  ...panelNames.map(([panel, label], index) =>
    action(
      'Panels',
      `panel-${panel}`,
      `${label} panel`,
      ({ designer }) => goToPanel(designer, panel),
      {
        keys: [`Alt+Digit${index + 1}`],
      },
    ),
  ),
  action('Panels', 'palette', 'Show or hide the resource palette', ({ designer }) =>
    designer.look({ palette: !designer.getState().view.palette }),
  ),
]

export const help: readonly Action[] = [
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
