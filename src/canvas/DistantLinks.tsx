import { useMemo } from 'react'
import { useStore, ViewportPortal } from 'reactflow'
import styles from './DistantLinks.module.css'
import { inUnits, unitAt } from './detail'
import { boxesOf, linesOf, spansOf } from './distant'
import type { FlowEdge, FlowNode } from './flow-types'

interface DistantLinksProps {
  readonly nodes: readonly FlowNode[]
  /** The same nodes where they lie while nothing is dragged. */
  readonly resting: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
}

/** All links as they are seen from a distance: straight lines, without labels. */
export function DistantLinks({ nodes, resting, edges }: DistantLinksProps) {
  const unit = useStore(({ transform }) => unitAt(transform[2]))
  const spans = useMemo(() => spansOf(resting, edges), [resting, edges])
  const boxes = useMemo(() => boxesOf(resting), [resting])
  const moved = useMemo(() => nodes.filter((node, i) => node !== resting[i]), [nodes, resting])
  const dragged = moved.map(({ id }) => id).join(' ')
  // one path covers the whole canvas: a drag leaves it alone, and draws anew only what follows it
  const { still, following } = useMemo(() => {
    const ids = new Set(dragged.split(' '))
    const follows = spans.map(({ from, to }) => ids.has(from) || ids.has(to))
    const staying = spans.filter((_span, i) => !follows[i])
    return { still: linesOf(staying, boxes), following: spans.filter((_span, i) => follows[i]) }
  }, [spans, boxes, dragged])
  const now = moved.length === 0 ? boxes : new Map([...boxes, ...boxesOf(moved)])
  return (
    <ViewportPortal>
      <svg className={styles.layer} style={inUnits(unit)} aria-hidden>
        <path className={styles.far} d={still} />
        <path className={styles.far} d={linesOf(following, now)} />
      </svg>
    </ViewportPortal>
  )
}
