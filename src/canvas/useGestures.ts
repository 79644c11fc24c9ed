import { useMemo, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'
import {
  useReactFlow,
  useStoreApi,
  type EdgeChange,
  type NodeChange,
  type OnConnectEnd,
  type OnConnectStart,
  type OnNodeDrag,
  type ReactFlowInstance,
} from 'reactflow'
import type { Id } from '../kinds/resource'
import { designOf } from '../model/design'
import { parentOf } from '../model/containment'
import { drawLink } from '../store/actions/link'
import type { Designer } from '../store/designer'
import { useDesignerStore } from '../store/react'
import { commitCopy, commitDrag, commitResize } from './commit'
import { movedTo } from './drop'
import type { FlowEdge, FlowNode } from './flow-types'
import { resourceAt } from './focus'
import { pressed } from './keys'
import { linkEndAt } from './link-end'
import { placeAt } from './place'
import { touchesHome, under, type Point } from './rects'
import { useSessionStore, type SessionStore } from './session'
import { inFlight, useFlight, type InAir } from './useFlight'
import type { Stops } from './walk'

type AnyPointer = globalThis.MouseEvent | TouchEvent

type Flow = ReactFlowInstance<FlowNode, FlowEdge>

function pointIn(flow: Flow, event: AnyPointer | MouseEvent): Point {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event
  const screen = { x: at?.clientX ?? 0, y: at?.clientY ?? 0 }
  return flow.screenToFlowPosition(screen, { snapToGrid: false })
}

function clicksOn(designer: Designer, flow: Flow) {
  /** A click while something waits to be placed places it. */
  const placed = (event: MouseEvent): boolean => {
    const { placing } = designer.getState().view
    if (!placing) return false
    designer.look({ placing: null })
    placeAt(designer, placing, pointIn(flow, event))
    return true
  }
  return {
    onNodeClick: (event: MouseEvent) => {
      placed(event)
    },
    onPaneClick: (event: MouseEvent) => {
      if (!placed(event)) designer.select([])
    },
    onNodeDoubleClick: (_event: MouseEvent, node: FlowNode) => {
      designer.inspect(node.id as Id)
    },
    onEdgeDoubleClick: (_event: MouseEvent, edge: FlowEdge) => {
      designer.inspect(edge.id as Id)
    },
  }
}

interface Stage {
  readonly designer: Designer
  readonly session: SessionStore
  readonly flow: Flow
  readonly store: ReturnType<typeof useStoreApi<FlowNode, FlowEdge>>
  readonly inAir: InAir
}

function movesOn({ designer, session, flow, store, inAir: { flight, take, land } }: Stage) {
  const pointOf = (event: AnyPointer | MouseEvent) => pointIn(flow, event)

  const chosen = (changes: readonly (NodeChange<FlowNode> | EdgeChange<FlowEdge>)[]) => {
    const selects = changes.filter((change) => change.type === 'select')
    if (selects.length === 0) return
    const { selection } = designer.getState().view
    const { multiSelectionActive, nodeLookup, edgeLookup } = store.getState()
    const drawn = (id: Id) => nodeLookup.has(id) || edgeLookup.has(id)
    // React Flow knows nothing of chips: a plain click lets go of them too
    const next = new Set(multiSelectionActive ? selection : selection.filter(drawn))
    for (const { id, selected } of selects)
      if (selected) next.add(id as Id)
      else next.delete(id as Id)
    designer.select([...next])
  }

  const onNodesChange = (changes: NodeChange<FlowNode>[]) => {
    chosen(changes)
    const { document, readOnly } = designer.getState()
    if (readOnly) return
    const next = inFlight(flight.current, changes, document)
    const resized = changes.some(
      (change) => change.type === 'dimensions' && change.resizing === false,
    )
    if (resized) {
      commitResize(designer, next)
      land()
    } else if (changes.some(({ type }) => type === 'position' || type === 'dimensions')) take(next)
  }

  const onNodeDrag: OnNodeDrag<FlowNode> = (event, grabbed, dragged) => {
    const { document } = designer.getState()
    const design = designOf(document)
    const it = design.get(grabbed.id as Id)
    if (!it) return
    const without = new Set(dragged.map(({ id }) => id as Id))
    const over = under(document, pointOf(event), without)
    const landing = movedTo(it, over, touchesHome(document, it, grabbed.position), design)
    const stays = landing.ok && landing.on === parentOf(it, design)
    const drop = stays ? null : { on: landing.on, refusal: landing.ok ? null : landing.reason }
    const before = session.getState().drop
    if (before?.on !== drop?.on || before?.refusal !== drop?.refusal) session.setState({ drop })
  }

  const onNodeDragStop: OnNodeDrag<FlowNode> = (event, _grabbed, dragged) => {
    session.setState({ drop: null })
    const commit = event.altKey ? commitCopy : commitDrag
    commit(
      designer,
      flight.current,
      dragged.map(({ id }) => id as Id),
      pointOf(event),
    )
    land()
  }

  const onConnectStart: OnConnectStart = (_event, { nodeId }) => {
    session.setState({ linkFrom: nodeId as Id | null })
  }

  const onConnectEnd: OnConnectEnd = (event, { fromNode }) => {
    session.setState({ linkFrom: null })
    const { document } = designer.getState()
    const from = fromNode && document.resources[fromNode.id as Id]
    const end = from && linkEndAt(document, from, pointOf(event))
    if (end) drawLink(designer, from.id, end.id)
  }

  return {
    onNodesChange,
    onEdgesChange: chosen as (changes: EdgeChange<FlowEdge>[]) => void,
    onNodeDrag,
    onNodeDragStop,
    onConnectStart,
    onConnectEnd,
  }
}

/** What the pointer and the keys do on the canvas, as calls of commands. */
export function useGestures(derived: readonly FlowNode[], stops: Stops) {
  const designer = useDesignerStore()
  const session = useSessionStore()
  const flow = useReactFlow<FlowNode, FlowEdge>()
  const store = useStoreApi<FlowNode, FlowEdge>()
  const { nodes, inAir } = useFlight(derived)
  // every node hears of another handler: with many of them no frame of a drag may bring new ones
  const handlers = useMemo(
    () => ({
      ...clicksOn(designer, flow),
      ...movesOn({ designer, session, flow, store, inAir }),
    }),
    [designer, session, flow, store, inAir],
  )
  return {
    nodes,
    ...handlers,
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
      if (!pressed(designer, event, stops)) return
      event.preventDefault()
      event.stopPropagation()
    },
    /** What the keyboard reaches comes into sight. */
    onFocus: ({ target, currentTarget }: FocusEvent<HTMLDivElement>) => {
      const focused = resourceAt(target)
      session.setState(focused ? { focused, last: focused } : { focused })
      if (!focused || !target.matches(':focus-visible')) return
      const [node, frame] = [target.getBoundingClientRect(), currentTarget.getBoundingClientRect()]
      const outside =
        node.right < frame.left ||
        node.left > frame.right ||
        node.bottom < frame.top ||
        node.top > frame.bottom
      if (outside) designer.show({ type: 'centre', id: focused })
    },
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent<HTMLDivElement>) => {
      if (!currentTarget.contains(relatedTarget)) session.setState({ focused: null })
    },
  }
}
