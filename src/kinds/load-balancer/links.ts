import { inside, uses, type Link } from '../contract'
import type { Id, ResourceOf } from '../resource'
import { keysOf, withoutEntries } from '../without'

type LoadBalancer = ResourceOf<'load-balancer'>
export type Listener = LoadBalancer['listeners'][string]
export type Action = Listener['defaultAction']

/** The target groups that an action forwards to. */
export const targetGroupsOf = (action: Action): readonly Id<'target-group'>[] =>
  action.type === 'forward' ? keysOf(action.targetGroups) : []

export const links = (it: LoadBalancer): readonly Link[] => [
  inside(it.vpcId, 'vpcId'),
  ...keysOf(it.subnets).map((id) => uses(id, `subnets.${id}`)),
  ...(it.securityGroupIds ?? []).map((id) => uses(id, 'securityGroupIds')),
  ...Object.entries(it.listeners).flatMap(([port, { defaultAction, rules }]) => [
    ...targetGroupsOf(defaultAction).map((id) => uses(id, `listeners.${port}.defaultAction`)),
    ...Object.entries(rules).flatMap(([priority, { action }]) =>
      targetGroupsOf(action).map((id) => uses(id, `listeners.${port}.rules.${priority}`)),
    ),
  ]),
]

function released(action: Action, gone: Id): Action {
  if (action.type !== 'forward' || !Object.hasOwn(action.targetGroups, gone)) return action
  return { ...action, targetGroups: withoutEntries(action.targetGroups, (_, id) => id === gone) }
}

/** A listener stays without its target group, for the user to name another. */
export function without(it: LoadBalancer, gone: Id): LoadBalancer {
  return {
    ...it,
    subnets: withoutEntries(it.subnets, (_, id) => id === gone),
    securityGroupIds: it.securityGroupIds?.filter((id) => id !== gone) ?? null,
    listeners: Object.fromEntries(
      Object.entries(it.listeners).map(([port, listener]) => [
        port,
        {
          ...listener,
          defaultAction: released(listener.defaultAction, gone),
          rules: Object.fromEntries(
            Object.entries(listener.rules).map(([priority, rule]) => [
              priority,
              { ...rule, action: released(rule.action, gone) },
            ]),
          ),
        },
      ]),
    ),
  }
}
