import { useState } from 'react'
import type { Account } from '../../model/document'
import { Button } from '../../ui/Button'
import { DraftInput } from '../../ui/DraftInput'
import { accountIdProblem, accountNameProblem } from './accounts'
import styles from './DocumentPanel.module.css'

/** An account that is being written. */
export function NewAccount({
  accounts,
  onAdd,
  onCancel,
}: {
  readonly accounts: readonly Account[]
  readonly onAdd: (account: Account) => void
  readonly onCancel: () => void
}) {
  const [name, setName] = useState('')
  const [id, setId] = useState('')
  const ready =
    accountNameProblem(name.trim()) === null && accountIdProblem(id.trim(), accounts) === null
  const add = () => {
    if (ready) onAdd({ name: name.trim(), id: id.trim() })
  }
  return (
    <div className={styles.adding}>
      <DraftInput
        focused
        label="Name of the new account"
        placeholder="Name"
        value={name}
        onCommit={setName}
        onDraft={setName}
        onEnter={add}
      />
      <DraftInput
        mono
        label="ID of the new account"
        placeholder="12 digits"
        value={id}
        check={(text) => (text === '' ? null : accountIdProblem(text, accounts))}
        onCommit={setId}
        onDraft={setId}
        onEnter={add}
      />
      <div className={styles.actions}>
        <Button size="small" look="primary" disabled={!ready} onClick={add}>
          Save account
        </Button>
        <Button size="small" look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
