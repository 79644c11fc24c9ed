import '../ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { invariant } from '../base/invariant'
import { createDesigner } from '../store/designer'
import { DesignerProvider } from '../store/react'
import { startAnalyst } from '../worker/client'
import { keepAnalysed } from './analysis'
import { App } from './App'
import { ErrorBoundary } from './ErrorBoundary'
import { newName } from './names'
import { createWorkspace, WorkspaceProvider } from './workspace'

const designer = createDesigner({ randomId: newName })
const workspace = createWorkspace(designer, newName)
keepAnalysed(designer, startAnalyst)

window.addEventListener('pagehide', () => {
  workspace.shelf.getState().session?.leave()
})
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') workspace.shelf.getState().session?.flushSoon()
})

const root = document.getElementById('root')
invariant(root, 'index.html has an element #root')
createRoot(root).render(
  <StrictMode>
    <DesignerProvider designer={designer}>
      <WorkspaceProvider value={workspace}>
        <ErrorBoundary designer={designer}>
          <App />
        </ErrorBoundary>
      </WorkspaceProvider>
    </DesignerProvider>
  </StrictMode>,
)
