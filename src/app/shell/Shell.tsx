import { Tabs } from '@base-ui/react/tabs'
import type { Panel } from '../../store/designer'
import { useDesigner, useDesignerStore } from '../../store/react'
import { parts } from './parts'
import styles from './Shell.module.css'

const panels = [
  { panel: 'inspector', label: 'Inspector', Part: parts.Inspector },
  { panel: 'path', label: 'Path', Part: parts.Path },
  { panel: 'findings', label: 'Findings', Part: parts.Findings },
  { panel: 'export', label: 'Export', Part: parts.Export },
  { panel: 'document', label: 'Design', Part: parts.Document },
] as const satisfies readonly { panel: Panel; label: string; Part: () => React.ReactNode }[]

/** The designer: bar on top, palette, canvas and panel below. */
export function Shell() {
  const designer = useDesignerStore()
  const panel = useDesigner(({ view }) => view.panel)
  const palette = useDesigner(({ view }) => view.palette)
  return (
    <div className={styles.shell}>
      <header className={styles.bar}>
        <strong>Causeway</strong>
        <button type="button" onClick={designer.undo}>
          Undo
        </button>
        <button type="button" onClick={designer.redo}>
          Redo
        </button>
      </header>
      {palette && (
        <nav className={styles.palette} aria-label="Palette">
          <parts.Palette />
        </nav>
      )}
      <main className={styles.canvas} aria-label="Canvas">
        <parts.Canvas />
      </main>
      {panel && (
        <aside className={styles.panel} aria-label="Panel">
          <Tabs.Root
            value={panel}
            onValueChange={(chosen: Panel) => {
              designer.look({ panel: chosen })
            }}
            className={styles.tabs}
          >
            <Tabs.List className={styles.list}>
              {panels.map((it) => (
                <Tabs.Tab key={it.panel} value={it.panel} className={styles.tab}>
                  {it.label}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {panels.map(({ panel: value, Part }) => (
              <Tabs.Panel key={value} value={value} className={styles.body}>
                <Part />
              </Tabs.Panel>
            ))}
          </Tabs.Root>
        </aside>
      )}
    </div>
  )
}
