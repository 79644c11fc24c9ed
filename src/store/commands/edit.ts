import type { Resource } from '../../kinds/resource'
import { definitionOf } from '../../kinds/catalogue'
import { parentOf } from '../../model/containment'
import { command, designOfDraft } from '../history'
import { resettle } from './resettle'

/** A resource with changed fields. The caller has parsed what the user typed. */
export const editResource = command<{ readonly resource: Resource; readonly what: string }>(
  ({ resource, what }) => `Change ${what} of ${definitionOf(resource).term} ${resource.name}`,
  (draft, { resource }) => {
    const before = draft.resources[resource.id]
    if (!before) return
    const home = parentOf(before, designOfDraft(draft))
    // field by field, so that undo holds the smallest change and an equal value is none
    const fields = before as unknown as Record<string, unknown>
    // a name of the user's own outlives the next import
    const isImported = before.awsId !== undefined || before.sourceAddress !== undefined
    if (isImported && resource.name !== before.name) before.importedName ??= before.name
    for (const [key, value] of Object.entries(resource))
      if (JSON.stringify(fields[key]) !== JSON.stringify(value)) fields[key] = value
    resettle(draft, resource.id, home)
  },
)
