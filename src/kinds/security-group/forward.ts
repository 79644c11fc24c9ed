import { holds, type Cidr } from '../../net/cidr'
import { called } from '../called'
import type { Code } from '../codes'
import { allow, drop, missing, type Decider, type Decision, type Packet } from '../forward'
import type { EffectiveGroup, NetworkInterface, NetworkView, SecurityGroupRules } from '../network'
import type { Evidence, Header } from '../packet'
import type { Id } from '../resource'
import { untold, untoldAt } from '../untold'
import { matchesTraffic } from './matching'

type Direction = 'ingress' | 'egress'
type Rule = SecurityGroupRules[string]

const deciderOf = (group: EffectiveGroup, face: NetworkInterface): Decider => ({
  component: group.id ?? group.vpcId,
  term: 'security group',
  name: group.name,
  at: face.ownerId,
})

/**
 * Do the security groups of this interface let the packet by? All groups of an interface are one
 * list of allow rules. Replies to what was let by pass whatever the rules say. (SG-1, SG-2, CL-8)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
 */
export function admit(
  face: NetworkInterface,
  direction: Direction,
  packet: Packet,
  network: NetworkView,
): readonly Decision[] {
  const [first] = face.groups ?? []
  if (!face.groups || !first) return []
  const { header } = packet
  if (packet.direction === 'reply') {
    const known = face.groups.find(({ id }) => !id || !network.design.get(id)?.undescribed) ?? first
    const text = `${known.name} lets the reply ${direction === 'egress' ? 'out' : 'in'}: it tracks the connection.`
    const because = resource(known)
    return [allow(deciderOf(known, face), 'passes', { text, because }, header)]
  }
  for (const group of face.groups) {
    const found = Object.entries(group[direction])
      .sort(byKey)
      .find(([, rule]) => matches(rule, direction, face, packet, network))
    if (found) return [passes(group, face, direction, found, header, network)]
    if (
      direction === 'ingress' &&
      group.id === null &&
      packet.senderKnown &&
      fromMember(group, packet)
    ) {
      const text = `${group.name} admits its own members.`
      return [allow(deciderOf(group, face), 'passes', { text, because: resource(group) }, header)]
    }
  }
  return [refuses(first, face.groups, face, direction, packet, network)]
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) =>
  a.localeCompare(b, 'en', { numeric: true })

const resource = (group: EffectiveGroup): Evidence => ({
  type: 'resource',
  resourceId: group.id ?? group.vpcId,
})

function passes(
  group: EffectiveGroup,
  face: NetworkInterface,
  direction: Direction,
  [key, rule]: [string, Rule],
  header: Header,
  network: NetworkView,
): Decision {
  const because: Evidence = group.id
    ? { type: 'rule', securityGroupId: group.id, direction, rule: key }
    : resource(group)
  const reference = rule.referencedGroupId ?? rule.prefixListId
  const referenced = reference && network.component(reference)
  const peer = rule.cidrIpv4 ?? rule.cidrIpv6 ?? (referenced ? called(referenced) : 'its peer')
  const text =
    direction === 'egress'
      ? `${group.name} lets ${traffic(header)} out to ${peer}.`
      : `${group.name} admits ${traffic(header)} from ${peer}.`
  return allow(deciderOf(group, face), 'passes', { text, because }, header)
}

/** What the packet is, as a rule would put it: `tcp/443`, `icmp`, `protocol 50`. */
function traffic({ protocol, destinationPort }: Header): string {
  const name = typeof protocol === 'number' ? `protocol ${protocol}` : protocol
  return typeof destinationPort === 'number' ? `${name}/${destinationPort}` : name
}

function matches(
  rule: Rule,
  direction: Direction,
  face: NetworkInterface,
  packet: Packet,
  network: NetworkView,
): boolean {
  const { header } = packet
  if (!matchesTraffic(rule, header)) return false
  const peer = direction === 'egress' ? header.destination : header.source
  const block = rule.cidrIpv4 ?? rule.cidrIpv6
  if (block) return holds(block, peer)
  if (rule.prefixListId) {
    const list = network.design.get(rule.prefixListId)
    return (Object.keys(list?.entries ?? {}) as Cidr[]).some((entry) => holds(entry, peer))
  }
  if (!rule.referencedGroupId) return false
  return direction === 'ingress'
    ? packet.senderKnown && isMember(packet.sender, rule.referencedGroupId)
    : network
        .interfacesAt(header.destination)
        .some(
          (it) => isMember(it, rule.referencedGroupId) && mayRefer(face.vpcId, it.vpcId, network),
        )
}

function isMember(face: NetworkInterface | null, groupId: Id<'security-group'> | null): boolean {
  return groupId !== null && (face?.groups?.some((group) => group.id === groupId) ?? false)
}

/** Is the sender in the same default group? (SG-3) */
function fromMember(group: EffectiveGroup, { sender }: Packet): boolean {
  if (sender?.vpcId !== group.vpcId) return false
  return sender.groups?.some((it) => it.id === null) ?? false
}

/**
 * May a rule in one VPC name a group of the other? In the same VPC, or over an active peering
 * connection within a Region. (SG-6, PEER-14)
 * @source https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
 */
function mayRefer(own: Id<'vpc'>, other: Id<'vpc'>, network: NetworkView): boolean {
  if (own === other) return true
  const { design } = network
  if (design.get(own)?.region !== design.get(other)?.region) return false
  return network
    .peeringsOf(own)
    .some(
      (it) =>
        [it.requesterVpcId, it.accepterVpcId].includes(other) &&
        network.peeringStatusOf(it.id) === 'active',
    )
}

/** A group, or a prefix list that one of its rules names, that was imported without its rules. */
function undescribedIn(
  groups: readonly EffectiveGroup[],
  direction: Direction,
  { design }: NetworkView,
) {
  const ids = groups.flatMap((group) => [
    group.id,
    ...Object.values(group[direction]).map((rule) => rule.prefixListId),
  ])
  return ids.flatMap((id) => (id && design.get(id)) ?? []).find((it) => it.undescribed)
}

function refuses(
  first: EffectiveGroup,
  groups: readonly EffectiveGroup[],
  face: NetworkInterface,
  direction: Direction,
  packet: Packet,
  network: NetworkView,
): Decision {
  const { header } = packet
  const rules = groups.flatMap((group) => Object.values(group[direction]))
  const owner = network.component(face.ownerId)
  const who = owner?.name ?? 'the interface'
  const because = missing(first.id ?? first.vpcId, direction)
  const names = groups.map((group) => group.name).join(', ')
  const [verb, peer] =
    direction === 'egress'
      ? [`lets ${traffic(header)} out to`, header.destination]
      : [`admits ${traffic(header)} from`, header.source]
  const by = deciderOf(first, face)
  const unknown = undescribedIn(groups, direction, network)
  if (unknown) {
    const text = `${names} of ${who} may or may not let it by: ${unknown.undescribed} is missing.`
    const about: Evidence = { type: 'resource', resourceId: unknown.id }
    return { ...drop(by, 'UNSUPPORTED_COMPONENT', { text, because: about }, header), filters: true }
  }
  const call = untoldMember(rules, face, direction, packet, network)
  if (call) {
    const text = `${names} of ${who} may or may not let it by: ${call} is missing.`
    return { ...drop(by, 'UNSUPPORTED_COMPONENT', { text, because }, header), filters: true }
  }
  // a default group is never without a rule: it admits its own members
  if (rules.length === 0 && !(direction === 'ingress' && groups.some((it) => it.id === null))) {
    const text = `${names} of ${who} has no ${direction} rules at all, so nothing ${verb} ${peer}.`
    return drop(by, 'SG_HAS_NO_RULES', { text, because }, header)
  }
  const lost =
    (direction === 'ingress' &&
      groups.some((group) => group.id === null && fromMember(group, packet))) ||
    rules.some(
      (rule) => matchesTraffic(rule, header) && refersInVain(rule, direction, packet, network),
    )
  if (lost) {
    const off = direction === 'ingress' && isUnreferenced(packet)
    const related: readonly Code[] = off
      ? ['SG_REFERENCES_NOT_PRESERVED', 'ENI_SG_RULES_MISMATCH']
      : ['ENI_SG_RULES_MISMATCH']
    const text =
      direction === 'ingress'
        ? `${names} of ${who} admits a security group of the sender, but ${whyUnknown(face, packet, network)}.`
        : `${names} of ${who} names a security group that it cannot refer to from its VPC.`
    const code: Code = off ? 'SG_REFERENCING_SUPPORT' : 'SG_REFERENCES_NOT_PRESERVED'
    return drop(by, code, { text, because, related }, header)
  }
  const text = `No ${direction} rule of ${names} (${who}) ${verb} ${peer}.`
  return drop(by, 'ENI_SG_RULES_MISMATCH', { text, because }, header)
}

/**
 * The call that would say whether the other end is of a group that a rule names: it is nobody that was
 * described, or a VPC that a peering connection may join to this one. (CL-17)
 */
function untoldMember(
  rules: readonly Rule[],
  face: NetworkInterface,
  direction: Direction,
  packet: Packet,
  network: NetworkView,
): string | null {
  const { header } = packet
  const naming = rules.filter((rule) => rule.referencedGroupId && matchesTraffic(rule, header))
  if (naming.length === 0) return null
  const peer = direction === 'egress' ? header.destination : header.source
  const others = network.interfacesAt(peer)
  if (others.length === 0) return untoldAt(peer, network)
  const { design } = network
  const isFar = others.some(
    (it) =>
      it.vpcId !== face.vpcId &&
      naming.some(({ referencedGroupId }) => isMember(it, referencedGroupId)),
  )
  return isFar ? untold(design.get(face.vpcId), 'peerings') : null
}

/** Did nothing but a transit gateway's switch take the sender's group away? (TGW-16) */
const isUnreferenced = ({ sender, header, unreferencedBy }: Packet) =>
  unreferencedBy !== null && isOwn(sender, header)

const isOwn = (sender: NetworkInterface | null, { source }: Header) =>
  sender?.addresses.some(({ ip }) => ip === source) ?? false

/** Why do groups not tell the sender by its own? (SG-7, PEER-14, TGW-16) */
function whyUnknown(face: NetworkInterface, packet: Packet, network: NetworkView): string {
  const { sender, senderKnown, header, unreferencedBy } = packet
  const proxy = senderKnown && sender && network.component(sender.ownerId)
  if (proxy) return `it comes by way of ${called(proxy)}, behind which no group of others is known`
  if (!sender || !isOwn(sender, header))
    return `the packet comes as ${header.source}, no longer from the private address that the group stands for`
  const switchedOff = unreferencedBy && network.component(unreferencedBy)
  if (switchedOff) return `${called(switchedOff)} does not support security group references`
  const [here, there] = [face, sender].map(({ vpcId }) => network.design.get(vpcId)?.region)
  return here === there
    ? 'the group is not known past what the packet came through'
    : 'a rule cannot refer to a group of another Region'
}

/** Does the rule name a group of the other end, which does not count on this way? (SG-7, CL-8) */
function refersInVain(
  { referencedGroupId }: Rule,
  direction: Direction,
  packet: Packet,
  network: NetworkView,
): boolean {
  if (!referencedGroupId) return false
  if (direction === 'ingress')
    return [packet.sender, ...packet.earlierSenders].some((it) => isMember(it, referencedGroupId))
  return [...network.interfacesAt(packet.header.destination), packet.goal.face].some((it) =>
    isMember(it, referencedGroupId),
  )
}
