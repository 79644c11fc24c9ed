import { Canvas } from '../../canvas/Canvas'
import { DocumentPanel } from '../../panels/document/DocumentPanel'
import { ExportPanel } from '../../panels/export/ExportPanel'
import { FindingsPanel } from '../../panels/findings/FindingsPanel'
import { Inspector } from '../../panels/inspector/Inspector'
import { Palette } from '../../panels/palette/Palette'
import { PathPanel } from '../../panels/path/PathPanel'
import { Present } from '../../present/Present'
import { useDesigner, useDesignerStore } from '../../store/react'
import { Tabs, type Tab } from '../../ui/Tabs'
import type { Panel } from '../../store/designer'
import { AnalysisFailure } from './AnalysisFailure'
import styles from './Shell.module.css'
import { TabNotice } from './TabNotice'
import { TopBar } from './TopBar'
import { FindingMark } from './FindingMark'

const tabs: readonly Tab<Panel>[] = [
  { value: 'inspector', label: 'Inspector', panel: <Inspector /> },
  { value: 'path', label: 'Path', panel: <PathPanel /> },
  { value: 'findings', label: 'Findings', mark: <FindingMark />, panel: <FindingsPanel /> },
  { value: 'export', label: 'Export', panel: <ExportPanel /> },
  { value: 'document', label: 'Design', panel: <DocumentPanel /> },
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
            <Palette />
          </nav>
        )}
        <main className={styles.canvas} aria-label="Canvas">
          <Canvas />
          <AnalysisFailure />
          {presenting && <Present />}
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
