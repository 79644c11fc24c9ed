import {
  ChevronLeft,
  CircleHelp,
  Download,
  Ellipsis,
  MonitorCog,
  Moon,
  PanelRight,
  Presentation,
  Redo2,
  Search,
  Share2,
  Sun,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useDesigner } from '../../store/react'
import { IconButton } from '../../ui/IconButton'
import { Menu, type MenuEntry } from '../../ui/Menu'
import { Button } from '../../ui/Button'
import { Toolbar, ToolbarSeparator } from '../../ui/Toolbar'
import { actionById } from '../actions/actions'
import { spelt } from '../keys'
import { Mark } from '../Mark'
import { hashOf } from '../route'
import { useTheme } from '../theme'
import { useWorkspace, type Workspace } from '../workspace'
import { DesignName } from './DesignName'
import { SavedState } from './SavedState'
import styles from './TopBar.module.css'

const themes = { system: MonitorCog, light: Sun, dark: Moon } as const

/** Name and state of the design on the left, what is done with it on the right. */
export function TopBar() {
  const workspace = useWorkspace()
  const theme = useTheme()
  const ThemeIcon = themes[theme]
  const panelsShown = useDesigner(({ view }) => view.panel !== null || view.palette)
  const undoes = useDesigner(({ past }) => past.at(-1)?.label ?? null)
  const redoes = useDesigner(({ future }) => future[0]?.label ?? null)
  return (
    <header className={styles.bar}>
      <a className={styles.home} href={hashOf({ page: 'start' })} aria-label="All designs">
        <ChevronLeft aria-hidden />
        <Mark size={22} />
      </a>
      <DesignName />
      <SavedState />
      <Toolbar label="Design">
        <Act id="undo" label={undoes === null ? 'Undo' : `Undo: ${undoes}`} off={undoes === null}>
          <Undo2 />
        </Act>
        <Act id="redo" label={redoes === null ? 'Redo' : `Redo: ${redoes}`} off={redoes === null}>
          <Redo2 />
        </Act>
        <ToolbarSeparator />
        <Act id="find">
          <Search />
        </Act>
        <Act id="present">
          <Presentation />
        </Act>
        <Act id="theme" label={`Theme: ${theme}`}>
          <ThemeIcon />
        </Act>
        <Act id="help">
          <CircleHelp />
        </Act>
        <Act id="panels" pressed={panelsShown}>
          <PanelRight />
        </Act>
        <ToolbarSeparator />
        <Menu
          align="end"
          trigger={
            <IconButton label="More actions">
              <Ellipsis />
            </IconButton>
          }
          entries={more(workspace)}
        />
        <Button icon={<Share2 />} onClick={() => actionById('share').run(workspace)}>
          Share
        </Button>
        <Button
          look="primary"
          icon={<Download />}
          onClick={() => actionById('code').run(workspace)}
        >
          Export
        </Button>
      </Toolbar>
    </header>
  )
}

const inMenu = [
  'save',
  'save-as',
  'open',
  null,
  'new',
  'duplicate-design',
  'snapshots',
  null,
  'import',
  'import-folder',
  'arrange',
  null,
  'picture',
  'copy-picture',
  null,
  'commands',
] as const

function more(workspace: Workspace): readonly MenuEntry[] {
  return inMenu.map((id, index): MenuEntry => {
    if (id === null) return { type: 'separator', id: String(index) }
    const action = actionById(id)
    return {
      type: 'action',
      label: action.label,
      keys: action.keys[0] === undefined ? undefined : spelt(action.keys[0]),
      disabled: !action.enabled(workspace),
      run: () => {
        action.run(workspace)
      },
    }
  })
}

/** A button of the bar that runs an action. */
function Act({
  id,
  label,
  off = false,
  pressed,
  children,
}: {
  readonly id: string
  readonly label?: string
  readonly off?: boolean
  readonly pressed?: boolean
  readonly children: ReactNode
}) {
  const workspace = useWorkspace()
  const readOnly = useDesigner((state) => state.readOnly)
  const action = actionById(id)
  const keys = action.keys[0]
  const edits = action.group === 'Edit' && id !== 'find'
  return (
    <IconButton
      label={label ?? action.label}
      keys={keys === undefined ? undefined : spelt(keys)}
      disabled={off || (edits && readOnly)}
      pressed={pressed}
      onClick={() => {
        action.run(workspace)
      }}
    >
      {children}
    </IconButton>
  )
}
