import type { Id, ResourceOf } from '../../kinds/resource'
import { command } from '../history'

type Rule = ResourceOf<'security-group'>['ingress'][string]
type Direction = 'ingress' | 'egress'

/** A security group rule, new or changed, under its key. */
export const setRule = command<{
  readonly groupId: Id<'security-group'>
  readonly direction: Direction
  readonly key: string
  readonly rule: Rule
}>('Change security group rule', (draft, { groupId, direction, key, rule }) => {
  const group = draft.resources[groupId]
  if (group?.kind === 'security-group') group[direction][key] = rule
})

export const removeRule = command<{
  readonly groupId: Id<'security-group'>
  readonly direction: Direction
  readonly key: string
}>('Remove security group rule', (draft, { groupId, direction, key }) => {
  const group = draft.resources[groupId]
  if (group?.kind === 'security-group') delete group[direction][key]
})
