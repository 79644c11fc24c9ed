import { useId, useMemo, useState } from 'react'
import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  ReactFlow,
  SelectionMode,
  useKeyPress,
  useReactFlow,
  useStore,
  useStoreApi,
  type EdgeTypes,
  type NodeTypes,
} from 'reactflow'
import type { Id } from '../kinds/resource'
import { gridStep } from '../model/layout'
import { useDesigner, useDesignerStore } from '../store/react'
import { reachedNow, reachWords } from '../store/reach'
import { findingCounts } from '../store/selectors'
import { Associations } from './Associations'
import { BorderNode } from './BorderNode'
import { CanvasControls } from './CanvasControls'
import { CanvasMenu } from './CanvasMenu'
import { CardNode } from './CardNode'
import { ContainerNode } from './ContainerNode'
import { useClipboard } from './clipboard'
import { detailAt, distanceAt } from './detail'
import { shapeOf } from './distant'
import { DistantLinks } from './DistantLinks'
import { DropHint } from './DropHint'
import { edgeDeriver } from './edges'
import { EmptyState } from './EmptyState'
import styles from './Flow.module.css'
import type { FlowEdge, FlowNode } from './flow-types'
import { resourceAt } from './focus'
import { GroupFrames } from './GroupFrames'
import { LinkEdge } from './LinkEdge'
import { LinkLine } from './LinkLine'
import { pathIsLit } from './lit'
import { drawsMany } from './many'
import { nodeDeriver } from './nodes'
import { Notice } from './Notice'
import { PathOverlay } from './PathOverlay'
import { rectsOf } from './rects'
import { useSessionStore } from './session'
import { ShapeNode } from './ShapeNode'
import { TabStopContext } from './stops'
import { farthest, fitted } from './fit'
import { fit, useCamera } from './useCamera'
import { useDropping } from './useDropping'
import { useGestures } from './useGestures'
import { useStops } from './useStops'

const nodeTypes: NodeTypes = {
  container: ContainerNode,
  card: CardNode,
  place: CardNode,
  edge: BorderNode,
  shape: ShapeNode,
}
const edgeTypes: EdgeTypes = { link: LinkEdge }
const noEdges: FlowEdge[] = []
const multiSelection = ['Shift']
const snapGrid: [number, number] = [gridStep, gridStep]

/** About as large as the canvas will be, until it has been measured. */
const expected = { width: window.innerWidth, height: window.innerHeight }

export function Flow() {
  const designer = useDesignerStore()
  const session = useSessionStore()
  const flow = useReactFlow<FlowNode, FlowEdge>()
  const frame = useStoreApi()
  const document = useDesigner((state) => state.document)
  const selection = useDesigner(({ view }) => view.selection)
  const findings = useDesigner(findingCounts)
  const readOnly = useDesigner((state) => state.readOnly)
  const { placing, wheel, hand, presenting, grid } = useDesigner(({ view }) => view)
  const lit = useDesigner((state) => pathIsLit(state) || state.view.reach !== null)
  const reached = useDesigner(reachedNow)
  const [first] = useState(() => {
    if (!drawsMany(document)) return null
    return fitted([...rectsOf(document).values()], expected, true)
  })
  // until React Flow has taken the view it stands at 100 %, where far too much would be drawn
  const detail = useStore(({ transform, panZoom }) =>
    detailAt(panZoom || !first ? transform[2] : first.zoom),
  )
  const bypassSnap = useKeyPress(['Meta', 'Control'])
  const distance = useStore(({ transform }) => distanceAt(transform[2]))
  // an empty canvas has nothing to fit; fitting the first drop later would move it from its place
  const [fits] = useState(() => Object.keys(document.resources).length > 0)
  const [deriveNodes] = useState(nodeDeriver)
  const [deriveEdges] = useState(edgeDeriver)
  const { stops, stop } = useStops(detail)
  // a drag draws a frame anew with every move, and changes none of these
  const derived = useMemo(
    () =>
      deriveNodes({
        document,
        selection,
        findings,
        stop,
        ...(reached && { reach: (id) => reachWords(designer.getState(), id) }),
      }),
    [deriveNodes, document, selection, findings, stop, reached, designer],
  )
  const edges = useMemo(() => deriveEdges(document, selection), [deriveEdges, document, selection])
  const gestures = useGestures(derived, stops)
  const dropping = useDropping(session)
  const isLarge = drawsMany(document)
  const isAbridged = isLarge && detail === 'distant'
  const nodes = useMemo(
    () =>
      isAbridged
        ? gestures.nodes.filter(({ parentId }) => parentId === undefined).map(shapeOf)
        : gestures.nodes,
    [gestures.nodes, isAbridged],
  )
  const [menu, setMenu] = useState<{ target: Id | null; at: { x: number; y: number } }>({
    target: null,
    at: { x: 0, y: 0 },
  })
  const keysId = useId()
  useCamera()
  useClipboard()
  const looks = readOnly || presenting
  return (
    <TabStopContext value={stop}>
      <CanvasMenu target={menu.target} at={menu.at}>
        <div
          role="presentation"
          className={styles.canvas}
          data-canvas
          data-detail={detail}
          data-distance={isAbridged ? distance : undefined}
          data-path={lit ? 'lit' : undefined}
          data-placing={placing ?? undefined}
          data-looks={looks || undefined}
          {...dropping}
          onKeyDown={gestures.onKeyDown}
          onFocus={gestures.onFocus}
          onBlur={gestures.onBlur}
          onPointerMove={(event) => {
            const { clientX: x, clientY: y } = event
            session.setState({
              pointer: flow.screenToFlowPosition({ x, y }, { snapToGrid: false }),
            })
          }}
          onContextMenuCapture={(event) => {
            const { clientX: x, clientY: y } = event
            const target = resourceAt(event.target)
            if (target && !designer.getState().view.selection.includes(target))
              designer.select([target])
            setMenu({ target, at: flow.screenToFlowPosition({ x, y }, { snapToGrid: false }) })
          }}
        >
          <span id={keysId} hidden>
            Arrow keys walk from one resource to the next, full stop and comma in reading order.
            Space selects; what is selected moves with the arrow keys. Enter opens the inspector,
            question mark lists all keys.
          </span>
          <ReactFlow<FlowNode, FlowEdge>
            aria-label="Drawing"
            aria-describedby={keysId}
            nodes={nodes}
            onlyRenderVisibleElements={isLarge}
            edges={isAbridged ? noEdges : edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodesChange={gestures.onNodesChange}
            onEdgesChange={gestures.onEdgesChange}
            onNodeDrag={gestures.onNodeDrag}
            onNodeDragStop={gestures.onNodeDragStop}
            onNodeClick={gestures.onNodeClick}
            onNodeDoubleClick={gestures.onNodeDoubleClick}
            onEdgeDoubleClick={gestures.onEdgeDoubleClick}
            onPaneClick={gestures.onPaneClick}
            onConnectStart={gestures.onConnectStart}
            onConnectEnd={gestures.onConnectEnd}
            connectionLineComponent={LinkLine}
            connectionMode={ConnectionMode.Loose}
            connectOnClick={false}
            nodesDraggable={!looks}
            nodesConnectable={!looks}
            elementsSelectable={!presenting}
            nodeDragThreshold={3}
            elevateNodesOnSelect={false}
            elevateEdgesOnSelect={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={multiSelection}
            selectionOnDrag={!hand && !presenting}
            selectionMode={SelectionMode.Partial}
            panOnDrag={hand || presenting ? [0, 1] : [1]}
            panOnScroll={wheel === 'pan'}
            zoomOnDoubleClick={false}
            snapToGrid={!bypassSnap}
            snapGrid={snapGrid}
            minZoom={farthest}
            {...(first && { defaultViewport: first, ...expected })}
            maxZoom={2.5}
            onInit={(instance) => {
              if (fits) fit(designer, instance, frame.getState(), 0)
            }}
            proOptions={{ hideAttribution: true }}
          >
            {grid && distance === 0 && (
              <Background
                variant={BackgroundVariant.Dots}
                gap={gridStep * 3}
                size={1.5}
                color="var(--canvas-dots)"
              />
            )}
            <GroupFrames />
            {isAbridged ? (
              <DistantLinks nodes={gestures.nodes} resting={derived} edges={edges} />
            ) : (
              <Associations />
            )}
            <PathOverlay />
            {!presenting && <CanvasControls />}
            {!presenting && <EmptyState />}
            {!presenting && <DropHint />}
            <Notice />
          </ReactFlow>
        </div>
      </CanvasMenu>
    </TabStopContext>
  )
}
