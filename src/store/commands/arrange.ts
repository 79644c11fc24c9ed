import type { Id } from '../../kinds/resource'
import type { Drawn } from '../../model/arranged-anew'
import type { Box, Group } from '../../model/document'
import { tidyGroups } from '../../model/edits/drop-resources'
import { command } from '../history'

const alike = (a: Box | undefined, b: Box) =>
  a?.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

/** Every place of the design at once, and the frames, as one entry of the history. */
export const arrangeAll = command<Drawn>('Arrange', (draft, { layout, groups = {} }) => {
  for (const [key, box] of Object.entries<Box>(layout)) {
    const id = key as Id
    if (!alike(draft.layout[id], box)) draft.layout[id] = { ...draft.layout[id], ...box }
  }
  const before = (draft.groups ??= {})
  for (const key of Object.keys(before)) if (!Object.hasOwn(groups, key)) delete before[key]
  for (const [key, { name, members }] of Object.entries<Group>(groups)) {
    const is = before[key]
    if (is?.name !== name || is.members.join() !== members.join())
      before[key] = { name, members: [...members] }
  }
  tidyGroups(draft)
})
