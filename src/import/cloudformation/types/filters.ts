import { number, part, parts, text, type Raw } from '../../../kinds/describe'
import { isOn, picked, tagsOf, type Item, type TypeReader } from '../item'

const group: TypeReader = {
  read: (it, { book }) => {
    const { properties, id, place } = it
    const outbound = parts(properties, 'SecurityGroupEgress')
    const vpcId = text(properties, 'VpcId')
    book.put('SecurityGroups', id, place, {
      GroupId: id,
      GroupName: text(properties, 'GroupName') ?? it.logicalId,
      Description: text(properties, 'GroupDescription'),
      VpcId: vpcId,
      OwnerId: place.ownerId,
      IpPermissions: parts(properties, 'SecurityGroupIngress').map((rule) => permission(rule)),
      IpPermissionsEgress:
        outbound.length > 0 ? outbound.map((rule) => permission(rule)) : everything,
      ...(parts(properties, 'Tags').length > 0 && { Tags: parts(properties, 'Tags') }),
    })
  },
}

/**
 * The rule that EC2 makes with a group, where the group itself names none. The first one that is added
 * apart from the group takes it away.
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
 * @source https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.SecurityGroupImportOptions.html
 */
const everything = [
  {
    IpProtocol: '-1',
    IpRanges: [{ CidrIp: '0.0.0.0/0' }],
  },
]

/** A rule as answers of EC2 tell it. */
function permission(rule: Raw): Raw {
  const Description = text(rule, 'Description')
  const said = Description === null ? {} : { Description }
  const GroupId = text(rule, 'SourceSecurityGroupId') ?? text(rule, 'DestinationSecurityGroupId')
  const list = text(rule, 'SourcePrefixListId') ?? text(rule, 'DestinationPrefixListId')
  const UserId = text(rule, 'SourceSecurityGroupOwnerId')
  const [four, six] = [text(rule, 'CidrIp'), text(rule, 'CidrIpv6')]
  return {
    ...picked(rule, 'FromPort', 'ToPort'),
    IpProtocol: text(rule, 'IpProtocol')?.toLowerCase(),
    IpRanges: four ? [{ CidrIp: four, ...said }] : [],
    Ipv6Ranges: six ? [{ CidrIpv6: six, ...said }] : [],
    PrefixListIds: list ? [{ PrefixListId: list, ...said }] : [],
    UserIdGroupPairs: GroupId ? [{ GroupId, ...(UserId && { UserId }), ...said }] : [],
  }
}

const groupOf = ({ properties }: Item) => text(properties, 'GroupId')

const ruleOf = (field: 'IpPermissions' | 'IpPermissionsEgress'): TypeReader => ({
  partOf: (it) => [groupOf(it)],
  read: (it, { book, assume, lacks }) => {
    const id = groupOf(it)
    const group = book.find('SecurityGroups', id)
    if (group && field === 'IpPermissionsEgress' && group[field] === everything) {
      group[field] = []
      assume(it, 'EC2 takes the rule away that lets everything out of its group.')
    }
    if (!book.add('SecurityGroups', id, field, permission(it.properties)))
      lacks(it, `Its security group ${id ?? ''} is not among the files.`)
  },
})

const groupAssociation: TypeReader = {
  partOf: (it) => [groupOf(it)],
  read: ({ properties, place, id }, { book }) =>
    book.put('SecurityGroupVpcAssociations', id, place, {
      ...picked(properties, 'GroupId', 'VpcId'),
      State: 'associated',
    }),
}

const acl: TypeReader = {
  read: (it, { book }) =>
    book.put('NetworkAcls', it.id, it.place, {
      NetworkAclId: it.id,
      VpcId: text(it.properties, 'VpcId'),
      OwnerId: it.place.ownerId,
      IsDefault: false,
      Associations: [],
      Entries: [],
      Tags: tagsOf(it),
    }),
}

const aclEntry: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'NetworkAclId')],
  read: (it, { book, lacks }) => {
    const { properties } = it
    const id = text(properties, 'NetworkAclId')
    const entry = {
      ...picked(properties, 'RuleNumber', 'RuleAction', 'Protocol', 'CidrBlock', 'Ipv6CidrBlock'),
      Egress: isOn(properties, 'Egress'),
      PortRange: part(properties, 'PortRange'),
      IcmpTypeCode: part(properties, 'Icmp'),
    }
    if (!book.add('NetworkAcls', id, 'Entries', entry))
      lacks(it, `Its network ACL ${id ?? ''} is not among the files.`)
  },
}

const prefixList: TypeReader = {
  read: (it, { book }) => {
    const { properties, id, place } = it
    book.put('PrefixLists', id, place, {
      PrefixListId: id,
      OwnerId: place.ownerId,
      ...picked(properties, 'PrefixListName', 'AddressFamily'),
      MaxEntries: number(properties, 'MaxEntries'),
      Tags: tagsOf(it, text(properties, 'PrefixListName')),
    })
    book.answer(place, { PrefixListId: id, Entries: parts(properties, 'Entries') })
  },
}

export const filterTypes: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::SecurityGroup': group,
  'AWS::EC2::NetworkAcl': acl,
  'AWS::EC2::PrefixList': prefixList,
}

export const filterParts: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::SecurityGroupIngress': ruleOf('IpPermissions'),
  'AWS::EC2::SecurityGroupEgress': ruleOf('IpPermissionsEgress'),
  'AWS::EC2::SecurityGroupVpcAssociation': groupAssociation,
  'AWS::EC2::NetworkAclEntry': aclEntry,
}
