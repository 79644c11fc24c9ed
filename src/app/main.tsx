import 'reactflow/dist/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { invariant } from '../base/invariant'
import { createDesigner } from '../store/designer'
import { DesignerProvider } from '../store/react'
import { startAnalyst } from '../worker/client'
import { keepAnalysed } from './analysis'
import { App } from './App'
import { ErrorBoundary } from './ErrorBoundary'

const designer = createDesigner({ randomId: () => crypto.randomUUID().slice(0, 13) })
keepAnalysed(designer, startAnalyst)

const root = document.getElementById('root')
invariant(root, 'index.html has an element #root')
createRoot(root).render(
  <StrictMode>
    <DesignerProvider designer={designer}>
      <ErrorBoundary designer={designer}>
        <App />
      </ErrorBoundary>
    </DesignerProvider>
  </StrictMode>,
)
