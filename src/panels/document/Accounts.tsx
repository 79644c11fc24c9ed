import type { Account } from '../../model/document'
import { setAccounts } from '../../store/commands/details'
import { useDesigner, useDesignerStore } from '../../store/react'
import { design } from '../../store/selectors'
import { DraftInput } from '../../ui/DraftInput'
import table from '../../ui/Table.module.css'
import { ListEditor, type Column } from '../shared/ListEditor'
import { RemoveCell } from '../shared/ListRows'
import { accountIdProblem, accountNameProblem } from './accounts'
import { NewAccount } from './NewAccount'
import styles from './DocumentPanel.module.css'

const columns: readonly Column[] = [
  { label: 'Name' },
  { label: 'Account ID' },
  { label: 'VPCs', width: 52 },
]

/** The accounts that the design spans. */
export function Accounts({ readOnly }: { readonly readOnly: boolean }) {
  const designer = useDesignerStore()
  const accounts = useDesigner(({ document }) => document.accounts)
  const inDesign = useDesigner(design)
  const vpcs = (id: string) => inDesign.all('vpc').filter((it) => it.ownerId === id)
  const replace = (before: Account, after: Account) => {
    const next = accounts.map((it) => (it === before ? after : it))
    const renamed = before.id === after.id ? {} : { renamed: { from: before.id, to: after.id } }
    designer.run(setAccounts, { accounts: next, ...renamed })
  }
  return (
    <ListEditor
      label="AWS accounts"
      noun="account"
      columns={columns}
      count={accounts.length}
      readOnly={readOnly}
      renderNew={(done) => (
        <NewAccount
          accounts={accounts}
          onAdd={(account) => {
            done()
            designer.run(setAccounts, { accounts: [...accounts, account] })
          }}
          onCancel={done}
        />
      )}
      note={
        <p className={styles.note}>
          Each VPC belongs to one account. Exports make one provider or template for each account
          and Region.
        </p>
      }
    >
      {accounts.map((account) => (
        <tr key={account.id}>
          <td>
            <DraftInput
              label={`Name of account ${account.id}`}
              value={account.name}
              disabled={readOnly}
              check={accountNameProblem}
              onCommit={(text) => {
                replace(account, { ...account, name: text })
              }}
            />
          </td>
          <td>
            <DraftInput
              mono
              label={`ID of account ${account.name}`}
              value={account.id}
              disabled={readOnly}
              check={(text) => (text === account.id ? null : accountIdProblem(text, accounts))}
              onCommit={(text) => {
                replace(account, { ...account, id: text })
              }}
            />
          </td>
          <td className={table.fixed}>{vpcs(account.id).length}</td>
          {!readOnly && (
            <RemoveCell
              label={
                vpcs(account.id).length > 0
                  ? `${account.name} owns VPCs and stays`
                  : `Remove ${account.name}`
              }
              disabled={vpcs(account.id).length > 0 || accounts.length === 1}
              onRemove={() => {
                designer.run(setAccounts, {
                  accounts: accounts.filter((it) => it !== account),
                })
              }}
            />
          )}
        </tr>
      ))}
    </ListEditor>
  )
}
