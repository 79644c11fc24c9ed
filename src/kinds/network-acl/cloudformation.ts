import { nested, ref } from '../../iac/value'
import { isCidr4 } from '../../net/cidr'
import type { Emit } from '../emit'
import { entryPart, isWrittenToCloudFormation, plannedEntries, servedBy } from './plan'

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html */
export const cloudformation: Emit<'network-acl'> = (acl, { design, block, tags, gap }) => {
  const isWritten = isWrittenToCloudFormation(acl)
  const vpc = design.get(acl.vpcId)
  if (acl.isDefault)
    gap(
      isWritten
        ? `The default network ACL ${acl.name} is written as a custom one, associated with every subnet that uses it: CloudFormation cannot change the default network ACL of a VPC.`
        : `The default network ACL ${acl.name} stays the one that AWS makes with the VPC, without its name and tags.`,
      isWritten
        ? 'To change the default one itself, run aws ec2 replace-network-acl-entry on it.'
        : `To name it, with credentials of account ${vpc?.ownerId}, find it with: aws ec2 describe-network-acls --region ${vpc?.region} --filters Name=vpc-id,Values=<vpc-id> Name=default,Values=true; then run: aws ec2 create-tags --region ${vpc?.region} --resources <acl-id> --tags Key=Name,Value=<name>`,
    )
  if (!isWritten) return { blocks: [], outputs: [] }
  return {
    blocks: [
      block('AWS::EC2::NetworkAcl', { VpcId: ref(acl.vpcId), Tags: tags() }),
      ...plannedEntries(acl).map((entry) =>
        block(
          'AWS::EC2::NetworkAclEntry',
          {
            NetworkAclId: ref(acl.id),
            Egress: entry.direction === 'egress',
            RuleNumber: entry.ruleNumber,
            RuleAction: entry.ruleAction,
            Protocol: Number(entry.protocol),
            ...(isCidr4(entry.cidrBlock)
              ? { CidrBlock: entry.cidrBlock }
              : { Ipv6CidrBlock: entry.cidrBlock }),
            PortRange: entry.ports
              ? nested({ From: entry.ports.from, To: entry.ports.to })
              : undefined,
            Icmp: entry.icmp ? nested({ Type: entry.icmp.type, Code: entry.icmp.code }) : undefined,
          },
          { part: entryPart(entry), words: [entryPart(entry)] },
        ),
      ),
      ...servedBy(acl, design).map((subnet) =>
        block(
          'AWS::EC2::SubnetNetworkAclAssociation',
          { SubnetId: ref(subnet.id), NetworkAclId: ref(acl.id) },
          { part: `association ${subnet.id}`, words: [subnet.name] },
        ),
      ),
    ],
    outputs: [],
  }
}
