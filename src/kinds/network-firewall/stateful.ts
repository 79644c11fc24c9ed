import type { EmitContext } from '../emit'
import { protocolNamed } from '../protocols'
import type { ResourceOf } from '../resource'
import { named, portsOf, reportPorts, saidOf, type Ports } from './ports'

type Rule = ResourceOf<'network-firewall'>['statefulRules'][string]

/** A rule of the stateful engine, in the words of Suricata. */
export interface PlannedStateful {
  /** Its number; what has to be written as two rules has the second number above all others. */
  readonly sid: number
  readonly action: string
  readonly protocol: string
  readonly direction: string
  readonly source: string
  readonly sourcePort: string
  readonly destination: string
  readonly destinationPort: string
}

const words: Readonly<Record<string, string>> = {
  tcp: 'TCP',
  udp: 'UDP',
  icmp: 'ICMP',
  icmpv6: 'ICMP',
}

/** Numbers of rules end below this. */
const beyondNumbers = 100_000

/** @source https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_Header.html */
export function plannedStateful(
  firewall: string,
  number: number,
  rule: Rule,
  context: EmitContext,
): readonly PlannedStateful[] {
  const said = saidOf('stateful', number, firewall)
  const protocols = rule.protocol === '-1' && named(rule).length === 0 ? ['IP'] : wordsOf(rule)
  if (!protocols) {
    context.gap(
      `${said} is left out: a stateful rule of addresses and ports knows TCP, UDP, ICMP and all protocols, and not protocol ${rule.protocol}.`,
      `Write it as a Suricata rule with ip_proto:${rule.protocol}, or let a stateless rule say it.`,
    )
    return []
  }
  reportPorts(said, rule, context)
  if (protocols.includes('ICMP') && rule.source === null && rule.destination === null)
    context.gap(
      `${said} counts for ICMP of IPv4 and of IPv6 in the code: a firewall tells them apart by addresses alone.`,
      'Give the rule a source or a destination of the family that is meant.',
    )
  if (rule.action === 'REJECT' && protocols.some((it) => it !== 'TCP'))
    context.gap(
      `${said} drops in the code what is not TCP, and does not reject it: AWS rejects TCP alone.`,
      'Let the rule drop, or give it the protocol tcp.',
    )
  const ports = portsOf(rule)
  return protocols.map((protocol, index) => ({
    sid: number + index * beyondNumbers,
    action: rule.action === 'REJECT' && protocol !== 'TCP' ? 'DROP' : rule.action,
    protocol,
    direction: rule.direction,
    source: rule.source ?? 'ANY',
    sourcePort: portText(ports.source),
    destination: rule.destination ?? 'ANY',
    destinationPort: portText(ports.destination),
  }))
}

/** Null where a rule of addresses and ports has no word for one of them. */
function wordsOf(rule: Rule): readonly string[] | null {
  const found = named(rule).flatMap((it) => words[protocolNamed(it)] ?? [])
  return found.length === named(rule).length ? found : null
}

function portText(ports: Ports | undefined): string {
  if (!ports) return 'ANY'
  return ports.from === ports.to ? String(ports.from) : `${ports.from}:${ports.to}`
}
