import { useEffect, useRef } from 'react'
import { useReactFlow, useStoreApi, type ReactFlowInstance } from 'reactflow'
import type { CameraMove } from '../store/camera'
import { endsOf } from './edges'
import type { FlowEdge, FlowNode } from './flow-types'
import { fitted, type Size } from './fit'
import type { Designer } from '../store/designer'
import { useDesigner, useDesignerStore } from '../store/react'
import { shownAs } from '../model/collapse'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import type { Id } from '../kinds/resource'
import { rectsOf } from './rects'

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Carries out what other rooms ask of the canvas. */
export function useCamera(): void {
  const designer = useDesignerStore()
  const flow = useReactFlow<FlowNode, FlowEdge>()
  const frame = useStoreApi()
  const camera = useDesigner(({ view }) => view.camera)
  const done = useRef(camera)
  const aim = useRef<Aim | null>(null)
  useEffect(() => {
    if (!camera || done.current === camera) return
    done.current = camera
    // a frame later, so that what the same click has added is measured; of several moves each counts
    requestAnimationFrame(() => {
      const { document } = designer.getState()
      if (camera.move.type === 'zoom') {
        aim.current = zoom(flow, frame.getState(), aim.current, camera.move.to)
        return
      }
      if (camera.move.type === 'pan') pan(flow, frame.getState(), camera.move)
      else if (camera.move.type === 'reveal')
        reveal(document, flow, frame.getState(), camera.move.id)
      else if (camera.move.type === 'fit') fit(designer, flow, frame.getState())
      else show(document, flow, camera.move)
    })
  }, [camera, designer, flow, frame])
}

/** Room around what is brought into sight; the controls lie in the lower corner. */
const air = { side: 24, top: 24, bottom: 64 }

/** How far must this stretch move to lie between these two? Its beginning counts where it is longer. */
export function shiftInto(start: number, end: number, least: number, most: number): number {
  if (start < least || end - start > most - least) return least - start
  return end > most ? most - end : 0
}

/** Slides the view by the least that shows all of it; what is too large for the view is fitted. */
function reveal(
  document: Document,
  flow: ReactFlowInstance<FlowNode, FlowEdge>,
  frame: { readonly width: number; readonly height: number },
  id: Id,
): void {
  const rects = rectsOf(document)
  const shown = shownAs(document, id)
  // a chip is found in what holds it, a link between its ends
  const [stand] = nodesOf(document, id)
  const rect = rects.get(shown) ?? (stand && rects.get(stand))
  if (!rect) return
  const { x, y, zoom } = flow.getViewport()
  const [width, height] = [rect.width * zoom, rect.height * zoom]
  if (width > frame.width - 2 * air.side || height > frame.height - air.top - air.bottom) {
    show(document, flow, { type: 'ids', ids: [id] })
    return
  }
  const [left, top] = [rect.x * zoom + x, rect.y * zoom + y]
  const dx = shiftInto(left, left + width, air.side, frame.width - air.side)
  const dy = shiftInto(top, top + height, air.top, frame.height - air.bottom)
  if (dx !== 0 || dy !== 0)
    void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: calm() ? 0 : 240 })
}

/** Shows the whole drawing, clear of the controls and the minimap. */
export function fit(
  designer: Designer,
  flow: ReactFlowInstance<FlowNode, FlowEdge>,
  frame: Size,
  duration = calm() ? 0 : 240,
): void {
  const { document, view } = designer.getState()
  const minimap = view.minimap && !view.presenting
  const to = fitted([...rectsOf(document).values()], frame, minimap)
  if (to) void flow.setViewport(to, { duration })
}

function pan(
  flow: ReactFlowInstance<FlowNode, FlowEdge>,
  frame: { readonly width: number; readonly height: number },
  by: { readonly x: number; readonly y: number },
): void {
  const { x, y, zoom } = flow.getViewport()
  const to = { x: x - by.x * frame.width, y: y - by.y * frame.height, zoom }
  void flow.setViewport(to, { duration: calm() ? 0 : 160 })
}

/** How much nearer or farther one step of the zoom is. */
const step = 1.2

/** Where the zoom is on its way to, and when it is there. */
interface Aim {
  readonly zoom: number
  readonly at: number
}

/** From where an earlier step leads to: of quick clicks none is lost. */
function zoom(
  flow: ReactFlowInstance<FlowNode, FlowEdge>,
  { minZoom, maxZoom }: { readonly minZoom: number; readonly maxZoom: number },
  aim: Aim | null,
  to: 'in' | 'out' | 'actual-size',
): Aim {
  const from = aim && performance.now() < aim.at ? aim.zoom : flow.getZoom()
  const wished = to === 'in' ? from * step : to === 'out' ? from / step : 1
  const zoomed = Math.min(maxZoom, Math.max(minZoom, wished))
  const duration = calm() ? 0 : 240
  void flow.zoomTo(zoomed, { duration })
  return { zoom: zoomed, at: performance.now() + duration }
}

function show(
  document: Document,
  flow: ReactFlowInstance<FlowNode, FlowEdge>,
  move: Extract<CameraMove, { readonly type: 'ids' | 'centre' }>,
): void {
  const ids = move.type === 'ids' ? move.ids : [move.id]
  const nodes = ids.flatMap((id) => nodesOf(document, id)).map((id) => ({ id }))
  if (nodes.length === 0) return
  const now = flow.getZoom()
  const limits = move.type === 'centre' ? { minZoom: now, maxZoom: now } : { maxZoom: 1.25 }
  void flow.fitView({ nodes, padding: 0.25, duration: calm() ? 0 : 240, ...limits })
}

/** Chips are found in their container, links between their ends. */
function nodesOf(document: Document, id: Id): readonly Id[] {
  const shown = shownAs(document, id)
  const it = document.resources[shown]
  if (!it) return []
  if (document.layout[shown]) return [shown]
  const home = parentOf(it, designOf(document))
  return endsOf(it) ?? (home ? [home] : [])
}
