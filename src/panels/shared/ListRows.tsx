import { Trash2 } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import table from '../../ui/Table.module.css'
import styles from './ListEditor.module.css'

/** Is this key for a list or a text that is open in the row, not for the row? */
function isTaken({ target, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || !(target instanceof HTMLElement)) return true
  const isOpen = target.getAttribute('aria-expanded') === 'true'
  return isOpen || target.closest('[role="listbox"]') !== null
}

/** One that is being written: its cells, and below them what takes it. Escape gives it up. */
export function NewRow({
  noun,
  span,
  ready,
  onSave,
  onCancel,
  children,
}: {
  readonly noun: string
  /** How many columns the table has. */
  readonly span: number
  readonly ready: boolean
  readonly onSave: () => void
  readonly onCancel: () => void
  /** The cells. */
  readonly children: ReactNode
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isTaken(event)) return
    event.stopPropagation()
    onCancel()
  }
  return (
    <>
      <tr onKeyDown={onKeyDown}>{children}</tr>
      <tr onKeyDown={onKeyDown}>
        <td colSpan={span} aria-label={`New ${noun}`}>
          <div className={styles.deeds}>
            <Button size="small" look="primary" disabled={!ready} onClick={onSave}>
              Save {noun}
            </Button>
            <Button size="small" look="quiet" onClick={onCancel}>
              Cancel
            </Button>
          </div>
        </td>
      </tr>
    </>
  )
}

/** The last cell of a row: removes it. */
export function RemoveCell({
  label,
  disabled,
  onRemove,
}: {
  readonly label: string
  readonly disabled?: boolean | undefined
  readonly onRemove: () => void
}) {
  return (
    <td className={table.end}>
      <IconButton label={label} disabled={disabled ?? false} onClick={onRemove}>
        <Trash2 />
      </IconButton>
    </td>
  )
}
