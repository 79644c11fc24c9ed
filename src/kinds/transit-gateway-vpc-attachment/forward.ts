import { holds } from '../../net/cidr'
import type { Ip } from '../../net/ip'
import { isSameZone, zoneOf, type Zone } from '../availability-zone'
import { called } from '../called'
import { capital } from '../contract'
import type { Detail } from '../codes'
import {
  allow,
  drop,
  ends,
  field,
  type Decision,
  type Forwarding,
  type Guess,
  type Packet,
  type Step,
} from '../forward'
import type { NetworkView } from '../network'
import { crossBorder } from '../network-acl/forward'
import type { ResourceOf } from '../resource'
import { consult } from '../route-table/forward'
import { brokenAt, deciderAt } from '../transit-gateway/attachment-hop'
import { subnetsOfAttachment } from '../transit-gateway/attached'
import { withoutGroup } from '../transit-gateway/group-referencing'

type Attachment = ResourceOf<'transit-gateway-vpc-attachment'>
type Subnet = ResourceOf<'subnet'>

/**
 * Out of the transit gateway into the VPC: by the interface in one of the attachment's subnets, and
 * on by the route table of that subnet. (TGW-4, TGW-12, TGW-15)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export const forward: Forwarding<'transit-gateway-vpc-attachment'> = {
  outgoing: (it, { zone }, packet, network) => {
    const broken = brokenAt(it, packet, network)
    if (broken?.code === 'UNSUPPORTED_COMPONENT') return ends(broken, packet)
    const [only, ...others] = subnetsFor(it, zone, packet, network)
    const isUnknown = zone !== null && isUncertain(it, zone, packet, network)
    if (only && others.length === 0) return into(it, only, broken, packet, network)
    return {
      decisions: [],
      packet,
      next: null,
      forks: [only, ...others].flatMap((door) =>
        door
          ? [
              {
                label: `into ${called(it)} by ${door.availabilityZone}`,
                ...(isUnknown ? { guess: guessOf(it, zone, door, network) } : {}),
                ...into(it, door, broken, packet, network),
              },
            ]
          : [],
      ),
    }
  },
}

/**
 * Which of its subnets may the packet come out in? The one in the zone where it entered the transit
 * gateway, else any. In appliance mode any, but the answer in the same as the request. (TGW-4,
 * TGW-15)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html
 */
function subnetsFor(
  it: Attachment,
  zone: Zone | null,
  { pins }: Packet,
  network: NetworkView,
): readonly Subnet[] {
  const all = subnetsOfAttachment(it, network.design)
  if (it.applianceModeSupport) {
    const pinned = all.find(({ availabilityZone }) => availabilityZone === pins[it.id])
    return pinned ? [pinned] : all
  }
  const same = zone && all.find((subnet) => isSameZone(zoneOf(subnet, network), zone))
  return same ? [same] : all
}

/**
 * Is it unknown which of these zones the packet's own one is? It came from another account, which
 * has other names for them, and nobody said the zone IDs. (VPC-24)
 */
function isUncertain(it: Attachment, zone: Zone, { pins }: Packet, network: NetworkView): boolean {
  const all = subnetsOfAttachment(it, network.design)
  const sameness = all.map((subnet) => isSameZone(zoneOf(subnet, network), zone))
  return !it.applianceModeSupport && !pins[it.id] && sameness.includes(null)
}

function guessOf(it: Attachment, zone: Zone, door: Subnet, network: NetworkView): Guess {
  const other = zoneOf(door, network)
  return {
    why: `Names of Availability Zones differ between accounts, and the answer differs between the zones of ${called(it)}: without the zone IDs of the subnets it cannot be told which of them is ${zone.name} of account ${zone.ownerId}.`,
    label: `${zone.name} of ${zone.ownerId} is ${other.name} of ${other.ownerId}`,
  }
}

function into(
  it: Attachment,
  door: Subnet,
  broken: Decision | null,
  packet: Packet,
  network: NetworkView,
): Step {
  const { header } = packet
  const text = `${capital(called(it))} brings it into subnet ${door.name} (${door.availabilityZone}).`
  const handed: Decision = {
    ...allow(deciderAt(it), 'passes', { text, because: field(it.id, 'subnetIds') }, header),
    details: adviceOn(it, header.destination, network),
  }
  const gateway = network.design.get(it.transitGatewayId)
  const come: Packet = {
    ...withoutGroup(packet, gateway, it, door),
    enteredBy: it.id,
    pins: it.applianceModeSupport
      ? { ...packet.pins, [it.id]: door.availabilityZone }
      : packet.pins,
  }
  const step = routed(it, door, come, network)
  const filtered = staysInside(door, header.destination, step, network)
    ? []
    : crossBorder(door.id, 'egress', come, network)
  return { ...step, decisions: [broken ?? handed, ...filtered, ...step.decisions] }
}

const holdsIn = ({ cidrBlock, ipv6CidrBlock }: Subnet, ip: Ip) =>
  [cidrBlock, ipv6CidrBlock].some((block) => block !== null && holds(block, ip))

/** By the table of the attachment's subnet, or to a host beside the attachment's interface. (TGW-12) */
function routed(it: Attachment, door: Subnet, packet: Packet, network: NetworkView): Step {
  if (holdsIn(door, packet.header.destination))
    return { decisions: [], packet, next: { to: it.vpcId, door: 'local', from: door.id } }
  const table = network.tableOf(door.id)
  if (table?.vpcId === door.vpcId)
    return consult(table, packet, network, { at: door.id, from: door.id })
  const text = `The route table of subnet ${door.name} does not belong to its VPC; AWS refuses that association.`
  const because = field(door.id, 'routeTableId')
  return ends(
    drop(deciderAt(it), 'UNSUPPORTED_COMPONENT', { text, because }, packet.header),
    packet,
  )
}

/**
 * Does the packet go to an interface in the attachment's own subnet? Then no network ACL is asked.
 * (ACL-9, CL-24)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
function staysInside(
  door: Subnet,
  destination: Ip,
  { next }: Step,
  { interfacesOf }: NetworkView,
): boolean {
  if (holdsIn(door, destination)) return true
  const faces = next?.door === 'through' ? interfacesOf(next.to) : []
  return faces.length > 0 && faces.every((face) => face.subnetId === door.id)
}

/** A VPC whose stateful appliances see traffic of others is better off in appliance mode. (TGW-15) */
function adviceOn(
  it: Attachment,
  destination: Ip,
  { blocksOf, design, interfacesOf }: NetworkView,
): readonly Detail[] {
  const passesThrough = !blocksOf(it.vpcId).some((block) => holds(block, destination))
  if (it.applianceModeSupport || !passesThrough) return []
  const keepsState = design
    .all('workload')
    .some(
      ({ id, forwarding, stateful }) =>
        forwarding === 'forward' &&
        stateful &&
        interfacesOf(id).some((face) => face.vpcId === it.vpcId),
    )
  const inspects = design
    .all('vpc-endpoint')
    .some(
      ({ vpcEndpointType, vpcId }) =>
        vpcId === it.vpcId && vpcEndpointType === 'GatewayLoadBalancer',
    )
  return keepsState || inspects ? ['TRANSIT_GATEWAY_APPLIANCE_MODE_RECOMMENDED'] : []
}
