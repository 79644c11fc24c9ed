import type { Id } from '../../kinds/resource'
import { parentOf } from '../../model/containment'
import { dropResources } from '../../model/edits/drop-resources'
import { removalOf } from '../../model/removal'
import { command, designOfDraft } from '../history'
import { resettle } from './resettle'

/** Deletes resources with all that cannot stand without them. */
export const removeResources = command<{
  readonly ids: readonly Id[]
  readonly verb?: 'Delete' | 'Cut'
}>(
  ({ verb }) => verb ?? 'Delete',
  (draft, { ids }) => {
    const design = designOfDraft(draft)
    const { doomed, changed } = removalOf(design, ids)
    const homes = changed.map(({ id }) => {
      const it = design.get(id)
      return { id, home: it ? parentOf(it, design) : null }
    })
    dropResources(draft, doomed)
    for (const resource of changed) draft.resources[resource.id] = resource
    // a workload that is left with one subnet is drawn in it
    for (const { id, home } of homes) resettle(draft, id, home)
  },
)
