import type { Draft } from 'immer'
import type { Id } from '../../kinds/resource'
import { same } from '../../import/merge-fields'
import type { Document } from '../../model/document'
import { command } from '../history'

/** An import merged into the open design: one entry of the history, of what it really changed. */
export const mergeImport = command<{ readonly document: Document; readonly name: string }>(
  ({ name }) => `Import ${name}`,
  (draft, { document }) => {
    const { accounts, groups, resources, layout } = document
    if (!same(draft.accounts, accounts)) draft.accounts = [...accounts]
    if (groups && !same(draft.groups, groups)) draft.groups = groups as Draft<typeof groups>
    else if (!groups) delete draft.groups
    take(draft.resources, resources)
    take(draft.layout, layout)
  },
)

/** Entry by entry, so that what is equal stays the very same. */
function take<It>(draft: Record<Id, Draft<It>>, next: Readonly<Record<Id, It>>): void {
  for (const id of Object.keys(draft) as Id[]) if (!Object.hasOwn(next, id)) delete draft[id]
  for (const [key, it] of Object.entries<It>(next)) {
    const id = key as Id
    if (!same(draft[id], it)) draft[id] = it as Draft<It>
  }
}
