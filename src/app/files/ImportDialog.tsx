import { assertNever } from '../../base/invariant'
import { ImportReview } from './ImportReview'
import { useImporting, type Importing } from './importing'
import { ParameterForm } from './ParameterForm'
import { Working } from './Working'

/** An import from the first file to the last decision; each step has a part of its own. */
export function ImportDialog() {
  const importing = useImporting()
  return importing && partOf(importing)
}

function partOf({ name, step, cancel }: Importing) {
  switch (step.type) {
    case 'working':
      return (
        <Working
          title={`Importing ${name}`}
          label="Import"
          words={wordsOf(step.progress)}
          part={partRead(step.progress)}
          onCancel={cancel}
        />
      )
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

/** Only of files it is known how many there are. */
function partRead(progress: Progress) {
  if (progress?.step !== 'read' || progress.of === null) return undefined
  return { done: progress.done, of: progress.of }
}
