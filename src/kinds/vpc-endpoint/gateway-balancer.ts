import { called } from '../called'
import { capital } from '../contract'
import {
  allow,
  drop,
  ends,
  field,
  type Decision,
  type Fork,
  type Packet,
  type Step,
} from '../forward'
import { chooseFor } from '../load-balancer/choice'
import { deciderOf as balancerDecider } from '../load-balancer/deciding'
import { targetGroupsOf } from '../load-balancer/links'
import { registeredIn, type Target } from '../load-balancer/targets'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { byAppliance } from './appliance'
import { deciderOf, unsupported } from './decider'
import { nodesFor, refusedBy, type Refusal } from './service'

type Endpoint = ResourceOf<'vpc-endpoint'>
type Service = ResourceOf<'vpc-endpoint-service'>
type Balancer = ResourceOf<'load-balancer'>

/** A target that the Gateway Load Balancer may hand the flow to, and the node that does. */
interface Way {
  readonly balancer: Balancer
  readonly node: NetworkInterface
  readonly target: Target
  readonly failsOpen: boolean
}

/**
 * What a Gateway Load Balancer does with a packet at one of its endpoints: it hands the flow to one
 * of its targets, keeps to that in both directions, and what the appliance passes comes out of the
 * same endpoint. Every target may be the one. (EP-12, CL-14, LB-10, WALK-13)
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/introduction.html
 */
export function throughBalancer(
  it: Endpoint,
  service: Service,
  face: NetworkInterface,
  packet: Packet,
  network: NetworkView,
): Step {
  const refused = refusedBy(it, service, network)
  if (refused) return ends(told(it, refused, packet), packet)
  const nodes = nodesFor(it, face, service, network)
  if (!('length' in nodes)) return ends(told(it, nodes, packet), packet)
  const found = nodes.map(({ node, guess }) => ({
    ...waysBy(it, node, packet, network),
    guessed: guess ? { guess } : {},
  }))
  const blocked = found.flatMap(({ drops, guessed }) => drops.map((each) => ({ each, guessed })))
  const ways = found.flatMap(({ ways: all, guessed }) => all.map((way) => ({ ...way, guessed })))
  if (ways.length === 0) return { decisions: blocked.map(({ each }) => each), packet, next: null }
  const chosen = stickyOf(it, ways, packet)
  const forks: readonly Fork[] = [
    ...(chosen === ways
      ? blocked.map(({ each, guessed }) => ({ ...deadEnd(each, packet), ...guessed }))
      : []),
    ...chosen.map((way) => ({
      label: `inspected by ${nameOf(way, network)}`,
      ...way.guessed,
      ...inspectedBy(it, face, way, packet, network),
    })),
  ]
  return { decisions: [], packet, next: null, forks }
}

const deadEnd = (decision: Decision, packet: Packet): Fork => ({
  label: `by ${decision.name}`,
  decisions: [decision],
  packet,
  next: null,
})

const told = (it: Endpoint, { code, text, of, field: name }: Refusal, { header }: Packet) =>
  drop(deciderOf(it), code, { text, because: field(of.id, name) }, header)

const nameOf = ({ target }: Way, { component }: NetworkView) =>
  (target.face && component(target.face.ownerId)?.name) ?? target.ip

const none = (decision: Decision) => ({ ways: [], drops: [decision] })

/** The targets that a node chooses among, or why there are none. */
function waysBy(
  it: Endpoint,
  node: NetworkInterface,
  packet: Packet,
  network: NetworkView,
): { readonly ways: readonly Way[]; readonly drops: readonly Decision[] } {
  const balancer = network.component(node.ownerId)
  if (balancer?.kind !== 'load-balancer') return { ways: [], drops: [] }
  const { header } = packet
  const by = balancerDecider(balancer)
  if (node.fault) {
    const text = `AWS would refuse ${called(balancer)}: ${node.fault}.`
    return none(unsupported(it, text, 'serviceId', packet))
  }
  if (balancer.state === 'provisioning' || balancer.state === 'failed') {
    const text = `${capital(called(balancer))} is ${balancer.state}, not active.`
    const because = field(balancer.id, 'state')
    return none(drop(by, 'BAD_STATE', { text, because }, header))
  }
  const groups = Object.values(balancer.listeners)
    .filter(({ protocol }) => protocol === 'GENEVE')
    .flatMap(({ defaultAction }) => targetGroupsOf(defaultAction))
    .flatMap((id) => network.design.get(id) ?? [])
    .filter(({ protocol }) => protocol === 'GENEVE')
  const [group, ...others] = groups
  if (others.some((each) => each.id !== group?.id)) {
    const text = `${called(balancer)} forwards to ${groups.map(({ name }) => name).join(' and ')}: which of them gets a flow is not modelled.`
    const because = field(balancer.id, 'listeners')
    return none(drop(by, 'UNSUPPORTED_COMPONENT', { text, because }, header))
  }
  if (!group) {
    const text = `${capital(called(balancer))} has no listener that forwards to a target group of the protocol GENEVE.`
    const because = field(balancer.id, 'listeners')
    return none(drop(by, 'ELBV2_LISTENER_HAS_NO_TG', { text, because }, header))
  }
  const choice = chooseFor(balancer, group, node, registeredIn(group, network), network)
  if (choice.type === 'none') {
    const { code, related, text } = choice
    return none(drop(by, code, { text, because: field(group.id, 'targets'), related }, header))
  }
  const { failsOpen } = choice
  return {
    drops: [],
    ways: choice.targets.map((target) => ({ balancer, node, target, failsOpen })),
  }
}

/** A reply at the endpoint of its request goes to the very appliance that had the request. */
function stickyOf<W extends Way>(it: Endpoint, ways: readonly W[], packet: Packet): readonly W[] {
  if (packet.direction === 'request') return ways
  const requests = packet.passed.filter(({ direction }) => direction === 'request')
  const at = requests.findLastIndex(({ device }) => device === it.id)
  // the appliance is written down right before the endpoint that the packet comes out of
  const appliance = requests[at - 1]?.device
  const same = at < 0 ? [] : ways.filter(({ target }) => target.face?.ownerId === appliance)
  return same.length > 0 ? same : ways
}

function inspectedBy(
  it: Endpoint,
  face: NetworkInterface,
  { balancer, node, target, failsOpen }: Way,
  packet: Packet,
  network: NetworkView,
): Pick<Fork, 'decisions' | 'packet' | 'next'> {
  const { decisions, after } = byAppliance(it, face, node, target, packet, network)
  const text = `${capital(called(balancer))} hands it to ${target.ip} in GENEVE.`
  const because = field(balancer.id, 'listeners')
  const hands = allow(balancerDecider(balancer), 'passes', { text, because }, packet.header)
  return {
    decisions: [failsOpen ? { ...hands, details: ['UNHEALTHY_TARGETS'] } : hands, ...decisions],
    packet: after,
    next: { to: face.subnetId, door: 'leave', face },
  }
}
