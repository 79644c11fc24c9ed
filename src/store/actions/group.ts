import type { Id } from '../../kinds/resource'
import type { Document, Group } from '../../model/document'
import { groupTogether, renameGroup, ungroup } from '../commands/group'
import type { Designer } from '../designer'
import { named, placedOf } from './lock'

/** As long as a name of the file may be. */
const longestName = 255

/** Frames these under a new name; the frame's key, so that its name can be typed at once. */
export function group(designer: Designer, ids: readonly Id[]): string | null {
  const placed = placedOf(designer, ids)
  if (placed.length < 2) {
    designer.notify('Select two or more resources to group them.', 'problem')
    return null
  }
  const { document } = designer.getState()
  const key = designer.newId('group')
  if (!designer.run(groupTogether, { key, name: freeName(document), ids: placed })) return null
  designer.announce(`Grouped ${named(designer, placed)}.`)
  return key
}

/** Takes away the frames round these. */
export function ungroupAround(designer: Designer, ids: readonly Id[]): void {
  const { document } = designer.getState()
  const keys = groupsAround(document, ids)
  if (keys.length === 0) designer.notify('What is selected is in no group.', 'problem')
  else if (designer.run(ungroup, { keys })) designer.announce('Ungrouped.')
}

/** The keys of the groups that any of these is in. */
export function groupsAround({ groups }: Document, ids: readonly Id[]): readonly string[] {
  return Object.entries<Group>(groups ?? {})
    .filter(([, { members }]) => members.some((id) => ids.includes(id)))
    .map(([key]) => key)
}

/** An empty name leaves the old one. */
export function nameGroup(designer: Designer, key: string, typed: string): void {
  const name = typed.trim().slice(0, longestName)
  if (name !== '') designer.run(renameGroup, { key, name })
}

function freeName({ groups }: Document): string {
  const taken = new Set(Object.values<Group>(groups ?? {}).map(({ name }) => name))
  for (let number = 1; ; number += 1) {
    const name = `Group ${number}`
    if (!taken.has(name)) return name
  }
}
