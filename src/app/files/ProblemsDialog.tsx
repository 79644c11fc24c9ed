import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ProblemList } from './ProblemList'
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
