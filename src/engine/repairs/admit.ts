import type { Id, ResourceOf } from '../../kinds/resource'
import { addRule, type RuleDirection, type SecurityGroupRule } from '../../model/edits/add-rule'
import { peeringBetween } from '../../model/peering'
import { holds, hostBlock, isCidr4, type Cidr } from '../../net/cidr'
import { familyOf, type Ip } from '../../net/ip'
import type { Hop, Question, Repair } from '../answer'
import type { Network } from '../network'
import { blocksAt, hasAddress, type Party } from './party'
import { repair } from './repair'
import { called } from '../../kinds/called'
import { counted, listed } from './words'

type Group = ResourceOf<'security-group'>

/** Which list of rules dropped the packet at this hop? Null where no security group did. */
export function droppingDirection({ decision, code, because }: Hop): RuleDirection | null {
  const codes = ['ENI_SG_RULES_MISMATCH', 'SG_HAS_NO_RULES', 'SG_REFERENCES_NOT_PRESERVED']
  if (decision !== 'drops' || !code || !codes.includes(code) || !because) return null
  if (because.type === 'rule') return because.direction
  if (because.type !== 'missing' && because.type !== 'field') return null
  return (['ingress', 'egress'] as const).find((it) => because.field.startsWith(it)) ?? null
}

/**
 * Lets a security group admit the packet that it dropped, and no more: the protocol, the port, and
 * the blocks of the subnets the other party lies in; or, where that is legal, the other's group.
 */
export function admitRepairs(
  network: Network,
  question: Question,
  hop: Hop,
  direction: RuleDirection,
  parties: { readonly from: Party; readonly to: Party },
): readonly (Repair | null)[] {
  const [own, other] =
    direction === 'ingress' ? [parties.to, parties.from] : [parties.from, parties.to]
  const group = groupOf(network, own)
  // the packet names TCP, UDP and ICMP even where the question gives their numbers
  const traffic = trafficOf({ protocol: hop.before.protocol, port: question.port })
  if (!group || !traffic) return []
  const { source, destination } = hop.before
  const [near, address] = direction === 'ingress' ? [destination, source] : [source, destination]
  // an interface that AWS would refuse is not mended by a rule
  if (!own.faces.some((face) => hasAddress(face, near))) return []
  const blocks = blocksOfPeer(network, other, address)
  const admit = (key: string, peers: readonly SecurityGroupRule[], words: string) =>
    repair({
      id: `admit:${group.id}:${direction}:${key}`,
      label: `Let ${called(group)} ${direction === 'ingress' ? 'admit' : 'send'} ${traffic.words} ${direction === 'ingress' ? 'from' : 'to'} ${words}`,
      preview: `Adds ${counted(peers.length, direction === 'ingress' ? 'inbound rule' : 'outbound rule')} to ${called(group)}.`,
      document: network.document,
      run: (draft) => {
        for (const rule of peers) addRule(draft, group.id, direction, rule)
      },
    })
  const peer = referable(network, own, other, address)
  const base = {
    ...traffic.rule,
    cidrIpv4: null,
    cidrIpv6: null,
    prefixListId: null,
    referencedGroupId: null,
    description: '',
  }
  return [
    blocks.length > 0
      ? admit(
          blocks.join(','),
          blocks.map((block) => ({
            ...base,
            ...(isCidr4(block) ? { cidrIpv4: block } : { cidrIpv6: block }),
          })),
          listed(blocks),
        )
      : null,
    peer ? admit(peer.id, [{ ...base, referencedGroupId: peer.id }], called(peer)) : null,
  ]
}

/** The group to write the rule in: one that nobody else carries, where there is one. */
function groupOf({ design }: Network, { faces }: Party): Group | null {
  const ids = [
    ...new Set(faces.flatMap((face) => (face.groups ?? []).flatMap(({ id }) => id ?? []))),
  ]
  const carriers = (id: Id<'security-group'>) =>
    design.all('workload').filter((it) => it.securityGroupIds.includes(id)).length
  const [first] = ids.sort((a, b) => carriers(a) - carriers(b))
  return (first && design.get(first)) ?? null
}

/** Who the packet says the other party is, as narrow as its subnets or its own block. */
function blocksOfPeer(network: Network, other: Party, address: Ip): readonly Cidr[] {
  if (other.faces.some((face) => hasAddress(face, address)))
    return blocksAt(network, other, familyOf(address))
  if (other.outside && holds(other.outside, address)) return [other.outside]
  // an address that AWS has yet to choose cannot be written into a rule
  return isWrittenDown(network, address) ? [hostBlock(address)] : []
}

function isWrittenDown({ design }: Network, address: Ip): boolean {
  const given: readonly (Ip | null)[] = [
    ...design
      .all('nat-gateway')
      .flatMap((it) => [it, ...it.secondaryAddresses].map(({ publicIp }) => publicIp)),
    ...design.all('elastic-ip').map((it) => it.publicIp),
    ...design.all('network-interface').map((it) => it.publicIp),
    ...design
      .all('workload')
      .flatMap((it) => Object.values(it.interfaces).map((face) => face.publicIp)),
  ]
  return given.includes(address)
}

/**
 * The other party's group, where a rule may name it and the packet still shows it: in one VPC, or
 * over an active peering connection within one Region. (SG-5, SG-6, PEER-14)
 * @source https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
 */
function referable(network: Network, own: Party, other: Party, address: Ip): Group | null {
  const { design } = network
  if (!own.vpcId || !other.vpcId) return null
  if (!other.faces.some((face) => hasAddress(face, address))) return null
  if (own.vpcId !== other.vpcId) {
    const peering = peeringBetween(design, own.vpcId, other.vpcId)
    if (!peering || network.peeringStatusOf(peering.id) !== 'active') return null
    if (design.get(own.vpcId)?.region !== design.get(other.vpcId)?.region) return null
  }
  return groupOf(network, other)
}

/** The question's protocol and port as a rule writes them, and as people say them. */
function trafficOf({ protocol, port }: Pick<Question, 'protocol' | 'port'>): {
  readonly rule: Pick<SecurityGroupRule, 'ipProtocol' | 'fromPort' | 'toPort'>
  readonly words: string
} | null {
  if (protocol === 'icmp' || protocol === 'icmpv6')
    return {
      rule: { ipProtocol: protocol, fromPort: -1, toPort: -1 },
      words: protocol === 'icmp' ? 'ICMP' : 'ICMPv6',
    }
  if (typeof protocol === 'number')
    return {
      rule: { ipProtocol: String(protocol), fromPort: null, toPort: null },
      words: `protocol ${protocol}`,
    }
  if (port === null) return null
  const { from, to } = typeof port === 'number' ? { from: port, to: port } : port
  return {
    rule: { ipProtocol: protocol, fromPort: from, toPort: to },
    words: from === to ? `${protocol}/${from}` : `${protocol}/${from}-${to}`,
  }
}
