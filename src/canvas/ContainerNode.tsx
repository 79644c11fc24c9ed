import { memo } from 'react'
import { NodeResizer, type NodeProps } from 'reactflow'
import { useShallow } from 'zustand/react/shallow'
import { definitionOf } from '../kinds/catalogue'
import { kindOf } from '../base/id'
import { useDesigner } from '../store/react'
import { collisionOf } from '../store/selectors'
import { AwsIcon } from '../ui/AwsIcon'
import { captionLines } from './caption-lines'
import { Captions } from './Captions'
import { ChipFoot } from './ChipFoot'
import { CollapseButton } from './CollapseButton'
import styles from './ContainerNode.module.css'
import { FindingBadge } from './FindingBadge'
import type { FlowNode } from './flow-types'
import { LinkHandles } from './LinkHandles'
import { LockMark } from './LockMark'
import { countIn } from './rects'
import { minimumSize } from './resize'
import { dropStateOf, useSession } from './session'
import { useAppearance, useMarks } from './useAppearance'
import { useLinkState } from './useLinkState'

/** Anything that holds others. Draws what the look says and knows no kind. */
function Container({ data: { id }, selected }: NodeProps<FlowNode>) {
  const appearance = useAppearance(id)
  const marks = useMarks(id)
  const collision = useDesigner(collisionOf(id))
  const drop = useSession(dropStateOf(id))
  const link = useLinkState(id)
  const least = useDesigner(useShallow(minimumSize(id)))
  const readOnly = useDesigner((state) => state.readOnly || state.view.presenting)
  const locked = useDesigner(({ document }) => document.layout[id]?.locked ?? false)
  const collapsed = useDesigner(({ document }) => document.layout[id]?.collapsed ?? false)
  const count = useDesigner(({ document }) => (collapsed ? countIn(document, id) : 0))
  const kind = kindOf(id)
  if (!appearance) return null
  const { name, icon, tint, badge, captions } = appearance
  const large = definitionOf({ kind }).placement.type === 'canvas'
  const { addresses, words } = captionLines(captions)
  return (
    <div
      className={styles.box}
      data-node
      data-tint={tint}
      data-large={large || undefined}
      data-collapsed={collapsed || undefined}
      data-drop={drop ?? undefined}
      data-link={link ?? undefined}
      {...marks}
    >
      {selected && !readOnly && !locked && !collapsed && (
        <NodeResizer
          minWidth={least[0]}
          minHeight={least[1]}
          lineClassName={styles.line ?? ''}
          handleClassName={styles.corner ?? ''}
        />
      )}
      <div className={styles.header}>
        <AwsIcon name={icon} size={large ? 32 : 24} />
        <span className={styles.words} title={captions.join(' · ')}>
          <span className={styles.name}>
            <span className={styles.title}>{name}</span>
            {badge && <em className={styles.state}>{badge}</em>}
          </span>
          <Captions captions={addresses} collision={collision} />
          <Captions captions={collapsed ? [count === 0 ? 'empty' : `${count} inside`] : words} />
        </span>
        <FindingBadge id={id} name={name} />
        <span className={styles.tools}>
          <LockMark id={id} />
          {!readOnly && <CollapseButton id={id} name={name} collapsed={collapsed} />}
        </span>
      </div>
      <ChipFoot id={id} />
      <LinkHandles id={id} name={name} kind={kind} />
    </div>
  )
}

/** Redrawn for its own sake only: where it lies on the canvas is React Flow's affair. */
export const ContainerNode = memo(
  Container,
  (before, after) => before.data === after.data && before.selected === after.selected,
)
