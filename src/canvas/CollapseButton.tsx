import { ChevronDown, ChevronRight } from 'lucide-react'
import type { Id } from '../kinds/resource'
import { toggleCollapse } from '../store/actions/collapse'
import { useDesignerStore } from '../store/react'
import styles from './CollapseButton.module.css'

/** Hides what a container holds, or shows it again. */
export function CollapseButton({
  id,
  name,
  collapsed,
}: {
  readonly id: Id
  readonly name: string
  readonly collapsed: boolean
}) {
  const designer = useDesignerStore()
  const Icon = collapsed ? ChevronRight : ChevronDown
  const verb = collapsed ? 'Expand' : 'Collapse'
  return (
    <button
      type="button"
      className={`${styles.button} nodrag nopan`}
      tabIndex={-1}
      data-of={id}
      data-collapsed={collapsed || undefined}
      aria-label={`${verb} ${name}`}
      aria-expanded={!collapsed}
      title={`${verb} (Alt+C)`}
      onClick={(event) => {
        event.stopPropagation()
        toggleCollapse(designer, [id])
      }}
      onDoubleClick={(event) => {
        event.stopPropagation()
      }}
    >
      <Icon size={16} aria-hidden />
    </button>
  )
}
