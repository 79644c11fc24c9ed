import { useState } from 'react'
import type { Account } from '../../model/document'
import { DraftInput } from '../../ui/DraftInput'
import { NewRow } from '../shared/ListRows'
import { accountIdProblem, accountNameProblem } from './accounts'

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
    <NewRow noun="account" span={4} ready={ready} onSave={add} onCancel={onCancel}>
      <td>
        <DraftInput
          focused
          label="Name of the new account"
          placeholder="Name"
          value={name}
          onCommit={setName}
          onDraft={setName}
          onEnter={add}
        />
      </td>
      <td colSpan={3}>
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
      </td>
    </NewRow>
  )
}
