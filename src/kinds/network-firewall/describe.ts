import {
  blocksIn,
  known,
  oneOf,
  part,
  parts,
  text,
  texts,
  type Describe,
  type DescribeContext,
  type Described,
  type Raw,
} from '../describe'
import { definitionsIn, statefulIn, statelessIn, type Lists } from './described-rules'
import { statelessActions } from './schema'

/**
 * Firewalls that are described, and those that endpoints say they belong to. One whose policy is not
 * described may let anything by, or nothing.
 * @source https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DescribeFirewallPolicy.html
 */
export const describe: Describe<'network-firewall'> = (context) => {
  const { dump } = context
  const vpcs = new Map<string, string | null>()
  for (const { it, id } of dump.all('Firewalls')) if (id) vpcs.set(id, text(it, 'VpcId'))
  for (const { it } of dump.all('VpcEndpoints')) {
    const arn = firewallTag(it)
    if (arn && !vpcs.get(arn)) vpcs.set(arn, text(it, 'VpcId'))
  }
  return [...vpcs.entries()].flatMap(([arn, vpcId]) => {
    if (vpcId) return [firewallOf(arn, vpcId, context)]
    context.lacks(
      `aws network-firewall describe-firewall --firewall-arn ${arn}`,
      'In which VPC it lies is not described.',
    )
    return []
  })
}

/** The firewall whose endpoint this is; null for endpoints of others. */
export function firewallOfEndpoint(it: Raw, { dump }: DescribeContext): string | null {
  const tagged = firewallTag(it)
  if (tagged) return tagged
  const id = text(it, 'VpcEndpointId')
  const found = dump
    .all('Firewalls')
    .find((each) =>
      Object.values(part(part(each.it, 'FirewallStatus'), 'SyncStates')).some(
        (state) => text(part(part({ state }, 'state'), 'Attachment'), 'EndpointId') === id,
      ),
    )
  return found?.id ?? null
}

function firewallTag(it: Raw): string | null {
  const tags = parts(it, 'Tags')
  const valueOf = (key: string) => text(tags.find((tag) => text(tag, 'Key') === key) ?? {}, 'Value')
  const arn = valueOf('Firewall')
  return arn?.includes(':network-firewall:') ? arn : null
}

function firewallOf(
  arn: string,
  vpcId: string,
  { dump }: DescribeContext,
): Described<'network-firewall'> {
  const it = dump.find('Firewalls', arn)?.it ?? {}
  const policyArn = text(it, 'FirewallPolicyArn')
  const found = dump.find('FirewallPolicies', policyArn)?.it
  const status = text(part(it, 'FirewallStatus'), 'Status')
  const base = {
    ...known(
      'network-firewall',
      it,
      arn,
      text(it, 'FirewallName') ?? arn.split('/').at(-1) ?? null,
    ),
    id: `network-firewall:${arn}` as const,
    vpcId: `vpc:${vpcId}`,
    status: oneOf(status, ['PROVISIONING', 'READY', 'DELETING'], 'READY'),
  }
  if (!found)
    return {
      ...base,
      undescribed: policyArn
        ? `aws network-firewall describe-firewall-policy --firewall-policy-arn ${policyArn}`
        : `aws network-firewall describe-firewall --firewall-arn ${arn}`,
    }
  const policy = part(found, 'FirewallPolicy')
  const groupOf = (groupArn: string | null) => dump.find('RuleGroups', groupArn)?.it ?? null
  const home = dump
    .all('Vpcs')
    .filter(({ id }) => id === vpcId)
    .flatMap(({ it: vpc }) => parts(vpc, 'CidrBlockAssociationSet'))
    .map((each) => text(each, 'CidrBlock'))
  const lists: Lists = {
    HOME_NET: blocksIn(home, 'IPv4'),
    ...definitionsIn(part(part(policy, 'PolicyVariables'), 'RuleVariables')),
  }
  const isStrict = text(part(policy, 'StatefulEngineOptions'), 'RuleOrder') === 'STRICT_ORDER'
  const byDefault = texts(policy, 'StatefulDefaultActions')
  return {
    ...base,
    statelessRules: numbered(statelessIn(parts(policy, 'StatelessRuleGroupReferences'), groupOf)),
    statelessDefaultAction: oneOf(
      texts(policy, 'StatelessDefaultActions').find((each) => each.startsWith('aws:')) ?? null,
      statelessActions,
      'aws:forward_to_sfe',
    ),
    statefulRules: numbered(
      statefulIn(parts(policy, 'StatefulRuleGroupReferences'), groupOf, lists),
    ),
    ruleOrder: isStrict ? 'STRICT_ORDER' : 'DEFAULT_ACTION_ORDER',
    statefulDefaultAction: isStrict
      ? (byDefault.find((each) => /^aws:drop_(strict|established)$/.test(each)) ?? null)
      : null,
  }
}

const numbered = (rules: readonly Raw[]) =>
  Object.fromEntries(rules.map((rule, index) => [String(index + 1), rule]))
