import { memo } from 'react'
import type { NodeProps } from 'reactflow'
import { definitionOf } from '../kinds/catalogue'
import { kindOf } from '../base/id'
import { reachMarkWithin } from '../store/reach'
import { useDesigner } from '../store/react'
import styles from './ContainerNode.module.css'
import type { FlowNode } from './flow-types'
import { isLitHere, useAppearance } from './useAppearance'

/** The longest side of a box that has no room for a name in the size of the larger distances, in canvas units. */
const narrow = 560

/**
 * A box as it is seen from a distance: its colour and its name, and whether a path goes through it or
 * what it holds is reached.
 */
function Shape({ data: { id }, selected, width = 0, height = 0 }: NodeProps<FlowNode>) {
  const appearance = useAppearance(id)
  const lit = useDesigner(isLitHere(id))
  const reach = useDesigner(reachMarkWithin(id))
  if (!appearance) return null
  const large = definitionOf({ kind: kindOf(id) }).placement.type === 'canvas'
  return (
    <div
      className={`${styles.box} ${styles.shape}`}
      data-node
      data-tint={appearance.tint}
      data-large={large || undefined}
      data-narrow={(width <= narrow && height <= narrow) || undefined}
      data-upright={(width <= narrow && height > narrow) || undefined}
      data-selected={selected || undefined}
      data-lit={lit || undefined}
      data-reach={reach ?? undefined}
    >
      <div className={styles.header}>
        <span className={styles.words}>
          <span className={styles.name}>
            <span className={styles.title}>{appearance.name}</span>
          </span>
        </span>
      </div>
    </div>
  )
}

export const ShapeNode = memo(
  Shape,
  (before, after) =>
    before.data === after.data &&
    before.selected === after.selected &&
    before.width === after.width &&
    before.height === after.height,
)
