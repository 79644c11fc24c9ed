import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './IconButton'
import styles from './Notice.module.css'

const icons = { info: Info, warn: TriangleAlert, problem: CircleAlert } as const

/** A word to the user in its place: what is so, and a way out beside it. */
export function Notice({
  tone = 'info',
  children,
  action,
  onClose,
}: {
  readonly tone?: 'info' | 'warn' | 'problem'
  readonly children: ReactNode
  readonly action?: ReactNode
  readonly onClose?: (() => void) | undefined
}) {
  const Icon = icons[tone]
  return (
    <div className={styles.notice} data-tone={tone}>
      <Icon aria-hidden />
      <div className={styles.words}>{children}</div>
      {action}
      {onClose && (
        <IconButton label="Dismiss" size="small" onClick={onClose}>
          <X />
        </IconButton>
      )}
    </div>
  )
}
