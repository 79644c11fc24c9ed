import type { Design } from '../../kinds/contract'
import type { ResourceOf } from '../../kinds/resource'
import type { RuleDirection, SecurityGroupRule } from '../../model/edits/add-rule'
import { peeringBetween } from '../../model/peering'

/** A rule whose peer is a security group of another VPC, or one that is gone. */
export interface GroupReference {
  readonly group: ResourceOf<'security-group'>
  readonly direction: RuleDirection
  readonly key: string
  readonly rule: SecurityGroupRule
  /** Undefined where the group that the rule names does not exist. */
  readonly referenced: ResourceOf<'security-group'> | undefined
  /** The connection between the two VPCs, while there is one. */
  readonly peering: ResourceOf<'vpc-peering-connection'> | undefined
  /** A group can be referenced over peering within one Region only. (PEER-14) */
  readonly sameRegion: boolean
}

/** Every rule that names a group beyond its own VPC. */
export function* groupReferences(design: Design): Generator<GroupReference> {
  for (const group of design.all('security-group'))
    for (const direction of ['ingress', 'egress'] as const)
      for (const [key, rule] of Object.entries(group[direction]).sort(([a], [b]) =>
        a < b ? -1 : 1,
      )) {
        if (!rule.referencedGroupId) continue
        const referenced = design.get(rule.referencedGroupId)
        if (referenced?.vpcId === group.vpcId) continue
        const there = referenced && design.get(referenced.vpcId)
        yield {
          group,
          direction,
          key,
          rule,
          referenced,
          peering: referenced && peeringBetween(design, group.vpcId, referenced.vpcId),
          sameRegion: !there || design.get(group.vpcId)?.region === there.region,
        }
      }
}

/** Inbound or outbound, as AWS's console says. */
export function directionWord(direction: RuleDirection): string {
  return direction === 'ingress' ? 'inbound' : 'outbound'
}
