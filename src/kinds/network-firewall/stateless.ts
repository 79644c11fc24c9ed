import type { Cidr } from '../../net/cidr'
import type { EmitContext } from '../emit'
import { protocolNamed } from '../protocols'
import type { ResourceOf } from '../resource'
import { named, portsOf, reportPorts, saidOf, type Ports } from './ports'

type Rule = ResourceOf<'network-firewall'>['statelessRules'][string]

/** A rule of the stateless engine, as AWS takes it; what is undefined matches anything. */
export interface PlannedStateless {
  readonly priority: number
  readonly action: string
  /** Their numbers. */
  readonly protocols: readonly number[] | undefined
  readonly source: Cidr | undefined
  readonly destination: Cidr | undefined
  readonly sourcePorts: Ports | undefined
  readonly destinationPorts: Ports | undefined
}

const numbers: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 }

/** @source https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_MatchAttributes.html */
export function plannedStateless(
  firewall: string,
  number: number,
  rule: Rule,
  context: EmitContext,
): PlannedStateless {
  reportPorts(saidOf('stateless', number, firewall), rule, context)
  const protocols = named(rule).map((it) => numbers[protocolNamed(it)] ?? Number(it))
  const { source, destination } = portsOf(rule)
  return {
    priority: number,
    action: rule.action,
    protocols: protocols.length > 0 ? protocols : undefined,
    source: rule.source ?? undefined,
    destination: rule.destination ?? undefined,
    sourcePorts: source,
    destinationPorts: destination,
  }
}
