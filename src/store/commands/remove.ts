import type { Id } from '../../kinds/resource'
import { removalOf } from '../../model/removal'
import { command, designOfDraft } from '../history'

/** Deletes resources with all that cannot stand without them. */
export const removeResources = command<{
  readonly ids: readonly Id[]
  readonly verb?: 'Delete' | 'Cut'
}>(
  ({ verb }) => verb ?? 'Delete',
  (draft, { ids }) => {
    const { doomed, changed } = removalOf(designOfDraft(draft), ids)
    for (const id of doomed) {
      delete draft.resources[id]
      delete draft.layout[id]
    }
    for (const resource of changed) draft.resources[resource.id] = resource
  },
)
