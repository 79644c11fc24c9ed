import { Suspense, useEffect } from 'react'
import { Canvas } from '../../canvas/Canvas'
import { Palette } from '../../panels/palette/Palette'
import { PathPanel } from '../../panels/path/PathPanel'
import { useDesigner, useDesignerStore } from '../../store/react'
import { Tabs, type Tab } from '../../ui/Tabs'
import type { Panel } from '../../store/designer'
import { AnalysisFailure } from './AnalysisFailure'
import { fetchTheRest, later } from '../later'
import styles from './Shell.module.css'
import { TabNotice } from './TabNotice'
import { TopBar } from './TopBar'
import { FindingMark } from './FindingMark'

// the path panel is the one that is open at first
const Inspector = later(async () => (await import('../../panels/inspector/Inspector')).Inspector)
const Matrix = later(async () => (await import('./Matrix')).Matrix)
const FindingsPanel = later(
  async () => (await import('../../panels/findings/FindingsPanel')).FindingsPanel,
)
const ExportPanel = later(async () => (await import('../../panels/export/ExportPanel')).ExportPanel)
const DocumentPanel = later(
  async () => (await import('../../panels/document/DocumentPanel')).DocumentPanel,
)
const ReachBar = later(async () => (await import('../../panels/reach/ReachBar')).ReachBar)
const Present = later(async () => (await import('../../present/Present')).Present)

const tabs: readonly Tab<Panel>[] = [
  {
    value: 'inspector',
    label: 'Inspector',
    panel: (
      <Suspense>
        <Inspector />
      </Suspense>
    ),
  },
  { value: 'path', label: 'Path', panel: <PathPanel /> },
  {
    value: 'matrix',
    label: 'Matrix',
    panel: (
      <Suspense>
        <Matrix />
      </Suspense>
    ),
  },
  {
    value: 'findings',
    label: 'Findings',
    mark: <FindingMark />,
    panel: (
      <Suspense>
        <FindingsPanel />
      </Suspense>
    ),
  },
  {
    value: 'export',
    label: 'Export',
    panel: (
      <Suspense>
        <ExportPanel />
      </Suspense>
    ),
  },
  {
    value: 'document',
    label: 'Design',
    panel: (
      <Suspense>
        <DocumentPanel />
      </Suspense>
    ),
  },
]

/** The designer: a bar on top; palette, canvas and panel below. */
export function Shell() {
  const designer = useDesignerStore()
  const panel = useDesigner(({ view }) => view.panel)
  const palette = useDesigner(({ view }) => view.palette)
  const readOnly = useDesigner((state) => state.readOnly)
  const presenting = useDesigner(({ view }) => view.presenting)
  const reaches = useDesigner(({ view }) => view.reach !== null)
  useEffect(() => {
    void fetchTheRest()
  }, [])
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
          <Suspense>{reaches && !presenting && <ReachBar />}</Suspense>
          <div className={styles.drawing}>
            <Canvas />
            <AnalysisFailure />
            <Suspense>{presenting && <Present />}</Suspense>
          </div>
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
