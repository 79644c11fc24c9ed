import { useMemo } from 'react'
import { useStore, ViewportPortal } from 'reactflow'
import type { Trace } from '../engine/answer'
import { definitionOf } from '../kinds/catalogue'
import type { Id } from '../kinds/resource'
import { shownAs } from '../model/collapse'
import type { Document } from '../model/document'
import { useDesigner } from '../store/react'
import { trace as traceOf } from '../store/selectors'
import { detailAt, inUnits, unitAt, type Detail } from './detail'
import { DropMark } from './DropMark'
import { drawnEndsOf, lanesOf } from './edges'
import { litLeg, type LitLeg, type Scene } from './lit-path'
import { legible } from './legible'
import styles from './PathOverlay.module.css'
import { PathLegend } from './PathLegend'
import type { Rect } from './rects'
import { pathOf, routeBetween } from './route'
import { useRects } from './useRects'

export function sceneOf(
  document: Document,
  rects: ReadonlyMap<Id, Rect>,
  detail: Detail,
): Omit<Scene, 'unit'> {
  const lanes = lanesOf(document)
  const shapeOf = (id: Id) => {
    const it = document.resources[id]
    return it ? definitionOf(it).look.shape : null
  }
  const rectOf = (id: Id) => rects.get(shownAs(document, id)) ?? null
  // what is collapsed is met as a whole, like a card
  const runsThrough = (id: Id) => {
    const shown = shownAs(document, id)
    return shapeOf(shown) === 'container' && !document.layout[shown]?.collapsed
  }
  const cardRect = (id: Id) => (runsThrough(id) ? null : rectOf(id))
  return {
    cardRect,
    containerRect: (id) => (runsThrough(id) ? rectOf(id) : null),
    linkLine: (id) => {
      const it = document.resources[id]
      const ends = it && drawnEndsOf(document, it)
      const [from, to] = ends ? [rects.get(ends[0]), rects.get(ends[1])] : []
      return from && to ? routeBetween(from, to, lanes.get(id) ?? 0) : null
    },
    linkCards: (id) => {
      const it = document.resources[id]
      const ends = it && drawnEndsOf(document, it)
      return ends ? [cardRect(ends[0]), cardRect(ends[1])] : [null, null]
    },
    avoid: legible(document, rects, detail),
    detail,
  }
}

/** The way of the packet and of its reply, drawn over everything. */
export function PathOverlay() {
  const trace = useDesigner((state) => (state.view.reach ? null : traceOf(state)))
  return trace && <LitPath trace={trace} />
}

function LitPath({ trace }: { readonly trace: Trace }) {
  const document = useDesigner((state) => state.document)
  const detail = useStore(({ transform }) => detailAt(transform[2]))
  // what is off the path counts too: the path keeps clear of its words
  const ids = useMemo(() => Object.keys(document.layout) as Id[], [document.layout])
  const rects = useRects(ids)
  const unit = useStore(({ transform }) => unitAt(transform[2]))
  const drawing = useMemo(() => sceneOf(document, rects, detail), [document, rects, detail])
  const { request, reply } = useMemo(() => {
    const scene = { ...drawing, unit }
    return {
      request: litLeg(trace.request, scene, trace.verdict),
      reply: litLeg(trace.reply, scene, trace.verdict),
    }
  }, [drawing, unit, trace])
  const drop = request.drop ?? reply.drop
  return (
    <>
      <ViewportPortal>
        <svg className={styles.layer} style={inUnits(unit)} aria-hidden>
          <defs>
            <Arrow id="causeway-request" way="request" unit={unit} />
            <Arrow id="causeway-reply" way="reply" unit={unit} />
          </defs>
          <Way leg={request} way="request" />
          <Way leg={reply} way="reply" />
        </svg>
        {drop && <DropMark drop={drop} unit={unit} />}
      </ViewportPortal>
      <PathLegend
        request={request.lines.length > 0}
        reply={reply.lines.length > 0}
        end={drop && (drop.isKnown ? 'dropped' : 'unknown')}
      />
    </>
  )
}

function Way({ leg, way }: { readonly leg: LitLeg; readonly way: 'request' | 'reply' }) {
  return leg.lines.map((line) => {
    const path = pathOf(line)
    return (
      <g key={path}>
        <path className={styles.halo} d={path} />
        <path className={styles.way} data-way={way} d={path} markerEnd={`url(#causeway-${way})`} />
        <path className={styles.flow} data-way={way} d={path} />
      </g>
    )
  })
}

interface ArrowProps {
  readonly id: string
  readonly way: 'request' | 'reply'
  readonly unit: number
}

/** The request's head is filled, the reply's is open. */
function Arrow({ id, way, unit }: ArrowProps) {
  return (
    <marker
      id={id}
      viewBox="0 0 12 12"
      refX={11}
      refY={6}
      markerWidth={12 * unit}
      markerHeight={12 * unit}
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path
        className={styles.head}
        data-way={way}
        d={way === 'request' ? 'M1 1 L11 6 L1 11 Z' : 'M1.5 1.5 L10.5 6 L1.5 10.5'}
      />
    </marker>
  )
}
