import type { Design } from '../../../kinds/contract'
import type { Id, ResourceOf } from '../../../kinds/resource'
import { blocksOf, isOver, otherEnd } from '../../../model/peering'
import { parseCidr } from '../../../net/cidr'
import { isIp } from '../../../net/ip'
import { anywhere } from '../../../net/ranges'
import type { Choice } from '../../../ui/Combobox'

type Group = ResourceOf<'security-group'>
type Rule = Group['ingress'][string]
/** Whom a rule admits: a block or the members of a group. */
export type Peer = Pick<Rule, 'cidrIpv4' | 'referencedGroupId'>

/** The VPCs that this one is or may soon be joined to. */
function peersOf(vpcId: Id<'vpc'>, design: Design): readonly ResourceOf<'vpc'>[] {
  return design.all('vpc-peering-connection').flatMap((it) => {
    const peerId = isOver(it) ? null : otherEnd(it, vpcId)
    return (peerId && design.get(peerId)) || []
  })
}

/** Blocks and groups that a rule of this group may name, the nearest first. */
export function peerChoices(group: Pick<Group, 'id' | 'vpcId'>, design: Design): readonly Choice[] {
  const home = design.get(group.vpcId)
  const vpcs = [...(home ? [home] : []), ...peersOf(group.vpcId, design)]
  const blocks = vpcs.flatMap((vpc) =>
    blocksOf(vpc).map((block) => ({ value: block, label: block, note: vpc.name })),
  )
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
  const everyone = { value: anywhere, label: anywhere, note: 'anywhere' }
  const seen = new Set<string>()
  return [...blocks, everyone, ...groups].filter(({ value }) => !seen.has(value) && seen.add(value))
}

/** A choice made of a typed block or address; host bits are cleared and that is said. */
export function blockFromText(text: string): Choice | null {
  const parsed = parseCidr(isIp(text) ? `${text}/32` : text)
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
  return value.startsWith('security-group:')
    ? { cidrIpv4: null, referencedGroupId: value as Id<'security-group'> }
    : { cidrIpv4: value as Rule['cidrIpv4'], referencedGroupId: null }
}

export function valueOfPeer({ cidrIpv4, referencedGroupId }: Peer): string | null {
  return cidrIpv4 ?? referencedGroupId
}
