import { Field as BaseField } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import styles from './Field.module.css'

/** A label, its control and what is worth knowing about it. */
export function Field({
  label,
  hint,
  wide = false,
  children,
  highlighted,
}: {
  readonly label: string
  readonly hint?: ReactNode
  /** The control below the label, not beside it. */
  readonly wide?: boolean | undefined
  readonly children: ReactNode
  readonly highlighted?: boolean | undefined
}) {
  return (
    <BaseField.Root
      className={styles.field}
      data-wide={wide || undefined}
      data-highlighted={highlighted || undefined}
    >
      <BaseField.Label className={styles.label}>{label}</BaseField.Label>
      <div className={styles.control}>
        {children}
        {hint !== undefined && hint !== '' && (
          <BaseField.Description className={styles.hint}>{hint}</BaseField.Description>
        )}
      </div>
    </BaseField.Root>
  )
}
