import type { Draft } from 'immer'
import type { Id } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { command } from '../history'

/** Frames these together. What is framed already leaves its frame: frames never overlap by members. */
export const groupTogether = command<{
  readonly key: string
  readonly name: string
  readonly ids: readonly Id[]
}>('Group', (draft, { key, name, ids }) => {
  release(draft, ids)
  draft.groups = { ...draft.groups, [key]: { name, members: [...ids].sort() } }
})

/** Takes whole frames away, and nothing that they frame. */
export const ungroup = command<{ readonly keys: readonly string[] }>(
  'Ungroup',
  (draft, { keys }) => {
    for (const key of keys) if (draft.groups) delete draft.groups[key]
    tidy(draft)
  },
)

export const renameGroup = command<{ readonly key: string; readonly name: string }>(
  'Rename group',
  (draft, { key, name }) => {
    const group = draft.groups?.[key]
    if (group) group.name = name
  },
)

function release(draft: Draft<Document>, ids: readonly Id[]): void {
  for (const [key, group] of Object.entries(draft.groups ?? {})) {
    if (!group.members.some((id) => ids.includes(id))) continue
    group.members = group.members.filter((id) => !ids.includes(id))
    if (group.members.length === 0) delete draft.groups?.[key]
  }
  tidy(draft)
}

/** A design without groups is saved as if there had never been any. */
function tidy(draft: Draft<Document>): void {
  if (draft.groups && Object.keys(draft.groups).length === 0) delete draft.groups
}
