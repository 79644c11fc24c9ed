import { FileQuestion } from 'lucide-react'
import type { Opening } from '../store/library/session'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { download } from './files/files'
import { designEnding } from './files/name'
import { ProblemList } from './files/ProblemList'
import { go } from './route'
import styles from './Unopened.module.css'
import { useWorkspace } from './workspace'

/** Says why the design that the address names is not shown. */
export function Unopened({
  designId,
  result,
}: {
  readonly designId: string
  readonly result: Exclude<Opening, { type: 'open' }>
}) {
  const { shelf } = useWorkspace()
  const back = (
    <Button
      look="primary"
      size="large"
      onClick={() => {
        go({ page: 'start' })
      }}
    >
      Show all designs
    </Button>
  )
  if (result.type === 'missing')
    return (
      <main className={styles.page}>
        <EmptyState
          icon={<FileQuestion />}
          title="This design is not in this browser"
          action={back}
        >
          Designs are kept in the browser they were made in. If somebody gave you this address, ask
          for the file or for a share link instead.
        </EmptyState>
      </main>
    )
  const save = async () => {
    const text = await shelf.getState().library?.textOf(designId)
    if (text) download(new Blob([text]), `${designId}${designEnding}`)
  }
  return (
    <main className={styles.page}>
      <h1>This design cannot be read</h1>
      <p>Nothing is lost: it can be downloaded as it is, mended and opened again.</p>
      <ProblemList problems={result.problems} />
      <div className={styles.actions}>
        <Button size="large" onClick={() => void save()}>
          Download it as it is
        </Button>
        {back}
      </div>
    </main>
  )
}
