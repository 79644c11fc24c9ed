import { isCidr4 } from '../../net/cidr'
import { nested, ref, type Body, type Nested } from '../../iac/value'
import type { Emit } from '../emit'
import { cloudformationSharing, reportSharing, templateArn } from '../sharing'
import {
  associatedVpcs,
  participantsWith,
  reportAssociations,
  vpcAssociationPart,
} from './associations'
import { groupTexts, plannedRules, type PlannedRule } from './plan'

/**
 * EC2 adds an allow-all egress rule to a new group, and CloudFormation takes it away only where the
 * group itself has an egress rule. This one stands for none: it leads nowhere.
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
 */
const nowhere: Nested = nested({
  IpProtocol: '-1',
  CidrIp: '127.0.0.1/32',
  Description: 'No outbound traffic',
})

/** Rules with addresses or prefix lists lie in the group; rules with groups stand alone, as groups may name each other. */
export const cloudformation: Emit<'security-group'> = (group, context) => {
  const { design, block, tags, gap } = context
  reportAssociations(group, context)
  const principals = participantsWith(group, design)
  reportSharing(group, { principals }, context)
  const ingress = plannedRules(group, 'ingress', context, 'cloudformation')
  const egress = plannedRules(group, 'egress', context, 'cloudformation').filter((rule) => {
    const isForeign = rule.peer.type === 'group' && rule.peer.ownerId !== null
    if (isForeign)
      gap(
        `Outbound rule ${rule.key} of ${group.name} is left out: CloudFormation cannot name a security group of another account there.`,
        'Name an address block in place of the group, or add the rule with aws ec2 authorize-security-group-egress.',
      )
    return !isForeign
  })
  const inlineEgress = egress.flatMap(inline)
  if (inlineEgress.length === 0)
    gap(
      `${group.name} has no outbound rule to an address block or prefix list; the template holds one to 127.0.0.1/32, which admits nothing, since AWS would otherwise allow all.`,
      'Nothing to do.',
    )
  const inlineIngress = ingress.flatMap(inline)
  const { name, description } = groupTexts(group, context)
  return {
    blocks: [
      block('AWS::EC2::SecurityGroup', {
        GroupName: name,
        GroupDescription: description,
        VpcId: ref(group.vpcId),
        SecurityGroupIngress: inlineIngress.length > 0 ? inlineIngress : undefined,
        SecurityGroupEgress: inlineEgress.length > 0 ? inlineEgress : [nowhere],
        Tags: tags(),
      }),
      ...cloudformationSharing(
        group,
        { principals, arn: templateArn('security-group', ref(group.id)) },
        context,
      ),
      ...associatedVpcs(group, design).map((vpc) =>
        block(
          'AWS::EC2::SecurityGroupVpcAssociation',
          { GroupId: ref(group.id), VpcId: ref(vpc.id) },
          { part: vpcAssociationPart(vpc.id), words: ['in', vpc.name] },
        ),
      ),
      ...[...ingress, ...egress].flatMap((rule) => {
        if (rule.peer.type !== 'group') return []
        const { over, ownerId } = rule.peer
        return [
          block(
            rule.direction === 'ingress'
              ? 'AWS::EC2::SecurityGroupIngress'
              : 'AWS::EC2::SecurityGroupEgress',
            {
              GroupId: ref(group.id),
              ...common(rule),
              ...(rule.direction === 'ingress'
                ? { SourceSecurityGroupId: ref(rule.peer.group.id) }
                : { DestinationSecurityGroupId: ref(rule.peer.group.id) }),
              SourceSecurityGroupOwnerId: ownerId ?? undefined,
            },
            {
              part: `${rule.direction} ${rule.key}`,
              words: [rule.key],
              dependsOn: over,
            },
          ),
        ]
      }),
    ],
    outputs: [],
  }
}

function common(rule: PlannedRule): Body {
  return {
    Description: rule.description,
    IpProtocol: rule.ipProtocol,
    FromPort: rule.fromPort,
    ToPort: rule.toPort,
  }
}

/** A rule inside its group; none for one that names a group, which stands alone. */
function inline(rule: PlannedRule): readonly Nested[] {
  const { peer, direction } = rule
  if (peer.type === 'group') return []
  const list = direction === 'ingress' ? 'SourcePrefixListId' : 'DestinationPrefixListId'
  const said =
    peer.type === 'list'
      ? { [list]: ref(peer.list.id) }
      : isCidr4(peer.block)
        ? { CidrIp: peer.block }
        : { CidrIpv6: peer.block }
  return [nested({ ...common(rule), ...said })]
}
