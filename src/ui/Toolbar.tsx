import { Toolbar as BaseToolbar } from '@base-ui/react/toolbar'
import type { ReactNode } from 'react'
import styles from './Toolbar.module.css'

/** Buttons in a row that the arrow keys walk. */
export function Toolbar({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <BaseToolbar.Root className={styles.toolbar} aria-label={label}>
      {children}
    </BaseToolbar.Root>
  )
}

export function ToolbarSeparator() {
  return <BaseToolbar.Separator className={styles.separator} />
}
