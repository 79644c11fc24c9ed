import type { Id } from '../../kinds/resource'
import { leaveGroups, tidyGroups } from '../../model/edits/drop-resources'
import { command } from '../history'

/** Frames these together. What is framed already leaves its frame: frames never overlap by members. */
export const groupTogether = command<{
  readonly key: string
  readonly name: string
  readonly ids: readonly Id[]
}>('Group', (draft, { key, name, ids }) => {
  leaveGroups(draft, ids)
  draft.groups = { ...draft.groups, [key]: { name, members: [...ids].sort() } }
})

/** Takes whole frames away, and nothing that they frame. */
export const ungroup = command<{ readonly keys: readonly string[] }>(
  'Ungroup',
  (draft, { keys }) => {
    for (const key of keys) if (draft.groups) delete draft.groups[key]
    tidyGroups(draft)
  },
)

export const renameGroup = command<{ readonly key: string; readonly name: string }>(
  'Rename group',
  (draft, { key, name }) => {
    const group = draft.groups?.[key]
    if (group) group.name = name
  },
)
