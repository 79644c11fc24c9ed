import { joined, ref, type Body, type Value } from '../../iac/value'
import { isCidr4 } from '../../net/cidr'
import { blockOwner } from '../address-block'
import type { Emit, EmitContext } from '../emit'
import type { ResourceOf } from '../resource'
import { reportSharing, terraformSharing } from '../sharing'
import {
  associatedVpcs,
  participantsWith,
  reportAssociations,
  vpcAssociationPart,
} from './associations'
import { groupTexts, plannedRules, vpcsAround, type PlannedRule } from './plan'

const types = {
  ingress: 'aws_vpc_security_group_ingress_rule',
  egress: 'aws_vpc_security_group_egress_rule',
} as const

/**
 * An empty group and a resource per rule: groups may then name each other, and Terraform has
 * removed EC2's own allow-all egress rule from it.
 */
export const terraform: Emit<'security-group'> = (group, context) => {
  const { design, block, tags } = context
  reportAssociations(group, context)
  const principals = participantsWith(group, design)
  reportSharing(group, { principals }, context)
  const rules = (['ingress', 'egress'] as const).flatMap((direction) =>
    plannedRules(group, direction, context, 'terraform'),
  )
  return {
    blocks: [
      block('aws_security_group', {
        ...groupTexts(group, context),
        vpc_id: ref(group.vpcId),
        tags: tags(),
      }),
      ...terraformSharing(group, { principals, arn: ref(group.id, 'arn') }, context),
      ...associatedVpcs(group, design).map((vpc) =>
        block(
          'aws_vpc_security_group_vpc_association',
          { security_group_id: ref(group.id), vpc_id: ref(vpc.id) },
          { part: vpcAssociationPart(vpc.id), words: ['in', vpc.name] },
        ),
      ),
      ...rules.map((rule) => {
        return block(
          types[rule.direction],
          {
            security_group_id: ref(group.id),
            description: rule.description,
            ip_protocol: rule.ipProtocol,
            from_port: rule.fromPort,
            to_port: rule.toPort,
            ...peerOf(rule, group, context),
          },
          {
            part: `${rule.direction} ${rule.key}`,
            words: [rule.key],
            dependsOn: rule.peer.type === 'group' ? rule.peer.over : [],
          },
        )
      }),
    ],
    outputs: [],
  }
}

function peerOf(
  { peer }: PlannedRule,
  group: ResourceOf<'security-group'>,
  { design, account }: EmitContext,
): Body {
  if (peer.type === 'cidr') {
    const { block } = peer
    if (!isCidr4(block)) return { cidr_ipv6: block }
    const found = blockOwner(block, vpcsAround(group, design), design)
    return { cidr_ipv4: found ? ref(found.owner.id, 'cidr_block', found.part) : block }
  }
  if (peer.type === 'list') return { prefix_list_id: ref(peer.list.id) }
  return { referenced_security_group_id: groupId(peer.group, peer.ownerId, account) }
}

/** A group of another account is named with that account's number before it. */
function groupId(
  { id }: ResourceOf<'security-group'>,
  ownerId: string | null,
  account: EmitContext['account'],
): Value {
  if (ownerId === null) return ref(id)
  return joined(account(ownerId), '/', ref(id))
}
