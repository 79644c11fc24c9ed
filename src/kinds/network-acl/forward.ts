import { holds } from '../../net/cidr'
import { allow, drop, type Decider, type Decision, type Packet } from '../forward'
import type { NetworkView } from '../network'
import type { Evidence, Header } from '../packet'
import { portsOf } from '../ports'
import type { Id, ResourceOf } from '../resource'
import { matchesProtocol, verdictsOf } from './matching'

type Direction = 'ingress' | 'egress'
type Acl = ResourceOf<'network-acl'>

/**
 * What the network ACL says of a packet that crosses the border of its subnet. It keeps no state:
 * a reply is asked like any packet. The final rule denies what no rule allows. (ACL-1 to ACL-6)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export function crossBorder(
  subnetId: Id<'subnet'>,
  direction: Direction,
  packet: Packet,
  network: NetworkView,
): readonly Decision[] {
  const subnet = network.design.get(subnetId)
  if (!subnet) return []
  const acl = network.aclOf(subnetId)
  return [
    acl ? judged(acl, subnet, direction, packet.header) : byDefault(subnet, direction, packet),
  ]
}

/** The VPC's default network ACL, where the design does not show it, lets everything by. (ACL-3) */
function byDefault(
  subnet: ResourceOf<'subnet'>,
  direction: Direction,
  { header }: Packet,
): Decision {
  const by: Decider = {
    component: subnet.vpcId,
    term: 'network ACL',
    name: 'default network ACL',
    at: subnet.id,
  }
  const text = `The default network ACL lets everything ${direction === 'egress' ? 'out of' : 'into'} subnet ${subnet.name}.`
  return allow(by, 'passes', { text, because: { type: 'resource', resourceId: subnet.id } }, header)
}

function judged(
  acl: Acl,
  subnet: ResourceOf<'subnet'>,
  direction: Direction,
  header: Header,
): Decision {
  const by: Decider = { component: acl.id, term: 'network ACL', name: acl.name, at: subnet.id }
  const remote = direction === 'egress' ? header.destination : header.source
  const entries = Object.entries(acl[direction])
    .map(([number, entry]) => ({ number: Number(number), entry }))
    .sort((a, b) => a.number - b.number)
    .filter(({ entry }) => matchesProtocol(entry, header) && holds(entry.cidrBlock, remote))
  const asked = portsOf(header.destinationPort)
  const verdicts = verdictsOf(entries, asked, header)
  const denied = verdicts.find(({ action }) => action === 'deny')
  const allowed = verdicts.find(({ action }) => action === 'allow')
  const decider = denied ?? allowed
  const because: Evidence = {
    type: 'network-acl-entry',
    networkAclId: acl.id,
    direction,
    ruleNumber: decider?.number ?? null,
  }
  const way =
    direction === 'egress' ? `out of subnet ${subnet.name} to` : `into subnet ${subnet.name} from`
  const what = `${trafficOf(header)} ${way} ${remote}`
  if (!denied) {
    const text = `${acl.name} lets ${what}: ${rule(allowed?.number ?? null)}.`
    return allow(by, 'passes', { text, because }, header)
  }
  // a port that the sender chooses: some of those it may choose get by (ACL-7)
  if (allowed && isChosenBySender(header)) {
    const text = `${acl.name} lets ${what} only for some of the ports ${asked.from}-${asked.to}: ${rule(denied.number)} denies others.`
    return { ...allow(by, 'passes', { text, because }, header), details: ['EPHEMERAL_PARTIAL'] }
  }
  const text = `${acl.name} denies ${what}: ${rule(denied.number)}.`
  return drop(by, 'SUBNET_ACL_RESTRICTION', { text, because }, header)
}

const rule = (number: number | null) => (number === null ? 'rule *' : `rule ${number}`)

function isChosenBySender({ destinationPort }: Header): boolean {
  return destinationPort === 'ephemeral' || destinationPort === 'device'
}

/** What the packet is, as a rule would put it: `tcp/443`, `tcp/32768-65535`, `icmp`. */
function trafficOf({ protocol, destinationPort }: Header): string {
  const name = typeof protocol === 'number' ? `protocol ${protocol}` : protocol
  if (destinationPort === null) return name
  const { from, to } = portsOf(destinationPort)
  return from === to ? `${name}/${from}` : `${name}/${from}-${to}`
}
