import 'reactflow/dist/style.css'
import { useState } from 'react'
import { ReactFlowProvider } from 'reactflow'
import { AskingDialog } from './AskingDialog'
import { Flow } from './Flow'
import { createSession, SessionContext } from './session'
import { useDesigner } from '../store/react'

/** The drawing of the design and everything that is done on it. Fills its parent. */
export function Canvas() {
  const [session] = useState(createSession)
  const designId = useDesigner((state) => state.designId)
  return (
    <SessionContext value={session}>
      {/* another design starts with a view of its own */}
      <ReactFlowProvider key={designId}>
        <Flow />
      </ReactFlowProvider>
      <AskingDialog />
    </SessionContext>
  )
}
