import { useEffect, useState } from 'react'
import { parseDocument } from '../../model/parse'
import { restoreDocument } from '../../store/commands/restore'
import type { Snapshot } from '../../store/library/records'
import { useDesigner, useDesignerStore } from '../../store/react'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { hide } from '../overlay'
import { useWorkspace } from '../workspace'
import { dateWords } from '../words'
import styles from './Snapshots.module.css'

/** Earlier states of the design; restoring one is a change like any other. */
export function Snapshots() {
  const designer = useDesignerStore()
  const { shelf } = useWorkspace()
  const designId = useDesigner((state) => state.designId)
  const readOnly = useDesigner((state) => state.readOnly)
  const [snapshots, setSnapshots] = useState<readonly Snapshot[] | null>(null)
  useEffect(() => {
    let current = true
    const read = async () => {
      const found = (await shelf.getState().library?.snapshots(designId)) ?? []
      if (current) setSnapshots(found)
    }
    void read()
    return () => {
      current = false
    }
  }, [shelf, designId])

  const restore = ({ text, takenAt }: Snapshot) => {
    const read = parseDocument(text)
    if (!read.ok) {
      designer.notify('This state can no longer be read.', 'problem')
      return
    }
    const when = dateWords(takenAt)
    hide()
    const changed = designer.run(restoreDocument, { document: read.value, when })
    designer.notify(changed ? `Restored the design of ${when}.` : 'Nothing has changed since.')
  }
  return (
    <Dialog
      open
      onClose={hide}
      title="Restore an earlier state"
      description="The last 20 states of this design in this browser: taken when it is opened, and every ten minutes while it changes. Restoring can be undone. This is no backup: save a file to keep a design safe."
    >
      {snapshots?.length === 0 && <p>No earlier state is kept.</p>}
      <ul className={styles.list} aria-label="Earlier states">
        {snapshots?.map((snapshot) => (
          <li key={snapshot.takenAt} className={styles.row}>
            <span>
              <strong>{dateWords(snapshot.takenAt)}</strong>
              <span className={styles.note}>
                {snapshot.name} · {snapshot.resources} resources
              </span>
            </span>
            <Button
              disabled={readOnly}
              onClick={() => {
                restore(snapshot)
              }}
              aria-label={`Restore the state of ${dateWords(snapshot.takenAt)}`}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
