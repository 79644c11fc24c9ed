import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import button from './Button.module.css'
import styles from './Dialog.module.css'

/** A task that takes the whole attention for a moment. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  actions,
  size = 'normal',
  initialFocus,
}: {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode
  readonly size?: 'normal' | 'wide'
  /** What takes the focus first; the close button where nothing is named. */
  readonly initialFocus?: RefObject<HTMLElement | null>
}) {
  return (
    <BaseDialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup className={styles.popup} data-size={size} initialFocus={initialFocus}>
          <header className={styles.head}>
            <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
            <BaseDialog.Close className={button.icon} aria-label="Close">
              <X />
            </BaseDialog.Close>
          </header>
          {description !== undefined && (
            <BaseDialog.Description className={styles.description} render={<div />}>
              {description}
            </BaseDialog.Description>
          )}
          {children !== undefined && <div className={styles.body}>{children}</div>}
          {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
