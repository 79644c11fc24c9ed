import { distinct } from '../../iac/names'
import { beginning, isSameText, oneLine } from '../../iac/text'
import { latin } from '../../iac/words'
import type { Design } from '../contract'
import type { EmitContext } from '../emit'
import type { ResourceOf } from '../resource'
import { endpointSubnets, isFirewallWritten } from './endpoints'
import { ordered } from './matching'
import { finer } from './schema'
import { plannedStateful, type PlannedStateful } from './stateful'
import { plannedStateless, type PlannedStateless } from './stateless'

type Firewall = ResourceOf<'network-firewall'>
type Rule = Firewall['statelessRules'][string] | Firewall['statefulRules'][string]
type Engine = 'stateless' | 'stateful'

/** Rules one after the other, which become one rule group. */
export interface PlannedGroup<R> {
  readonly part: string
  readonly words: readonly string[]
  readonly name: string
  readonly description: string | undefined
  readonly capacity: number
  /** Its place among the groups of the policy: the number of its first rule. */
  readonly priority: number
  readonly rules: readonly R[]
}

export interface FirewallPlan {
  readonly name: string
  readonly subnets: readonly ResourceOf<'subnet'>[]
  readonly stateless: readonly PlannedGroup<PlannedStateless>[]
  readonly stateful: readonly PlannedGroup<PlannedStateful>[]
  /** What becomes of connections that no rule matches; none lets them pass. */
  readonly statefulDefault: readonly string[] | undefined
}

/** The part of a firewall that is its policy. */
export const policyPart = 'policy'

/** What becomes of a firewall, its policy and its rules; null where nothing does. Says what is lost. */
export function firewallPlan(firewall: Firewall, context: EmitContext): FirewallPlan | null {
  const { design, gap } = context
  if (!isFirewallWritten(firewall, design)) {
    gap(
      `The firewall ${firewall.name} is left out, with its rules and the routes to it: it ${firewall.status === 'DELETING' ? 'is DELETING' : 'has no endpoint in a subnet of its VPC'}.`,
      'Give it an endpoint in each Availability Zone that it serves.',
    )
    return null
  }
  const name = nameOf(firewall, design)
  report(firewall, name, context)
  const isStrict = firewall.ruleOrder === 'STRICT_ORDER'
  const { statefulDefaultAction } = firewall
  return {
    name,
    subnets: endpointSubnets(firewall, design).map(({ subnet }) => subnet),
    stateless: groupsOf('stateless', ordered(firewall.statelessRules), name, context, (it) => [
      plannedStateless(firewall.name, it.number, it.rule, context),
    ]),
    stateful: groupsOf('stateful', ordered(firewall.statefulRules), name, context, (it) =>
      plannedStateful(firewall.name, it.number, it.rule, context),
    ),
    statefulDefault: isStrict && statefulDefaultAction ? [statefulDefaultAction] : undefined,
  }
}

interface Numbered<R> {
  readonly number: number
  readonly rule: R
}

/**
 * Groups of rules. Where a rule group stands that the design does not hold, what comes before and
 * what comes after are groups of their own, so that it has its place between.
 */
function groupsOf<R extends Rule, P extends PlannedStateless | PlannedStateful>(
  engine: Engine,
  rules: readonly Numbered<R>[],
  firewall: string,
  context: EmitContext,
  planned: (it: Numbered<R>) => readonly P[],
): readonly PlannedGroup<P>[] {
  return runsOf(rules).flatMap((run, index) => {
    const priority = run[0]?.number ?? 1
    const part = index === 0 ? engine : `${engine}-${priority}`
    const name = `${firewall}-${part}`
    const made = run.flatMap(planned)
    return made.length === 0
      ? []
      : [
          {
            part,
            words: part.split('-'),
            name,
            description: descriptionOf(run, name, context),
            capacity: capacityOf(made),
            priority,
            rules: made,
          },
        ]
  })
}

function runsOf<R extends Rule>(
  rules: readonly Numbered<R>[],
): readonly (readonly Numbered<R>[])[] {
  const runs: Numbered<R>[][] = [[]]
  for (const it of rules)
    if (it.rule.action === finer) runs.push([])
    else runs.at(-1)?.push(it)
  return runs.filter((run) => run.length > 0)
}

/** A rule group describes itself in at most this many characters. */
const longestDescription = 512

/** What people say of rules: AWS keeps descriptions of groups, not of single rules. */
function descriptionOf(
  rules: readonly Numbered<Rule>[],
  group: string,
  { renamed }: EmitContext,
): string | undefined {
  const said = rules
    .map(({ number, rule: { description } }) => ({
      number,
      description,
      text: oneLine(description).normalize('NFC'),
    }))
    .filter(({ description }) => description !== '')
  for (const { number, description, text } of said)
    if (!isSameText(text, description))
      renamed(`description of rule ${number}`, description, text, 'It stands on one line there')
  const whole = said
    .filter(({ text }) => text !== '')
    .map(({ number, text }) => `${number}: ${text}`)
    .join('; ')
  const text = beginning(whole, longestDescription)
  if (text !== whole)
    renamed('descriptions of rules', whole, text, `The rule group ${group} has 512 characters`)
  return text || undefined
}

/** The smallest that is asked for: a capacity can never be changed, and rules are added. */
const leastCapacity = 100

/**
 * How many rules a group has room for, twice what it needs. A stateless rule counts as often as it
 * names protocols.
 * @source https://docs.aws.amazon.com/network-firewall/latest/developerguide/nwfw-rule-group-capacity.html
 */
function capacityOf(rules: readonly (PlannedStateless | PlannedStateful)[]): number {
  const needed = rules
    .map((rule) => ('protocols' in rule ? (rule.protocols?.length ?? 1) : 1))
    .reduce((sum, each) => sum + each, 0)
  return Math.max(leastCapacity, Math.ceil((needed * 2) / leastCapacity) * leastCapacity)
}

/** Room for what is put behind it, in 128 characters. */
const longestName = 100

const firewallText = (name: string) =>
  latin(name)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, longestName)
    .replace(/-$/, '') || 'firewall'

/**
 * Letters, digits and hyphens, each name once in an account and Region.
 * @source https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateFirewall.html
 */
function nameOf(firewall: Firewall, design: Design): string {
  const home = design.get(firewall.vpcId)
  const siblings = design.all('network-firewall').filter(({ vpcId }) => {
    const vpc = design.get(vpcId)
    return vpc?.ownerId === home?.ownerId && vpc?.region === home?.region
  })
  const names = distinct(
    siblings.map(({ id, name }) => ({ key: id, name: firewallText(name) })),
    '-',
  )
  return names.get(firewall.id) ?? firewallText(firewall.name)
}

function report(firewall: Firewall, name: string, { gap, renamed }: EmitContext): void {
  const isStrict = firewall.ruleOrder === 'STRICT_ORDER'
  if (name !== firewall.name)
    renamed(
      'firewall name',
      firewall.name,
      name,
      'AWS Network Firewall takes letters, digits and hyphens, and each name once',
    )
  if (firewall.status !== 'READY')
    gap(
      `The firewall ${firewall.name} is ${firewall.status} in the design; the code makes one that becomes READY.`,
      'Nothing to do, unless the design is to show a fault.',
    )
  if (!isStrict && firewall.statefulDefaultAction)
    gap(
      `The stateful default action ${firewall.statefulDefaultAction} of ${firewall.name} is not exported: it counts in strict order alone.`,
      'Choose STRICT_ORDER, or no default action.',
    )
  const engines: readonly (readonly [Engine, readonly Numbered<Rule>[]])[] = [
    ['stateless', ordered<Rule>(firewall.statelessRules)],
    ['stateful', ordered<Rule>(firewall.statefulRules)],
  ]
  for (const [engine, rules] of engines)
    for (const { number, rule } of rules)
      if (rule.action === finer)
        gap(
          `The rule group at ${number} of the ${engine} rules of ${firewall.name}${rule.description ? ` (${rule.description})` : ''} is not part of the code: the design says only that it is there.`,
          `Add a reference to it to the firewall policy ${name}${engine === 'stateless' || isStrict ? `, with the priority ${number}` : ''}.`,
        )
}
