import { ViewportPortal, type ConnectionLineComponentProps } from 'reactflow'
import type { Id } from '../kinds/resource'
import { designOf } from '../model/design'
import { linkRefusal } from '../store/actions/link'
import { useDesignerStore } from '../store/react'
import type { FlowNode } from './flow-types'
import styles from './LinkLine.module.css'
import { linkEndAt } from './link-end'

/** The line under the pointer while a link is drawn; says why it may not end here. */
export function LinkLine({
  fromNode,
  fromX,
  fromY,
  toX,
  toY,
  pointer,
}: ConnectionLineComponentProps<FlowNode>) {
  const designer = useDesignerStore()
  const { document } = designer.getState()
  const design = designOf(document)
  const from = design.get(fromNode.id as Id)
  const end = from && linkEndAt(document, from, pointer)
  const refusal = from && end ? linkRefusal(from, end, design) : null
  return (
    <>
      <path
        className={styles.line}
        data-state={refusal ? 'refused' : end ? 'legal' : 'open'}
        d={`M${fromX} ${fromY} L${toX} ${toY}`}
      />
      <circle
        className={styles.tip}
        data-state={refusal ? 'refused' : 'open'}
        cx={toX}
        cy={toY}
        r={5}
      />
      {refusal && (
        <ViewportPortal>
          <div
            className={styles.reason}
            style={{ transform: `translate(${toX + 14}px, ${toY + 14}px)` }}
          >
            {refusal.reason}
            {refusal.drawable && ' Drop to draw it as failed.'}
          </div>
        </ViewportPortal>
      )}
    </>
  )
}
