import { say } from '../../model/messages'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import styles from './ProblemsDialog.module.css'
import type { ReadProblem } from './read-design'

/** Everything that keeps a file from being opened: where, what, how to mend it. */
export function ProblemsDialog({
  fileName,
  problems,
  onClose,
}: {
  readonly fileName: string
  readonly problems: readonly ReadProblem[]
  readonly onClose: () => void
}) {
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title={`${fileName} cannot be opened`}
      description="Nothing was changed. This is what is wrong with the file:"
      actions={
        <Button look="primary" size="large" onClick={onClose}>
          Close
        </Button>
      }
    >
      <ProblemList problems={problems} />
    </Dialog>
  )
}

export function ProblemList({ problems }: { readonly problems: readonly ReadProblem[] }) {
  return (
    <ol className={styles.list} aria-label="Problems">
      {problems.map((problem) => {
        const { where, what, mend } = told(problem)
        return (
          <li key={`${where} ${what}`} className={styles.problem}>
            <code className={styles.where}>{where}</code>
            <p>{what}</p>
            <p className={styles.mend}>{mend}</p>
          </li>
        )
      })}
    </ol>
  )
}

function told(problem: ReadProblem) {
  if (problem.code !== 'picture/no-design') return say(problem)
  return {
    where: 'the file',
    what: 'It is a picture or page without a design in it.',
    mend: 'Choose a *.causeway.json file, or a picture that Causeway exported with its design.',
  }
}
