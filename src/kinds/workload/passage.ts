import { holds } from '../../net/cidr'
import type { Ip } from '../../net/ip'
import { isPublic } from '../../net/ranges'
import { watchersAfter } from '../connections'
import type { Packet, Passage } from '../forward'
import type { NetworkInterface, NetworkView } from '../network'
import type { Id, ResourceOf } from '../resource'

type Workload = ResourceOf<'workload'>

/** The request's way through this appliance, for a reply. */
export function passageOf(device: Id, { direction, passed }: Packet): Passage | undefined {
  return direction === 'reply'
    ? passed.findLast((it) => it.device === device && it.direction === 'request')
    : undefined
}

/** Is it a firewall that knows connections? A NAT instance has its bindings for that. (CL-7) */
export const keepsState = ({ forwarding, stateful }: Workload) =>
  forwarding === 'forward' && stateful

/** The packet with this appliance written down on it. */
export function passed(
  it: Workload,
  cameBy: NetworkInterface,
  wentBy: NetworkInterface,
  packet: Packet,
): Packet {
  const { direction, header } = packet
  const tracked = keepsState(it) ? header : null
  return {
    ...packet,
    // what a rule knows by its group comes straight from it (SG-7)
    senderKnown: packet.sender?.key === wentBy.key && packet.senderKnown,
    watchers: tracked ? watchersAfter(it.id, packet) : packet.watchers,
    passed: [...packet.passed, { device: it.id, direction, cameBy, wentBy, tracked }],
  }
}

/**
 * By which interface does it send on? A reply goes out where its request came in. Else the one whose
 * subnet has the address; or, as appliances are built, the one beside the one it came by. Only those
 * with the check off count, so that an interface for management does not. In words, why there is no
 * telling.
 */
export function wayOut(
  it: Workload,
  face: NetworkInterface,
  passage: Passage | undefined,
  { header }: Packet,
  network: NetworkView,
): NetworkInterface | string {
  if (passage) return passage.cameBy
  const faces = network
    .interfacesOf(it.id)
    .filter((each) => each.key === face.key || (each.vpcId === face.vpcId && !each.sourceDestCheck))
  const near = faces.find((each) => isInSubnetOf(each, header.destination, network))
  // what it translates may leave by an interface with the check on: the source is its own (RT-19)
  const own = network.interfacesOf(it.id).filter((each) => each.vpcId === face.vpcId)
  if (!near && it.forwarding === 'masquerade' && faces.length < own.length)
    return `${it.name} translates and has ${own.length} network interfaces, and which of them it chooses for ${header.destination} is not modelled.`
  if (near || faces.length === 1) return near ?? face
  // the internet lies behind the interface with a public address (CL-15, NET-2)
  const [open, ...rest] = faces.filter(({ addresses }) =>
    addresses.some((each) => each.publicIp !== null),
  )
  if (open && rest.length === 0 && isPublic(header.destination)) return open
  const [other, ...more] = faces.filter((each) => each.key !== face.key)
  return other && more.length === 0
    ? other
    : `${it.name} forwards by ${faces.length} network interfaces, and which of them it chooses for ${header.destination} is not modelled.`
}

function isInSubnetOf(face: NetworkInterface, ip: Ip, network: NetworkView): boolean {
  const { cidrBlock, ipv6CidrBlock } = network.subnetOf(face)
  return [cidrBlock, ipv6CidrBlock].some((block) => block !== null && holds(block, ip))
}
