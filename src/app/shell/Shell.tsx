import { useDesigner, useDesignerStore } from '../../store/react'
import { Tabs, type Tab } from '../../ui/Tabs'
import type { Panel } from '../../store/designer'
import { AnalysisFailure } from './AnalysisFailure'
import { parts } from './parts'
import styles from './Shell.module.css'
import { TabNotice } from './TabNotice'
import { TopBar } from './TopBar'
import { FindingMark } from './FindingMark'

const tabs: readonly Tab<Panel>[] = [
  { value: 'inspector', label: 'Inspector', panel: <parts.Inspector /> },
  { value: 'path', label: 'Path', panel: <parts.Path /> },
  { value: 'findings', label: 'Findings', mark: <FindingMark />, panel: <parts.Findings /> },
  { value: 'export', label: 'Export', panel: <parts.Export /> },
  { value: 'document', label: 'Design', panel: <parts.Document /> },
]

/** The designer: a bar on top; palette, canvas and panel below. */
export function Shell() {
  const designer = useDesignerStore()
  const panel = useDesigner(({ view }) => view.panel)
  const palette = useDesigner(({ view }) => view.palette)
  const readOnly = useDesigner((state) => state.readOnly)
  const presenting = useDesigner(({ view }) => view.presenting)
  return (
    <div className={styles.shell} data-presenting={presenting || undefined}>
      {!presenting && <TopBar />}
      {!presenting && <TabNotice />}
      <div className={styles.row}>
        {palette && !readOnly && !presenting && (
          <nav className={styles.palette} aria-label="Palette">
            <parts.Palette />
          </nav>
        )}
        <main className={styles.canvas} aria-label="Canvas">
          <parts.Canvas />
          <AnalysisFailure />
        </main>
        {panel && !presenting && (
          <aside className={styles.panel} aria-label="Panel">
            <Tabs
              label="Panels"
              tabs={tabs}
              value={panel}
              onChange={(chosen) => {
                designer.look({ panel: chosen })
              }}
            />
          </aside>
        )}
      </div>
    </div>
  )
}
