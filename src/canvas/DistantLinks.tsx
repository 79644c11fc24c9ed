import { useMemo } from 'react'
import { ViewportPortal } from 'reactflow'
import type { Id } from '../kinds/resource'
import { useDesigner } from '../store/react'
import styles from './Associations.module.css'
import { linesBetween } from './distant'
import type { FlowEdge, FlowNode } from './flow-types'
import { litIds } from './lit'

/** All links as they are seen from a distance: straight lines, without labels, those of a path apart. */
export function DistantLinks({
  nodes,
  edges,
}: {
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
}) {
  const lit = useDesigner(litIds)
  const [all, onPath] = useMemo(
    () => [
      linesBetween(nodes, edges),
      linesBetween(
        nodes,
        edges.filter(({ id }) => lit.has(id as Id)),
      ),
    ],
    [nodes, edges, lit],
  )
  return (
    <ViewportPortal>
      <svg className={styles.layer} aria-hidden>
        <path className={styles.far} d={all} />
        <path className={styles.far} d={onPath} data-lit />
      </svg>
    </ViewportPortal>
  )
}
