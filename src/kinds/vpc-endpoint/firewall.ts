import { called } from '../called'
import { knowsConnection } from '../connections'
import { capital } from '../contract'
import { allow, drop, field, type Decider, type Decision, type Packet, type Step } from '../forward'
import type { NetworkInterface } from '../network'
import { statefully, statelessly, type Judgement } from '../network-firewall/judging'
import type { Evidence } from '../packet'
import type { ResourceOf } from '../resource'
import { outOf } from './inspected'

type Endpoint = ResourceOf<'vpc-endpoint'>
type Firewall = ResourceOf<'network-firewall'>
type List = 'statelessRules' | 'statefulRules'

/**
 * What AWS Network Firewall does with a packet at one of its endpoints. The stateless rules are
 * asked of every packet, answers too; what they forward belongs to a connection, whose first packet
 * the stateful rules judge. Each endpoint keeps the state of its own connections alone. (CL-7, EP-12)
 * @source https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policy-processing.html
 * @source https://docs.aws.amazon.com/network-firewall/latest/developerguide/asymmetric-routing.html
 */
export function throughFirewall(
  it: Endpoint,
  firewall: Firewall,
  face: NetworkInterface,
  packet: Packet,
): Step {
  const by: Decider = { component: it.id, term: 'firewall endpoint', name: it.name, at: it.id }
  const { decisions, keepsState } = judged(it, firewall, by, packet)
  const pending = notReady(firewall, by, packet)
  return {
    decisions: [...(pending ? [pending] : []), ...decisions],
    packet: outOf(it, face, packet, keepsState),
    next: { to: face.subnetId, door: 'leave', face },
  }
}

function notReady(firewall: Firewall, by: Decider, { header }: Packet): Decision | null {
  if (firewall.status === 'READY') return null
  const text = `${capital(called(firewall))} is ${firewall.status}, not READY.`
  return drop(by, 'BAD_STATE', { text, because: field(firewall.id, 'status') }, header)
}

interface Judged {
  readonly decisions: readonly Decision[]
  /** Did the stateful rules see it? */
  readonly keepsState: boolean
}

function judged(it: Endpoint, firewall: Firewall, by: Decider, packet: Packet): Judged {
  const { direction, header } = packet
  if (firewall.undescribed) {
    const text = `What ${called(firewall)} lets by is not known: ${firewall.undescribed} is missing.`
    const because = { type: 'resource', resourceId: firewall.id } as const
    const unknown = drop(by, 'UNSUPPORTED_COMPONENT', { text, because }, header)
    return { decisions: [{ ...unknown, filters: true }], keepsState: true }
  }
  const stateless = statelessly(firewall, header)
  if (stateless.outcome !== 'forwards')
    return {
      decisions: [told(firewall, 'statelessRules', by, stateless, packet)],
      keepsState: false,
    }
  if (direction === 'request') {
    const stateful = statefully(firewall, header)
    const judgement = { ...stateful, partial: stateful.partial || stateless.partial }
    return { decisions: [told(firewall, 'statefulRules', by, judgement, packet)], keepsState: true }
  }
  const because = { type: 'resource', resourceId: firewall.id } as const
  if (knowsConnection(it.id, packet)) {
    const text = `${capital(called(firewall))} knows the connection at ${it.name} and lets the reply by.`
    const passes = allow(by, 'passes', { text, because }, header)
    return { decisions: [stateless.partial ? partly(passes) : passes], keepsState: true }
  }
  const text = `The reply runs into ${it.name} of ${called(firewall)}, which keeps the state of connections and did not see the request there by these addresses.`
  return {
    decisions: [drop(by, 'MIDDLEBOX_ASYMMETRIC', { text, because }, header)],
    keepsState: true,
  }
}

/** Some of the ports that the sender may choose get by, others do not. (ACL-7) */
const partly = (decision: Decision): Decision => ({ ...decision, details: ['EPHEMERAL_PARTIAL'] })

const engines: Readonly<Record<List, string>> = {
  statelessRules: 'stateless',
  statefulRules: 'stateful',
}

/** What an engine decided, in words, with the rule or the default that says so. */
function told(
  firewall: Firewall,
  list: List,
  by: Decider,
  { number, outcome, partial }: Judgement,
  { header }: Packet,
): Decision {
  const because = evidence(firewall, list, number)
  const who =
    number === null
      ? `the ${engines[list]} default of ${called(firewall)}`
      : `${engines[list]} rule ${number} of ${called(firewall)}`
  const what = `what goes from ${header.source} to ${header.destination}`
  if (outcome === 'unknown') {
    const text = `${capital(what)} comes to ${who}, a rule group that says more than addresses, ports and protocols: that is not modelled.`
    return { ...drop(by, 'UNSUPPORTED_COMPONENT', { text, because }, header), filters: true }
  }
  if (outcome === 'drops') {
    const text = `${capital(who)} drops ${what}.`
    return drop(by, 'FIREWALL_RULES_RESTRICTION', { text, because }, header)
  }
  const some = partial ? ', but not from every port that the sender may choose' : ''
  const text = `${capital(who)} passes ${what}${some}.`
  const passes = allow(by, 'passes', { text, because }, header)
  return partial ? partly(passes) : passes
}

function evidence({ id, ruleOrder }: Firewall, list: List, number: number | null): Evidence {
  if (number !== null) return field(id, list)
  if (list === 'statelessRules') return field(id, 'statelessDefaultAction')
  return field(id, ruleOrder === 'STRICT_ORDER' ? 'statefulDefaultAction' : 'ruleOrder')
}
