import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { Severity } from '../engine/answer'
import type { Id } from '../kinds/resource'
import { useDesigner, useDesignerStore } from '../store/react'
import { useShallow } from 'zustand/react/shallow'
import { shownFindings } from './shown-findings'
import styles from './FindingBadge.module.css'
import { findingWords } from './labels'

const icons: Readonly<Record<Severity, typeof Info>> = {
  error: CircleAlert,
  warn: TriangleAlert,
  info: Info,
}

/** How many findings there are here and how bad; opens the findings panel at them. */
export function FindingBadge({ id, name }: { readonly id: Id; readonly name: string }) {
  const designer = useDesignerStore()
  const findings = useDesigner(useShallow(shownFindings(id)))
  if (!findings) return null
  const Icon = icons[findings.worst]
  return (
    <button
      type="button"
      className={`${styles.badge} nodrag nopan`}
      tabIndex={-1}
      data-of={id}
      data-severity={findings.worst}
      aria-label={`${findingWords(findings)} at ${name}. Show findings`}
      title={findingWords(findings)}
      onClick={(event) => {
        event.stopPropagation()
        designer.look({ panel: 'findings', selection: [id] })
      }}
    >
      <Icon size={12} strokeWidth={2.5} aria-hidden />
      {findings.count}
    </button>
  )
}
