import { addRule, dropRule } from '../../../model/edits/add-rule'
import { isCidr4, type Cidr } from '../../../net/cidr'
import { subnetBlocksOf } from '../../../model/peering'
import type { Network } from '../../network'
import { repair } from '../../repairs/repair'
import { called } from '../../../kinds/called'
import { counted, listed } from '../../repairs/words'
import type { ResourceOf } from '../../../kinds/resource'
import { sharedTransitGateway } from '../attachments'
import { defineRule } from '../define-rule'
import { directionWord, groupReferences, type GroupReference } from '../group-references'

/**
 * A security group cannot be named across Regions, peered or not, nor by an outbound rule over a
 * transit gateway.
 */
export const groupReferenceAcrossRegions = defineRule<
  GroupReference & { readonly gateway: ResourceOf<'transit-gateway'> | null }
>({
  id: 'L16',
  name: 'group-reference-across-regions',
  severity: 'error',
  rules: ['SG-6', 'PEER-14', 'TGW-16'],
  source: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html',
  *check(network) {
    for (const reference of groupReferences(network.design)) {
      const { group, direction, key, referenced, peering, sameRegion } = reference
      if (!referenced) continue
      const shared =
        direction === 'egress' && !peering
          ? sharedTransitGateway(network, group.vpcId, referenced.vpcId)
          : null
      const link = peering && !sameRegion ? peering : shared?.gateway
      if (!link) continue
      yield {
        resources: [group.id, referenced.id, link.id],
        evidence: [{ type: 'rule', securityGroupId: group.id, direction, rule: key }],
        facts: { ...reference, gateway: shared?.gateway ?? null },
        repairs: [nameBlocks(network, reference)],
      }
    }
  },
  say: ({ group, direction, referenced, peering, gateway }) => {
    const rule = `An ${directionWord(direction)} rule of ${called(group)} names ${referenced ? called(referenced) : 'a group'}`
    const mend = 'Name the CIDR blocks of the subnets its members lie in.'
    return gateway
      ? `${rule}, but ${called(gateway)} joins the two VPCs, and over a transit gateway only inbound rules can name a group. ${mend}`
      : `${rule}, but ${peering ? called(peering) : 'the peering'} joins two Regions, and groups can be referenced within one Region only. ${mend}`
  },
})

/** Puts rules for the members' subnets in the place of the reference. */
function nameBlocks(
  { design, document }: Network,
  { group, direction, key, rule, referenced }: GroupReference,
) {
  if (!referenced) return null
  const members = design.all('workload').filter((it) => it.securityGroupIds.includes(referenced.id))
  const blocks = new Set<Cidr>()
  for (const subnet of design.all('subnet'))
    if (subnet.vpcId === referenced.vpcId && members.some((it) => it.interfaces[subnet.id]))
      for (const block of subnetBlocksOf(subnet)) blocks.add(block)
  if (blocks.size === 0) return null
  return repair({
    id: `name-blocks:${group.id}:${direction}:${key}`,
    label: `Name ${listed([...blocks])} instead of the group`,
    preview: `Removes 1 rule and adds ${counted(blocks.size, 'rule')} for the subnets of ${called(referenced)}'s members.`,
    document,
    run: (draft) => {
      dropRule(draft, group.id, direction, key)
      for (const block of blocks)
        addRule(draft, group.id, direction, {
          ...rule,
          ...(isCidr4(block) ? { cidrIpv4: block } : { cidrIpv6: block }),
          referencedGroupId: null,
        })
    },
  })
}
