import { memo } from 'react'
import type { NodeProps } from 'reactflow'
import { AwsIcon } from '../ui/AwsIcon'
import styles from './BorderNode.module.css'
import { FindingBadge } from './FindingBadge'
import type { FlowNode } from './flow-types'
import { LinkHandles } from './LinkHandles'
import { LockMark } from './LockMark'
import { useDesigner } from '../store/react'
import { useAppearance, useMarks } from './useAppearance'

/** A gateway that sits astride its container's border, its label outside. */
function OnBorder({ data: { id } }: NodeProps<FlowNode>) {
  const appearance = useAppearance(id)
  const marks = useMarks(id)
  const kind = useDesigner(({ document }) => document.resources[id]?.kind)
  if (!appearance) return null
  const { name, icon, tint, badge } = appearance
  return (
    <div className={styles.gate} data-node data-tint={tint} {...marks}>
      <AwsIcon name={icon} size={40} />
      <span className={styles.label}>
        <span className={styles.name}>{name}</span>
        {badge && <em className={styles.state}>{badge}</em>}
        <LockMark id={id} />
        <FindingBadge id={id} name={name} />
      </span>
      {kind && <LinkHandles id={id} name={name} kind={kind} small />}
    </div>
  )
}

export const BorderNode = memo(OnBorder, (before, after) => before.data === after.data)
