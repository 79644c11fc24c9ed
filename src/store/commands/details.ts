import type { Account } from '../../model/document'
import { command } from '../history'

/** The design's own name and description. */
export const describeDesign = command<{ readonly name?: string; readonly description?: string }>(
  'Change design details',
  (draft, { name, description }) => {
    if (name !== undefined) draft.name = name
    if (description !== undefined) draft.description = description
  },
)

/**
 * The accounts that VPCs may belong to. A changed id moves the VPCs of that account along; an
 * account that still owns a VPC stays.
 */
export const setAccounts = command<{
  readonly accounts: readonly Account[]
  readonly renamed?: { readonly from: string; readonly to: string }
}>('Change accounts', (draft, { accounts, renamed }) => {
  const owners = new Set<string>()
  for (const resource of Object.values(draft.resources)) {
    if (resource.kind !== 'vpc') continue
    if (renamed && resource.ownerId === renamed.from) resource.ownerId = renamed.to
    owners.add(resource.ownerId)
  }
  const listed = new Set(accounts.map((account) => account.id))
  const kept = draft.accounts.filter((account) => owners.has(account.id) && !listed.has(account.id))
  draft.accounts = [...accounts, ...kept].map((account) => ({ ...account }))
})
