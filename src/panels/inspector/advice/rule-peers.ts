import type { Design } from '../../../kinds/contract'
import type { Id, ResourceOf } from '../../../kinds/resource'
import { blocksOf, isOver, otherEnd } from '../../../model/peering'
import { hostBlock, isCidr, isCidr4, parseCidr } from '../../../net/cidr'
import { isIp } from '../../../net/ip'
import { anywhere, anywhere6 } from '../../../net/ranges'
import type { Choice } from '../../../ui/Combobox'

type Group = ResourceOf<'security-group'>
type Rule = Group['ingress'][string]
/** Whom a rule admits: a block, those of a prefix list, or the members of a group. */
export type Peer = Pick<Rule, 'cidrIpv4' | 'cidrIpv6' | 'prefixListId' | 'referencedGroupId'>

const nobody: Peer = {
  cidrIpv4: null,
  cidrIpv6: null,
  prefixListId: null,
  referencedGroupId: null,
}

/** The VPCs that this one is or may soon be joined to. */
function peersOf(vpcId: Id<'vpc'>, design: Design): readonly ResourceOf<'vpc'>[] {
  const peered = design.all('vpc-peering-connection').flatMap((it) => {
    const peerId = isOver(it) ? null : otherEnd(it, vpcId)
    return (peerId && design.get(peerId)) || []
  })
  const attachments = design.all('transit-gateway-vpc-attachment')
  const gateways = attachments.filter((it) => it.vpcId === vpcId).map((it) => it.transitGatewayId)
  const attached = attachments
    .filter((it) => it.vpcId !== vpcId && gateways.includes(it.transitGatewayId))
    .flatMap((it) => design.get(it.vpcId) ?? [])
  return [...new Set([...peered, ...attached])]
}

/** Blocks and groups that a rule of this group may name, the nearest first. */
export function peerChoices(group: Pick<Group, 'id' | 'vpcId'>, design: Design): readonly Choice[] {
  const home = design.get(group.vpcId)
  const vpcs = [...(home ? [home] : []), ...peersOf(group.vpcId, design)]
  const blocks = vpcs.flatMap((vpc) =>
    [...blocksOf(vpc), ...vpc.ipv6CidrBlocks].map((block) => ({
      value: block,
      label: block,
      note: vpc.name,
    })),
  )
  const lists = design
    .all('prefix-list')
    .filter((it) => it.region === home?.region)
    .map((it) => ({ value: it.id, label: it.name, note: 'managed prefix list' }))
  const groups = vpcs.flatMap((vpc) =>
    design
      .all('security-group')
      .filter((it) => it.vpcId === vpc.id)
      .map((it) => ({
        value: it.id,
        label: it.name,
        note: it.id === group.id ? 'this security group' : `security group in ${vpc.name}`,
      })),
  )
  const everyone = [
    { value: anywhere, label: anywhere, note: 'anywhere' },
    ...(vpcs.some((vpc) => vpc.ipv6CidrBlocks.length > 0)
      ? [{ value: anywhere6, label: anywhere6, note: 'anywhere, IPv6' }]
      : []),
  ]
  const seen = new Set<string>()
  return [...blocks, ...everyone, ...groups, ...lists].filter(
    ({ value }) => !seen.has(value) && seen.add(value),
  )
}

/** A choice made of a typed block or address; host bits are cleared and that is said. */
export function blockFromText(text: string): Choice | null {
  const parsed = parseCidr(isIp(text) ? hostBlock(text) : text)
  if (parsed.ok) {
    const note = isIp(text) ? 'this one address' : 'this block'
    return { value: parsed.value, label: parsed.value, note }
  }
  const [problem] = parsed.problems
  if (problem?.code !== 'cidr/not-canonical') return null
  const { suggestion } = problem
  return { value: suggestion, label: suggestion, note: `${text} has host bits set; use this block` }
}

export function peerOf(value: string): Peer {
  if (isCidr(value))
    return isCidr4(value) ? { ...nobody, cidrIpv4: value } : { ...nobody, cidrIpv6: value }
  return value.startsWith('prefix-list:')
    ? { ...nobody, prefixListId: value as Id<'prefix-list'> }
    : { ...nobody, referencedGroupId: value as Id<'security-group'> }
}

export function valueOfPeer(peer: Peer): string | null {
  return peer.cidrIpv4 ?? peer.cidrIpv6 ?? peer.prefixListId ?? peer.referencedGroupId
}
