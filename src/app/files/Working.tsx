import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import styles from './Working.module.css'

interface WorkingProps {
  readonly title: string
  /** What is under way, in a word. */
  readonly label: string
  /** What is going on, in words. */
  readonly words: string
  /** How far it is; missing where nobody knows how much there is. */
  readonly part?: { readonly done: number; readonly of: number } | undefined
  readonly onCancel: () => void
}

/** Progress of what runs beside the page, and the way out. */
export function Working({ title, label, words, part, onCancel }: WorkingProps) {
  return (
    <Dialog
      open
      onClose={onCancel}
      title={title}
      description="Nothing is changed before it is done."
      actions={
        <Button size="large" onClick={onCancel}>
          Cancel
        </Button>
      }
    >
      <div className={styles.working}>
        <progress aria-label={label} {...(part && { value: part.done, max: part.of })} />
        <output>{words}</output>
      </div>
    </Dialog>
  )
}
