import { holds, prefixLengthOf } from '../../net/cidr'
import { familyOf } from '../../net/ip'
import { isPublic } from '../../net/ranges'
import { knowsConnection } from '../connections'
import { allow, drop, field, type Decision, type Doors, type Packet, type Step } from '../forward'
import { faulty, hostDecider, idle } from '../host'
import { crossBorder } from '../network-acl/forward'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { winningRoute } from '../route-table/forward'
import { admit } from '../security-group/forward'
import { masqueraded } from './masquerade'
import { keepsState, passageOf, passed, wayOut } from './passage'

type Workload = ResourceOf<'workload'>

/**
 * What an instance does with a packet that a route sends to one of its interfaces: it takes what is
 * its own, and passes on anything else if it is made for that. Then the table of the subnet it
 * leaves by decides. (RT-19, RT-20, WALK-6, CL-7, CL-15)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html
 */
export function passOn(
  it: Workload,
  face: NetworkInterface,
  { from }: Pick<Doors['through'], 'from'>,
  packet: Packet,
  network: NetworkView,
): Step {
  if (face.addresses.some(({ ip }) => ip === packet.header.destination))
    return { decisions: [], packet, next: { to: face.subnetId, door: 'enter', face, from } }
  const entering =
    from === face.subnetId ? [] : crossBorder(face.subnetId, 'ingress', packet, network)
  const passage = passageOf(it.id, packet)
  // what a group has not seen the request of is a new connection to it (SG-1)
  const judged: Packet =
    packet.direction === 'reply' && !passage ? { ...packet, direction: 'request' } : packet
  const before = [
    ...entering,
    ...refusals(it, face, packet, network),
    ...admit(face, 'ingress', judged, network),
  ]
  const out = wayOut(it, face, passage, packet, network)
  const unclear = typeof out === 'string' ? out : knowsAlone(it, from, packet, network)
  if (typeof out === 'string' || unclear) {
    const because = field(it.id, typeof out === 'string' ? 'interfaces' : 'forwarding')
    const unknown = drop(
      hostDecider(it),
      'UNSUPPORTED_COMPONENT',
      { text: unclear ?? '', because },
      packet.header,
    )
    return { decisions: [...before, unknown], packet, next: null }
  }
  const sent = it.forwarding === 'masquerade' ? masqueraded(it, out, packet) : packet
  const after = passed(it, face, out, sent)
  const leaving = admit(
    out,
    'egress',
    judged === packet ? after : { ...after, direction: 'request' },
    network,
  )
  const isBlocked = before.some(({ decision }) => decision === 'drops')
  return {
    decisions: [...before, ...(isBlocked ? [] : [passes(it, packet, after)]), ...leaving],
    packet: after,
    next: { to: out.subnetId, door: 'leave', face: out },
  }
}

/**
 * A private address outside every VPC that nobody is known to have, and a route to this instance for it:
 * the instance may have it itself, as an overlay address, or lead there by a tunnel of its own. In words,
 * null for everything else; what is sent here by default is not meant for it. (WALK-15, CL-17)
 * @source https://docs.aws.amazon.com/sap/latest/sap-hana/sap-hana-on-aws-move-the-ip-resource.html
 */
function knowsAlone(
  it: Workload,
  from: Doors['through']['from'],
  { direction, goal, header: { destination } }: Packet,
  network: NetworkView,
): string | null {
  const isNobodys = goal.anyone && goal.face === null && goal.place === null
  if (direction === 'reply' || !isNobodys || isPublic(destination)) return null
  const table = from && network.tableOf(from)
  const route = table && winningRoute(table, destination)
  if (!route || prefixLengthOf(route.destination) === 0) return null
  const isInVpc = network.design
    .all('vpc')
    .some(({ id }) => network.blocksOf(id).some((block) => holds(block, destination)))
  return isInVpc
    ? null
    : `A route leads to ${it.name} for ${destination}, which nobody is known to have. Whether ${it.name} has it itself, or leads there, is not modelled.`
}

function passes(it: Workload, { header }: Packet, after: Packet): Decision {
  const because = field(it.id, 'forwarding')
  return header.source === after.header.source
    ? allow(hostDecider(it), 'passes', { text: `${it.name} passes it on.`, because }, after.header)
    : allow(
        hostDecider(it),
        'translates',
        { text: `${it.name} sends it on as ${after.header.source}.`, because },
        after.header,
      )
}

/** Why does it not pass the packet on? All the reasons there are. */
function refusals(
  it: Workload,
  face: NetworkInterface,
  packet: Packet,
  network: NetworkView,
): readonly Decision[] {
  const { direction, header } = packet
  const by = hostDecider(it)
  const mode = field(it.id, 'forwarding')
  const found: Decision[] = []
  const broken = faulty(it, face, packet, network) ?? idle(it, packet)
  if (broken) found.push(broken)
  if (face.sourceDestCheck) {
    const text = `${it.name} gets a packet for ${header.destination}, but source/destination checking is on at its network interface: it takes only what is addressed to it.`
    const because = field(face.interfaceId ?? it.id, 'sourceDestCheck')
    found.push(drop(by, 'ENI_SOURCE_DEST_CHECK_RESTRICTION', { text, because }, header))
  }
  if (it.forwarding === 'none') {
    const text = `A route sends packets for ${header.destination} to ${it.name}, which does not forward.`
    found.push(drop(by, 'NO_POSSIBLE_DESTINATION', { text, because: mode }, header))
  }
  if (it.forwarding === 'drop') {
    const text = `${it.name} drops what it is sent for others.`
    found.push(drop(by, 'FIREWALL_RULES_RESTRICTION', { text, because: mode }, header))
  }
  if (it.forwarding === 'masquerade' && direction === 'reply') {
    const text = `The reply runs into ${it.name}, which gives it another source: the sender of the request does not take that for an answer.`
    found.push(drop(by, 'RETURN_PATH_ASYMMETRIC', { text, because: mode }, header))
  } else if (it.forwarding === 'masquerade' && familyOf(header.source) === 'IPv6') {
    const text = `Whether ${it.name} translates IPv6 as well is not modelled.`
    found.push(drop(by, 'UNSUPPORTED_COMPONENT', { text, because: mode }, header))
  }
  if (keepsState(it) && direction === 'reply' && !knowsConnection(it.id, packet)) {
    const text = `The reply runs into ${it.name}, which keeps the state of connections and did not see the request.`
    found.push(
      drop(by, 'MIDDLEBOX_ASYMMETRIC', { text, because: field(it.id, 'stateful') }, header),
    )
  }
  return found
}
