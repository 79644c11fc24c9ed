import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Account } from '../../model/document'
import { describeDesign, setAccounts } from '../../store/commands/details'
import { useDesigner, useDesignerStore } from '../../store/react'
import { design } from '../../store/selectors'
import { Button } from '../../ui/Button'
import { DraftInput } from '../../ui/DraftInput'
import { Field } from '../../ui/Field'
import { Hidden } from '../../ui/Hidden'
import { IconButton } from '../../ui/IconButton'
import { Section } from '../../ui/Section'
import table from '../../ui/Table.module.css'
import { Panel } from '../shared/Panel'
import { accountIdProblem, accountNameProblem } from './accounts'
import { NewAccount } from './NewAccount'
import styles from './DocumentPanel.module.css'

/** The design itself: what it is called, what it is about, and the accounts it spans. */
export function DocumentPanel() {
  const designer = useDesignerStore()
  const readOnly = useDesigner((state) => state.readOnly)
  const name = useDesigner(({ document }) => document.name)
  const description = useDesigner(({ document }) => document.description)
  return (
    <Panel title="Design">
      <div className={styles.fields}>
        <Field label="Name">
          <DraftInput
            value={name}
            disabled={readOnly}
            check={(text) =>
              text.trim() === '' ? { tone: 'error', text: 'A design needs a name.' } : null
            }
            onCommit={(text) => {
              designer.run(describeDesign, { name: text })
            }}
          />
        </Field>
        <Field label="Description">
          <DraftInput
            multiline
            value={description}
            placeholder="What is this network for?"
            disabled={readOnly}
            onCommit={(text) => {
              designer.run(describeDesign, { description: text })
            }}
          />
        </Field>
      </div>
      <Accounts readOnly={readOnly} />
    </Panel>
  )
}

function Accounts({ readOnly }: { readonly readOnly: boolean }) {
  const designer = useDesignerStore()
  const accounts = useDesigner(({ document }) => document.accounts)
  const inDesign = useDesigner(design)
  const [adding, setAdding] = useState(false)
  const vpcs = (id: string) => inDesign.all('vpc').filter((it) => it.ownerId === id)
  const replace = (before: Account, after: Account) => {
    const next = accounts.map((it) => (it === before ? after : it))
    const renamed = before.id === after.id ? {} : { renamed: { from: before.id, to: after.id } }
    designer.run(setAccounts, { accounts: next, ...renamed })
  }
  return (
    <Section
      title="AWS accounts"
      count={accounts.length}
      action={
        !readOnly &&
        !adding && (
          <Button
            size="small"
            look="quiet"
            icon={<Plus />}
            onClick={() => {
              setAdding(true)
            }}
          >
            Add account
          </Button>
        )
      }
    >
      <div className={table.scroll}>
        <table className={table.table} aria-label="AWS accounts">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Account ID</th>
              <th scope="col">VPCs</th>
              <th scope="col">
                <Hidden>Actions</Hidden>
              </th>
            </tr>
          </thead>
          <tbody>
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
                    check={(text) =>
                      text === account.id ? null : accountIdProblem(text, accounts)
                    }
                    onCommit={(text) => {
                      replace(account, { ...account, id: text })
                    }}
                  />
                </td>
                <td className={table.fixed}>{vpcs(account.id).length}</td>
                <td className={table.end}>
                  <IconButton
                    label={
                      vpcs(account.id).length > 0
                        ? `${account.name} owns VPCs and stays`
                        : `Remove ${account.name}`
                    }
                    disabled={readOnly || vpcs(account.id).length > 0 || accounts.length === 1}
                    onClick={() => {
                      designer.run(setAccounts, {
                        accounts: accounts.filter((it) => it !== account),
                      })
                    }}
                  >
                    <Trash2 />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {adding && (
        <NewAccount
          accounts={accounts}
          onAdd={(account) => {
            setAdding(false)
            designer.run(setAccounts, { accounts: [...accounts, account] })
          }}
          onCancel={() => {
            setAdding(false)
          }}
        />
      )}
      <p className={styles.note}>
        Each VPC belongs to one account. Exports make one provider or template for each account and
        Region.
      </p>
    </Section>
  )
}
