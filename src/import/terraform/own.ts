import { number, parts, text, texts, type Raw } from '../../kinds/describe'
import { defaultGroupOf } from '../cloudformation/attributes'
import { tagsOf, type Item, type TypeReader } from '../cloudformation/item'
import { defaultTableName, mainTable } from './main-tables'
import { accepter, options, peering } from './peerings'

/** Rules as a group tells them inline, and as a state tells all that it has. */
function permissions(it: Raw, key: 'Ingress' | 'Egress', self: string): readonly Raw[] {
  return parts(it, key).flatMap((rule) => permission(rule, self))
}

function permission(rule: Raw, self: string): readonly Raw[] {
  const groups = [
    ...texts(rule, 'SecurityGroups'),
    ...(text(rule, 'Self') === 'true' ? [self] : []),
    text(rule, 'SourceSecurityGroupId'),
    text(rule, 'ReferencedSecurityGroupId'),
  ].flatMap((each) => each ?? [])
  // a group of another account is written behind that account
  const pairs = groups.map((each) => {
    const [GroupId, UserId] = each.split('/').toReversed()
    return { GroupId, ...(UserId && { UserId }) }
  })
  const blocks = [...texts(rule, 'CidrBlocks'), text(rule, 'CidrIpv4')].flatMap((it) => it ?? [])
  const six = [...texts(rule, 'Ipv6CidrBlocks'), text(rule, 'CidrIpv6')].flatMap((it) => it ?? [])
  const lists = [...texts(rule, 'PrefixListIds'), text(rule, 'PrefixListId')]
  const protocol = (text(rule, 'Protocol') ?? text(rule, 'IpProtocol') ?? '-1').toLowerCase()
  return [
    {
      IpProtocol: protocol === 'all' ? '-1' : protocol,
      FromPort: number(rule, 'FromPort'),
      ToPort: number(rule, 'ToPort'),
      IpRanges: blocks.map((CidrIp) => ({ CidrIp })),
      Ipv6Ranges: six.map((CidrIpv6) => ({ CidrIpv6 })),
      PrefixListIds: lists.flatMap((each) => (each ? [{ PrefixListId: each }] : [])),
      UserIdGroupPairs: pairs,
    },
  ]
}

/** Terraform takes the rule away that EC2 makes with a group. */
const group: TypeReader = {
  read: (it, { book }) => {
    const { properties, id, place } = it
    book.put('SecurityGroups', id, place, {
      GroupId: id,
      GroupName: text(properties, 'Name') ?? it.logicalId,
      Description: text(properties, 'Description'),
      VpcId: text(properties, 'VpcId'),
      OwnerId: place.ownerId,
      IpPermissions: permissions(properties, 'Ingress', id),
      IpPermissionsEgress: permissions(properties, 'Egress', id),
      ...(parts(properties, 'Tags').length > 0 && { Tags: parts(properties, 'Tags') }),
    })
  },
}

const defaultGroup: TypeReader = {
  read: ({ properties }, { book }) => {
    const id = defaultGroupOf(text(properties, 'VpcId') ?? '')
    const made = book.find('SecurityGroups', id)
    if (!made) return
    made['IpPermissions'] = permissions(properties, 'Ingress', id)
    made['IpPermissionsEgress'] = permissions(properties, 'Egress', id)
  },
}

const ruleOf = (outbound: (it: Item) => boolean): TypeReader => ({
  partOf: ({ properties }) => [text(properties, 'SecurityGroupId')],
  read: (it, { book, lacks }) => {
    const id = text(it.properties, 'SecurityGroupId')
    const field = outbound(it) ? 'IpPermissionsEgress' : 'IpPermissions'
    for (const each of permission(it.properties, id ?? '')) {
      const known = parts(book.find('SecurityGroups', id) ?? {}, field)
      // a state tells the rules with the group, and once more by themselves
      if (known.some((other) => covers(other, each))) continue
      if (!book.add('SecurityGroups', id, field, each))
        lacks(it, `Its security group ${id ?? ''} is not among the files.`)
    }
  },
})

/** Does a rule that is known say all that another says? */
function covers(known: Raw, rule: Raw): boolean {
  const has = (key: string) => {
    const all = parts(known, key).map((each) => JSON.stringify(each))
    return parts(rule, key).every((each) => all.includes(JSON.stringify(each)))
  }
  return (
    ['IpProtocol', 'FromPort', 'ToPort'].every((key) => known[key] === rule[key]) &&
    ['IpRanges', 'Ipv6Ranges', 'PrefixListIds', 'UserIdGroupPairs'].every(has)
  )
}

const numbers: Readonly<Record<string, string>> = { tcp: '6', udp: '17', icmp: '1', all: '-1' }

function entry(rule: Raw, Egress: boolean): Raw {
  const protocol = text(rule, 'Protocol') ?? '-1'
  return {
    RuleNumber: number(rule, 'RuleNo') ?? number(rule, 'RuleNumber'),
    RuleAction: text(rule, 'Action') ?? text(rule, 'RuleAction'),
    Protocol: numbers[protocol] ?? protocol,
    CidrBlock: text(rule, 'CidrBlock'),
    Ipv6CidrBlock: text(rule, 'Ipv6CidrBlock'),
    Egress,
    PortRange: { From: number(rule, 'FromPort'), To: number(rule, 'ToPort') },
    IcmpTypeCode: { Type: number(rule, 'IcmpType'), Code: number(rule, 'IcmpCode') },
  }
}

const entriesIn = (it: Raw): Raw[] => [
  ...parts(it, 'Ingress').map((each) => entry(each, false)),
  ...parts(it, 'Egress').map((each) => entry(each, true)),
]

const acl: TypeReader = {
  read: (it, { book }) =>
    book.put('NetworkAcls', it.id, it.place, {
      NetworkAclId: it.id,
      VpcId: text(it.properties, 'VpcId'),
      OwnerId: it.place.ownerId,
      IsDefault: false,
      Associations: texts(it.properties, 'SubnetIds').map((SubnetId) => ({ SubnetId })),
      Entries: entriesIn(it.properties),
      Tags: tagsOf(it),
    }),
}

const defaultAcl: TypeReader = {
  read: ({ properties }, { book }) => {
    const made = book.find('NetworkAcls', text(properties, 'DefaultNetworkAclId'))
    if (made) made['Entries'] = entriesIn(properties)
  },
}

const aclRule: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'NetworkAclId')],
  read: (it, { book, lacks }) => {
    const id = text(it.properties, 'NetworkAclId')
    const rule = entry(it.properties, text(it.properties, 'Egress') === 'true')
    if (!book.add('NetworkAcls', id, 'Entries', rule))
      lacks(it, `Its network ACL ${id ?? ''} is not among the files.`)
  },
}

const aclAssociation: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'NetworkAclId')],
  read: (it, { book, lacks }) => {
    const id = text(it.properties, 'NetworkAclId')
    const SubnetId = text(it.properties, 'SubnetId')
    const known = parts(book.find('NetworkAcls', id) ?? {}, 'Associations')
    if (known.some((each) => text(each, 'SubnetId') === SubnetId)) return
    if (!book.add('NetworkAcls', id, 'Associations', { SubnetId }))
      lacks(it, `Its network ACL ${id ?? ''} is not among the files.`)
  },
}

/** A security group that may be used in another VPC as well. */
const groupAssociation: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'SecurityGroupId')],
  read: ({ properties, place }, { book }) => {
    const [GroupId, VpcId] = [text(properties, 'SecurityGroupId'), text(properties, 'VpcId')]
    const State = text(properties, 'State') ?? 'associated'
    book.put('SecurityGroupVpcAssociations', `${GroupId} ${VpcId}`, place, {
      GroupId,
      VpcId,
      State,
    })
  },
}

const instance: TypeReader = {
  read: (it, { book, lacks }) => {
    const { properties, id, place } = it
    const InterfaceId = text(properties, 'PrimaryNetworkInterfaceId')
    if (InterfaceId === null || text(properties, 'SubnetId') === null) {
      lacks(it, 'Its network interface is not told.')
      return
    }
    const primary = text(properties, 'PrivateIp')
    const address = text(properties, 'PublicIp')
    const Association = address ? { PublicIp: address, IpOwnerId: 'amazon' } : undefined
    const known = book.find('NetworkInterfaces', InterfaceId) ?? {
      NetworkInterfaceId: InterfaceId,
      OwnerId: place.ownerId,
      SubnetId: text(properties, 'SubnetId'),
      PrivateIpAddress: primary,
      PrivateIpAddresses: [
        { Primary: true, PrivateIpAddress: primary, Association },
        ...texts(properties, 'SecondaryPrivateIps').map((PrivateIpAddress) => ({
          Primary: false,
          PrivateIpAddress,
        })),
      ],
      Ipv6Addresses: texts(properties, 'Ipv6Addresses').map((Ipv6Address) => ({ Ipv6Address })),
      SourceDestCheck: text(properties, 'SourceDestCheck') !== 'false',
      Groups: texts(properties, 'VpcSecurityGroupIds').map((GroupId) => ({ GroupId })),
      ...(Association && { Association }),
    }
    const Attachment = { InstanceId: id, DeviceIndex: 0, Status: 'attached' }
    book.put('NetworkInterfaces', InterfaceId, place, { ...known, Attachment, Status: 'in-use' })
    book.put('Instances', id, place, {
      InstanceId: id,
      OwnerId: place.ownerId,
      State: { Name: text(properties, 'InstanceState') ?? 'running' },
      PrimaryInterfaceId: InterfaceId,
      NetworkInterfaces: [{ NetworkInterfaceId: InterfaceId }],
      Tags: tagsOf(it),
    })
  },
}

/** Types that mean something else than any of CloudFormation, things first. */
export const ownTypes: Readonly<Record<string, TypeReader>> = {
  aws_security_group: group,
  aws_default_security_group: defaultGroup,
  aws_network_acl: acl,
  aws_default_network_acl: defaultAcl,
  aws_vpc_peering_connection: peering,
  aws_instance: instance,
}

export const ownParts: Readonly<Record<string, TypeReader>> = {
  aws_security_group_rule: ruleOf(({ properties }) => text(properties, 'Type') === 'egress'),
  aws_vpc_security_group_ingress_rule: ruleOf(() => false),
  aws_vpc_security_group_egress_rule: ruleOf(() => true),
  aws_network_acl_rule: aclRule,
  aws_network_acl_association: aclAssociation,
  aws_main_route_table_association: mainTable,
  'name of aws_default_route_table': defaultTableName,
  aws_vpc_peering_connection_accepter: accepter,
  aws_vpc_peering_connection_options: options,
  aws_vpc_security_group_vpc_association: groupAssociation,
}
