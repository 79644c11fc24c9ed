import { useMemo } from 'react'
import { ViewportPortal } from 'reactflow'
import type { Id } from '../kinds/resource'
import { useDesigner } from '../store/react'
import styles from './Associations.module.css'
import { centresOf, linesOf, spansOf } from './distant'
import type { FlowEdge, FlowNode } from './flow-types'
import { litIds } from './lit'

interface DistantLinksProps {
  readonly nodes: readonly FlowNode[]
  /** The same nodes where they lie while nothing is dragged. */
  readonly resting: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
}

/** All links as they are seen from a distance: straight lines, without labels, those of a path apart. */
export function DistantLinks({ nodes, resting, edges }: DistantLinksProps) {
  const lit = useDesigner(litIds)
  const spans = useMemo(() => spansOf(resting, edges), [resting, edges])
  const centres = useMemo(() => centresOf(resting), [resting])
  const moved = useMemo(() => nodes.filter((node, i) => node !== resting[i]), [nodes, resting])
  const dragged = moved.map(({ id }) => id).join(' ')
  // one path covers the whole canvas: a drag leaves it alone, and draws anew only what follows it
  const { still, following } = useMemo(() => {
    const ids = new Set(dragged.split(' '))
    const follows = spans.map(({ from, to }) => ids.has(from) || ids.has(to))
    const staying = spans.filter((_span, i) => !follows[i])
    return { still: linesOf(staying, centres), following: spans.filter((_span, i) => follows[i]) }
  }, [spans, centres, dragged])
  const onPath = useMemo(() => spans.filter(({ id }) => lit.has(id as Id)), [spans, lit])
  const now = moved.length === 0 ? centres : new Map([...centres, ...centresOf(moved)])
  return (
    <ViewportPortal>
      <svg className={styles.layer} aria-hidden>
        <path className={styles.far} d={still} />
        <path className={styles.far} d={linesOf(following, now)} />
        <path className={styles.far} d={linesOf(onPath, now)} data-lit />
      </svg>
    </ViewportPortal>
  )
}
