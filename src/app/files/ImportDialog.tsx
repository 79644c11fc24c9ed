import { assertNever } from '../../base/invariant'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ImportReview } from './ImportReview'
import { useImporting, type Importing } from './importing'
import styles from './ImportDialog.module.css'
import { ParameterForm } from './ParameterForm'

/** An import from the first file to the last decision; each step has a part of its own. */
export function ImportDialog() {
  const importing = useImporting()
  return importing && partOf(importing)
}

function partOf({ name, step, cancel }: Importing) {
  switch (step.type) {
    case 'working':
      return <Working name={name} progress={step.progress} onCancel={cancel} />
    case 'parameters':
      return <ParameterForm name={name} {...step} onCancel={cancel} />
    case 'review':
      return <ImportReview name={name} {...step} onCancel={cancel} />
    default:
      return assertNever(step)
  }
}

type Progress = Extract<Importing['step'], { readonly type: 'working' }>['progress']

const count = new Intl.NumberFormat('en')

/** What is going on, in words. */
function wordsOf(progress: Progress): string {
  if (!progress) return 'Starting'
  const { step, done, of } = progress
  if (step === 'read')
    return of === null
      ? 'Reading files'
      : `Reading files: ${count.format(done)} of ${count.format(of)}`
  if (step === 'describe') return 'Making out what they describe'
  return `Arranging ${count.format(done)} ${done === 1 ? 'resource' : 'resources'}`
}

/** Progress of what runs beside the page, and the way out. */
function Working({
  name,
  progress,
  onCancel,
}: {
  readonly name: string
  readonly progress: Progress
  readonly onCancel: () => void
}) {
  const words = wordsOf(progress)
  const isKnown = progress !== null && progress.step === 'read' && progress.of !== null
  return (
    <Dialog
      open
      onClose={onCancel}
      title={`Importing ${name}`}
      description="Nothing is changed before it is done."
      actions={
        <Button size="large" onClick={onCancel}>
          Cancel
        </Button>
      }
    >
      <div className={styles.working}>
        <progress
          aria-label="Import"
          {...(isKnown && progress.of !== null && { value: progress.done, max: progress.of })}
        />
        <output>{words}</output>
      </div>
    </Dialog>
  )
}
