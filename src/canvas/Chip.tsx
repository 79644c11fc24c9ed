import type { Id } from '../kinds/resource'
import { designOf } from '../model/design'
import { useDesigner, useDesignerStore } from '../store/react'
import { findingCountOf } from '../store/selectors'
import { AwsIcon } from '../ui/AwsIcon'
import styles from './Chip.module.css'
import { labelOf } from './labels'
import { useTabIndex } from './stops'
import { useAppearance, useMarks } from './useAppearance'

/** A small resource in its container's foot; a button that selects it, Enter inspects. */
export function Chip({ id }: { readonly id: Id }) {
  const designer = useDesignerStore()
  const appearance = useAppearance(id)
  const marks = useMarks(id)
  const tabIndex = useTabIndex(id)
  const findings = useDesigner(findingCountOf(id))
  const resource = useDesigner(({ document }) => document.resources[id])
  if (!appearance || !resource) return null
  const design = designOf(designer.getState().document)
  return (
    <button
      type="button"
      className={`${styles.chip} nodrag nopan`}
      data-node
      data-resource={id}
      tabIndex={tabIndex}
      data-tint={appearance.tint}
      {...marks}
      aria-label={labelOf(resource, design, findings)}
      aria-pressed={marks['data-selected'] ?? false}
      title={`${appearance.term} ${appearance.name}: ${appearance.captions.join(', ')}`}
      onClick={(event) => {
        event.stopPropagation()
        const { selection } = designer.getState().view
        designer.select(event.shiftKey ? [...selection, id] : [id])
      }}
      onDoubleClick={(event) => {
        event.stopPropagation()
        designer.inspect(id)
      }}
    >
      <AwsIcon name={appearance.icon} size={16} />
      <span className={styles.name}>{appearance.name}</span>
      {appearance.badge && <em className={styles.state}>{appearance.badge}</em>}
    </button>
  )
}
