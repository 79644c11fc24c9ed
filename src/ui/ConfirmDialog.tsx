import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { ReactNode } from 'react'
import { Button } from './Button'
import styles from './Dialog.module.css'

/** Asks before something is done that the user may not expect. */
export function ConfirmDialog({
  open,
  title,
  children,
  confirm,
  danger = false,
  onConfirm,
  onCancel,
}: {
  readonly open: boolean
  readonly title: string
  readonly children: ReactNode
  /** An imperative, such as `Delete 4 resources`. */
  readonly confirm: string
  readonly danger?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}) {
  return (
    <AlertDialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onCancel()
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup className={styles.popup}>
          <header className={styles.head}>
            <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
          </header>
          <AlertDialog.Description className={styles.description} render={<div />}>
            {children}
          </AlertDialog.Description>
          <footer className={styles.actions}>
            <Button onClick={onCancel} size="large">
              Cancel
            </Button>
            <Button onClick={onConfirm} size="large" look={danger ? 'danger' : 'primary'}>
              {confirm}
            </Button>
          </footer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
