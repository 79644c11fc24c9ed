import type { EmitContext } from '../emit'
import { protocolNamed } from '../protocols'
import type { ResourceOf } from '../resource'

type Firewall = ResourceOf<'network-firewall'>
type Rule = Firewall['statelessRules'][string] | Firewall['statefulRules'][string]

export interface Ports {
  readonly from: number
  readonly to: number
}

/** What a sentence calls a rule. */
export const saidOf = (engine: 'stateless' | 'stateful', number: number, firewall: string) =>
  `The rule ${number} of the ${engine} rules of ${firewall}`

const namesPorts = (rule: Rule) => rule.fromPort !== null || rule.sourceFromPort !== null

/** Only TCP and UDP have ports. */
const isPorted = ({ protocol }: Rule) => ['tcp', 'udp'].includes(String(protocolNamed(protocol)))

/** The protocols that a rule has to name for AWS; none means all of them. */
export function named(rule: Rule): readonly string[] {
  if (rule.protocol !== '-1') return [rule.protocol]
  return namesPorts(rule) ? ['tcp', 'udp'] : []
}

const range = (from: number | null, to: number | null): Ports | undefined =>
  from === null || to === null ? undefined : { from, to }

/** The ports of a rule, as far as its protocol has any; undefined ones match any. */
export function portsOf(rule: Rule): {
  readonly source: Ports | undefined
  readonly destination: Ports | undefined
} {
  return rule.protocol === '-1' || isPorted(rule)
    ? {
        source: range(rule.sourceFromPort, rule.sourceToPort),
        destination: range(rule.fromPort, rule.toPort),
      }
    : { source: undefined, destination: undefined }
}

export function reportPorts(said: string, rule: Rule, { gap }: EmitContext): void {
  if (!namesPorts(rule) || isPorted(rule)) return
  if (rule.protocol === '-1')
    gap(
      `${said} names ports of every protocol: the code says it of TCP and UDP, which have ports, and of nothing else.`,
      'Give the rule a protocol, and others rules of their own.',
    )
  else
    gap(
      `${said} names ports, which protocol ${rule.protocol} has not: the code leaves them out.`,
      'Take the ports from the rule.',
    )
}
