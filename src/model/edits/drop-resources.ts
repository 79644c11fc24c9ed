import type { Draft } from 'immer'
import type { Id } from '../../kinds/resource'
import type { Document } from '../document'

/** Takes these out of every frame they are drawn in; a frame round nothing goes. */
export function leaveGroups(draft: Draft<Document>, ids: readonly Id[]): void {
  for (const [key, group] of Object.entries(draft.groups ?? {})) {
    if (!group.members.some((id) => ids.includes(id))) continue
    group.members = group.members.filter((id) => !ids.includes(id))
    if (group.members.length === 0) delete draft.groups?.[key]
  }
  tidyGroups(draft)
}

/** A design without groups is saved as if there had never been any. */
export function tidyGroups(draft: Draft<Document>): void {
  if (draft.groups && Object.keys(draft.groups).length === 0) delete draft.groups
}

/** Deletes these, wherever the document holds something of them. */
export function dropResources(draft: Draft<Document>, ids: readonly Id[]): void {
  for (const id of ids) {
    delete draft.resources[id]
    delete draft.layout[id]
  }
  leaveGroups(draft, ids)
}
