import { dropRule } from '../../../model/edits/add-rule'
import type { Resource } from '../../../kinds/resource'
import type { Network } from '../../network'
import { acceptPeeringRepair } from '../../repairs/accept-peering'
import { repair } from '../../repairs/repair'
import { called } from '../../../kinds/called'
import { sharedTransitGateway } from '../attachments'
import { defineRule } from '../define-rule'
import { directionWord, groupReferences, type GroupReference } from '../group-references'

/**
 * A rule that names a group which is gone, or which neither an active peering connection nor a
 * transit gateway that supports references brings near.
 */
export const staleGroupRule = defineRule<GroupReference & { readonly off: Resource | null }>({
  id: 'L17',
  name: 'stale-group-rule',
  severity: 'warn',
  rules: ['SG-8', 'TGW-16'],
  source: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html',
  *check(network) {
    for (const reference of groupReferences(network.design)) {
      const { group, direction, key, referenced, peering, sameRegion } = reference
      if (peering?.status === 'active' || (peering && !sameRegion)) continue
      const shared = referenced && sharedTransitGateway(network, group.vpcId, referenced.vpcId)
      // what an outbound rule cannot name over a transit gateway is L16's
      if (shared && (direction === 'egress' ? !peering : !shared.off)) continue
      yield {
        resources: [
          group.id,
          ...(referenced ? [referenced.id] : []),
          ...(peering ? [peering.id] : []),
        ],
        evidence: [{ type: 'rule', securityGroupId: group.id, direction, rule: key }],
        facts: { ...reference, off: shared?.off ?? null },
        repairs: [peering ? acceptPeeringRepair(network, peering) : removeRule(network, reference)],
      }
    }
  },
  say: ({ group, direction, referenced, peering, off }) => {
    const rule = `An ${directionWord(direction)} rule of ${called(group)}`
    if (!referenced)
      return `${rule} names a security group that does not exist: it matches nothing. Remove it, or name another peer.`
    if (!peering && off)
      return `${rule} names ${called(referenced)} of another VPC, but ${called(off)} does not support security group references: the rule matches nothing. Switch that on, or name the CIDR blocks.`
    if (!peering)
      return `${rule} names ${called(referenced)} of another VPC, and no VPC peering connection joins the two: the rule matches nothing. Peer the VPCs, or remove the rule.`
    return `${rule} names ${called(referenced)} of another VPC, but ${called(peering)} is ${peering.status}: the rule matches nothing until it is active.`
  },
})

function removeRule({ document }: Network, { group, direction, key }: GroupReference) {
  return repair({
    id: `remove-rule:${group.id}:${direction}:${key}`,
    label: 'Remove the stale rule',
    preview: `Removes 1 ${directionWord(direction)} rule of ${called(group)}.`,
    document,
    run: (draft) => {
      dropRule(draft, group.id, direction, key)
    },
  })
}
