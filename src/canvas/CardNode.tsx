import { memo } from 'react'
import type { NodeProps } from 'reactflow'
import { AwsIcon } from '../ui/AwsIcon'
import { Captions } from './Captions'
import styles from './CardNode.module.css'
import { FindingBadge } from './FindingBadge'
import type { FlowNode } from './flow-types'
import { LinkHandles } from './LinkHandles'
import { LockMark } from './LockMark'
import { useDesigner } from '../store/react'
import { dropStateOf, useSession } from './session'
import { useAppearance, useMarks } from './useAppearance'

/** A node inside its container, or a place outside every VPC. */
function Card({ data: { id }, type }: NodeProps<FlowNode>) {
  const appearance = useAppearance(id)
  const marks = useMarks(id)
  const kind = useDesigner(({ document }) => document.resources[id]?.kind)
  const drop = useSession(dropStateOf(id))
  if (!appearance) return null
  const { name, icon, tint, badge, captions } = appearance
  return (
    <div
      className={styles.card}
      data-node
      data-shape={type}
      data-tint={tint}
      data-drop={drop ?? undefined}
      {...marks}
    >
      <AwsIcon name={icon} size={32} />
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <Captions captions={badge ? [badge, ...captions].slice(0, 2) : captions} stacked />
      </span>
      <LockMark id={id} />
      <span className={styles.badge}>
        <FindingBadge id={id} name={name} />
      </span>
      {kind && <LinkHandles id={id} name={name} kind={kind} />}
    </div>
  )
}

export const CardNode = memo(
  Card,
  (before, after) => before.data === after.data && before.type === after.type,
)
