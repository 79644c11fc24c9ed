import type { Draft } from 'immer'
import type { Id, ResourceOf } from '../../kinds/resource'
import type { Document } from '../document'

export type SecurityGroupRule = ResourceOf<'security-group'>['ingress'][string]
export type RuleDirection = 'ingress' | 'egress'

/**
 * The first key of the form `rule-1` that this list does not use.
 * @example freeRuleKey({ 'rule-1': ssh, 'rule-3': https }) // 'rule-2'
 */
export function freeRuleKey(rules: Readonly<Record<string, unknown>>): string {
  let number = 1
  while (Object.hasOwn(rules, `rule-${number}`)) number += 1
  return `rule-${number}`
}

/** Adds an allow rule to a security group under a key of its own, which it answers. */
export function addRule(
  draft: Draft<Document>,
  groupId: Id<'security-group'>,
  direction: RuleDirection,
  rule: SecurityGroupRule,
): string | null {
  const group = draft.resources[groupId]
  if (group?.kind !== 'security-group') return null
  const key = freeRuleKey(group[direction])
  group[direction][key] = rule
  return key
}

/** Takes one rule out of a security group. */
export function dropRule(
  draft: Draft<Document>,
  groupId: Id<'security-group'>,
  direction: RuleDirection,
  key: string,
): void {
  const group = draft.resources[groupId]
  if (group?.kind === 'security-group') delete group[direction][key]
}
