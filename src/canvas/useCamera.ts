import { useEffect, useRef } from 'react'
import { useReactFlow, type ReactFlowInstance } from 'reactflow'
import type { CameraMove } from '../store/camera'
import { endsOf } from './edges'
import type { FlowEdge, FlowNode } from './flow-types'
import { useDesigner, useDesignerStore } from '../store/react'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import type { Id } from '../kinds/resource'

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Carries out what other rooms ask of the canvas. */
export function useCamera(): void {
  const designer = useDesignerStore()
  const flow = useReactFlow<FlowNode, FlowEdge>()
  const camera = useDesigner(({ view }) => view.camera)
  const done = useRef(camera)
  useEffect(() => {
    if (!camera || done.current === camera) return undefined
    done.current = camera
    // a frame later, so that what the same click has added is measured
    const frame = requestAnimationFrame(() => {
      obey(designer.getState().document, flow, camera.move)
    })
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [camera, designer, flow])
}

function obey(
  document: Document,
  flow: ReactFlowInstance<FlowNode, FlowEdge>,
  move: CameraMove,
): void {
  const duration = calm() ? 0 : 240
  if (move.type === 'fit') {
    void flow.fitView({ padding: fitPadding, maxZoom: 1, duration })
    return
  }
  if (move.type === 'ids' || move.type === 'centre') {
    const ids = move.type === 'ids' ? move.ids : [move.id]
    const nodes = ids.flatMap((id) => nodesOf(document, id)).map((id) => ({ id }))
    if (nodes.length === 0) return
    const { zoom } = flow.getViewport()
    const limits = move.type === 'centre' ? { minZoom: zoom, maxZoom: zoom } : { maxZoom: 1.25 }
    void flow.fitView({ nodes, padding: 0.25, duration, ...limits })
    return
  }
  if (move.to === 'in') void flow.zoomIn({ duration })
  else if (move.to === 'out') void flow.zoomOut({ duration })
  else void flow.zoomTo(1, { duration })
}

/** Chips are found in their container, links between their ends. */
function nodesOf(document: Document, id: Id): readonly Id[] {
  const it = document.resources[id]
  if (!it) return []
  if (document.layout[id]) return [id]
  const home = parentOf(it, designOf(document))
  return endsOf(it) ?? (home ? [home] : [])
}

/** Room for the controls around a fitted drawing. */
export const fitPadding = { top: '56px', right: '40px', bottom: '72px', left: '40px' } as const
