import { nested, ref, type Body, type Nested } from '../../iac/value'
import type { Emit } from '../emit'
import { firewallPlan, policyPart, type PlannedGroup } from './plan'
import type { PlannedStateful } from './stateful'
import type { PlannedStateless } from './stateless'

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/networkfirewall_firewall */
export const terraform: Emit<'network-firewall'> = (firewall, context) => {
  const { block, output, strictTags } = context
  const plan = firewallPlan(firewall, context)
  if (!plan) return { blocks: [], outputs: [] }
  const groupBlock = (
    { part, words, name, description, capacity }: PlannedGroup<unknown>,
    type: 'STATELESS' | 'STATEFUL',
    rules: Body,
  ) =>
    block(
      'aws_networkfirewall_rule_group',
      { name, description, type, capacity, rule_group: nested(rules), tags: strictTags() },
      { part, words },
    )
  const isStrict = firewall.ruleOrder === 'STRICT_ORDER'
  return {
    blocks: [
      ...plan.stateless.map((group) =>
        groupBlock(group, 'STATELESS', {
          rules_source: nested({
            stateless_rules_and_custom_actions: nested({
              stateless_rule: group.rules.map(statelessRule),
            }),
          }),
        }),
      ),
      ...plan.stateful.map((group) =>
        groupBlock(group, 'STATEFUL', {
          rules_source: nested({ stateful_rule: group.rules.map(statefulRule) }),
          stateful_rule_options: nested({ rule_order: firewall.ruleOrder }),
        }),
      ),
      block(
        'aws_networkfirewall_firewall_policy',
        {
          name: plan.name,
          firewall_policy: nested({
            stateless_default_actions: [firewall.statelessDefaultAction],
            stateless_fragment_default_actions: [firewall.statelessDefaultAction],
            stateful_default_actions: plan.statefulDefault,
            stateful_engine_options: nested({ rule_order: firewall.ruleOrder }),
            stateless_rule_group_reference: referencesTo(plan.stateless, firewall.id, true),
            stateful_rule_group_reference: referencesTo(plan.stateful, firewall.id, isStrict),
          }),
          tags: strictTags(),
        },
        { part: policyPart },
      ),
      block('aws_networkfirewall_firewall', {
        name: plan.name,
        firewall_policy_arn: ref(firewall.id, 'arn', policyPart),
        vpc_id: ref(firewall.vpcId),
        subnet_mapping: plan.subnets.map(({ id }) => nested({ subnet_id: ref(id) })),
        tags: strictTags(),
      }),
    ],
    outputs: [
      output(['firewall arn'], `ARN of the firewall ${firewall.name}.`, ref(firewall.id, 'arn')),
    ],
  }
}

/** Groups of one engine as the policy names them; without any there is nothing to write. */
function referencesTo(
  groups: readonly PlannedGroup<unknown>[],
  firewallId: string,
  hasPriority: boolean,
): readonly Nested[] | undefined {
  if (groups.length === 0) return undefined
  return groups.map(({ part, priority }) =>
    nested({
      priority: hasPriority ? priority : undefined,
      resource_arn: ref(firewallId, 'arn', part),
    }),
  )
}

const address = (block: string | undefined) =>
  block === undefined ? undefined : nested({ address_definition: block })
const ports = (range: PlannedStateless['sourcePorts']) =>
  range && nested({ from_port: range.from, to_port: range.to })

function statelessRule(rule: PlannedStateless): Nested {
  return nested({
    priority: rule.priority,
    rule_definition: nested({
      actions: [rule.action],
      match_attributes: nested({
        protocols: rule.protocols,
        source: address(rule.source),
        source_port: ports(rule.sourcePorts),
        destination: address(rule.destination),
        destination_port: ports(rule.destinationPorts),
      }),
    }),
  })
}

const statefulRule = (rule: PlannedStateful): Nested =>
  nested({
    action: rule.action,
    header: nested({
      protocol: rule.protocol,
      source: rule.source,
      source_port: rule.sourcePort,
      direction: rule.direction,
      destination: rule.destination,
      destination_port: rule.destinationPort,
    }),
    rule_option: nested({ keyword: 'sid', settings: [String(rule.sid)] }),
  })
