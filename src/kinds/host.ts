import { isServiceOfAws } from './aws-services'
import {
  allow,
  drop,
  ends,
  field,
  type Decider,
  type Decision,
  type Packet,
  type Step,
} from './forward'
import type { Ip } from '../net/ip'
import type { NetworkInterface, NetworkView } from './network'
import { received } from './received'
import type { Id } from './resource'
import { admit } from './security-group/forward'
import { strayed } from './strayed'

/** Whatever sends and receives by network interfaces of its own. */
export interface Host {
  readonly id: Id
  readonly name: string
  /** Absent where AWS runs it. */
  readonly state?: string
}

export const hostDecider = ({ id, name }: Host): Decider => ({
  component: id,
  term: 'network interface',
  name,
  at: id,
})

/** Why is there no telling what this interface does? AWS would not have it as it is written. */
export function faulty(
  it: Host,
  face: NetworkInterface | null,
  { header }: Packet,
  network: NetworkView,
): Decision | null {
  const fault = face ? face.fault : (network.faultsOf(it.id)[0] ?? 'it has no network interface')
  if (!fault) return null
  const text = `AWS would refuse ${it.name}: ${fault}.`
  const because = field(it.id, 'interfaces')
  return drop(hostDecider(it), 'UNSUPPORTED_COMPONENT', { text, because }, header)
}

/** A stopped host neither sends nor receives. */
export function idle(it: Host, { header }: Packet): Decision | null {
  if (it.state === undefined || it.state === 'running') return null
  const text = `${it.name} is ${it.state}.`
  return drop(hostDecider(it), 'BAD_STATE', { text, because: field(it.id, 'state') }, header)
}

/**
 * An interface sends as itself and takes only what is for itself, unless the check is off. (WALK-3,
 * WALK-8)
 * @source https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html
 */
function foreign(it: Host, face: NetworkInterface, ip: Ip, { header }: Packet): Decision | null {
  if (!face.sourceDestCheck || face.addresses.some((each) => each.ip === ip)) return null
  const text = `${ip} is no address of the network interface of ${it.name}, and source/destination checking is on there.`
  const because = field(face.interfaceId ?? it.id, 'sourceDestCheck')
  return drop(hostDecider(it), 'ENI_ADDRESS_RESTRICTION', { text, because }, header)
}

/**
 * A host sends past its security groups into its subnet; that is so within a subnet too. (WALK-3,
 * SG-1)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
 */
export function hostSend(
  it: Host,
  face: NetworkInterface | null,
  packet: Packet,
  network: NetworkView,
): Step {
  const { direction, header } = packet
  const verb = direction === 'request' ? 'sends to' : 'answers'
  const broken =
    faulty(it, face, packet, network) ??
    idle(it, packet) ??
    (face && foreign(it, face, header.source, packet))
  const text = `${it.name} (${header.source}) ${verb} ${header.destination}.`
  const because = { type: 'resource', resourceId: it.id } as const
  const sends = broken ?? allow(hostDecider(it), 'sends', { text, because }, header)
  if (!face) return ends(sends, packet)
  const filtered = isServiceOfAws(header.destination, face.vpcId, network)
    ? []
    : admit(face, 'egress', packet, network)
  return {
    decisions: [sends, ...filtered],
    packet,
    next: { to: face.subnetId, door: 'leave', face },
  }
}

/** A host receives past its security groups what is meant for it. (WALK-8, SG-1) */
export function hostArrive(
  it: Host,
  face: NetworkInterface | null,
  packet: Packet,
  network: NetworkView,
): Step {
  const stray = face && strayed(hostDecider(it), face, packet, network)
  if (stray) return ends(stray, packet)
  const broken =
    faulty(it, face, packet, network) ??
    (face && foreign(it, face, packet.header.destination, packet))
  if (broken) return ends(broken, packet)
  const filtered = face ? admit(face, 'ingress', packet, network) : []
  const stopped = idle(it, packet)
  const step = stopped ? ends(stopped, packet) : received(hostDecider(it), packet)
  return { ...step, decisions: [...filtered, ...step.decisions] }
}
