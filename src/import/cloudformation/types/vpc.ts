import { text, texts, type Raw } from '../../../kinds/describe'
import { amazonBlockOf, defaultAclOf, defaultGroupOf, mainTableOf } from '../attributes'
import { madeUpId } from '../ids'
import { isOn, picked, tagsOf, type Item, type TypeReader, type Writing } from '../item'

/** VPCs, and what AWS makes with each: a main route table, a network ACL and a security group. */
const vpc: TypeReader = {
  read: (it, writing) => {
    const { book } = writing
    const { properties, place, id } = it
    const { ownerId: OwnerId } = place
    const block = text(properties, 'CidrBlock')
    book.put('Vpcs', id, place, {
      VpcId: id,
      OwnerId,
      CidrBlock: block,
      CidrBlockAssociationSet: block ? [{ CidrBlock: block }] : [],
      Ipv6CidrBlockAssociationSet: [],
      Tags: tagsOf(it),
    })
    const EnableDnsSupport = isOn(properties, 'EnableDnsSupport', true)
    const EnableDnsHostnames = isOn(properties, 'EnableDnsHostnames')
    book.answer(place, { VpcId: id, EnableDnsSupport, EnableDnsHostnames })
    made(it, writing)
  },
}

/** @source https://docs.aws.amazon.com/vpc/latest/userguide/create-vpc.html */
function made({ id, place }: Item, { book }: Writing): void {
  const OwnerId = place.ownerId
  const [table, acl, group] = [mainTableOf(id), defaultAclOf(id), defaultGroupOf(id)]
  book.put('RouteTables', table, place, {
    RouteTableId: table,
    VpcId: id,
    OwnerId,
    Associations: [{ Main: true }],
    Routes: [],
    PropagatingVgws: [],
    Tags: [{ Key: 'Name', Value: 'main' }],
  })
  const everything = {
    RuleNumber: 100,
    RuleAction: 'allow',
    Protocol: '-1',
    CidrBlock: '0.0.0.0/0',
  }
  book.put('NetworkAcls', acl, place, {
    NetworkAclId: acl,
    VpcId: id,
    OwnerId,
    IsDefault: true,
    Associations: [],
    Entries: [
      { ...everything, Egress: false },
      { ...everything, Egress: true },
    ],
  })
  book.put('SecurityGroups', group, place, {
    GroupId: group,
    GroupName: 'default',
    Description: 'default VPC security group',
    VpcId: id,
    OwnerId,
    IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: group }] }],
    IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
  })
}

const cidrBlock: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'VpcId')],
  read: (it, { book, assume, lacks }) => {
    const { properties } = it
    const vpcId = text(properties, 'VpcId')
    const amazon = isOn(properties, 'AmazonProvidedIpv6CidrBlock')
    const six = text(properties, 'Ipv6CidrBlock') ?? (amazon && vpcId ? amazonBlockOf(vpcId) : null)
    const four = text(properties, 'CidrBlock')
    const found = six
      ? book.add('Vpcs', vpcId, 'Ipv6CidrBlockAssociationSet', { Ipv6CidrBlock: six })
      : four
        ? book.add('Vpcs', vpcId, 'CidrBlockAssociationSet', { CidrBlock: four })
        : true
    if (!found) lacks(it, `It gives a block to ${vpcId ?? 'a VPC'}, which is not among the files.`)
    else if (amazon) {
      assume(it, `Amazon gives the VPC a block of IPv6 addresses; ${six} stands for it.`)
      withIpv6(vpcId, book)
    }
  },
}

/** A block of IPv6 addresses that a subnet is given apart from its own description. */
const subnetBlock: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'SubnetId')],
  read: (it, { book, lacks }) => {
    const subnetId = text(it.properties, 'SubnetId')
    const Ipv6CidrBlock = text(it.properties, 'Ipv6CidrBlock')
    // IPAM chooses one where only a length is named
    if (Ipv6CidrBlock === null) {
      if (subnetId !== null) book.doubt(subnetId, `the IPv6 block of ${it.address}`)
      lacks(it, 'IPAM chooses the block once it is deployed.')
    } else if (!book.add('Subnets', subnetId, 'Ipv6CidrBlockAssociationSet', { Ipv6CidrBlock }))
      lacks(it, `It gives a block to ${subnetId ?? 'a subnet'}, which is not among the files.`)
  },
}

/** AWS lets all IPv6 through where it lets all IPv4 through by itself. (ACL-2) */
function withIpv6(vpcId: string | null, book: Writing['book']): void {
  const acl = book.find('NetworkAcls', defaultAclOf(vpcId ?? ''))
  const everything = { RuleNumber: 101, RuleAction: 'allow', Protocol: '-1', Ipv6CidrBlock: '::/0' }
  if (!acl) return
  const id = defaultAclOf(vpcId ?? '')
  book.add('NetworkAcls', id, 'Entries', { ...everything, Egress: false })
  book.add('NetworkAcls', id, 'Entries', { ...everything, Egress: true })
}

const subnet: TypeReader = {
  read: (it, { book, assume }) => {
    const { properties, id, place } = it
    const named = text(properties, 'AvailabilityZone')
    if (named === null)
      assume(it, `AWS chooses the Availability Zone; ${place.region}a stands for it.`)
    const six = text(properties, 'Ipv6CidrBlock')
    book.put('Subnets', id, place, {
      SubnetId: id,
      OwnerId: place.ownerId,
      VpcId: text(properties, 'VpcId'),
      AvailabilityZone: named ?? `${place.region}a`,
      ...picked(properties, 'AvailabilityZoneId', 'CidrBlock'),
      Ipv6CidrBlockAssociationSet: six ? [{ Ipv6CidrBlock: six }] : [],
      Ipv6Native: isOn(properties, 'Ipv6Native'),
      MapPublicIpOnLaunch: isOn(properties, 'MapPublicIpOnLaunch'),
      AssignIpv6AddressOnCreation: isOn(properties, 'AssignIpv6AddressOnCreation'),
      EnableDns64: isOn(properties, 'EnableDns64'),
      Tags: tagsOf(it),
    })
  },
}

const routeTable: TypeReader = {
  read: (it, { book }) => {
    const { properties, id, place } = it
    book.put('RouteTables', id, place, {
      RouteTableId: id,
      VpcId: text(properties, 'VpcId'),
      OwnerId: place.ownerId,
      Associations: [],
      Routes: [],
      PropagatingVgws: [],
      Tags: tagsOf(it),
    })
  },
}

const targets = [
  'NatGatewayId',
  'TransitGatewayId',
  'VpcPeeringConnectionId',
  'NetworkInterfaceId',
  'EgressOnlyInternetGatewayId',
  'LocalGatewayId',
  'CarrierGatewayId',
  'CoreNetworkArn',
]

const route: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'RouteTableId')],
  read: (it, { book, lacks }) => {
    const { properties } = it
    const gateway = text(properties, 'GatewayId') ?? text(properties, 'VpcEndpointId')
    const instance = book.find('Instances', properties['InstanceId'])
    const written: Raw = {
      ...picked(properties, 'DestinationCidrBlock', 'DestinationIpv6CidrBlock'),
      ...picked(properties, 'DestinationPrefixListId', ...targets),
      ...(gateway && { GatewayId: gateway }),
      ...(instance && { NetworkInterfaceId: instance['PrimaryInterfaceId'] }),
      ...(!instance && picked(properties, 'InstanceId')),
      Origin: 'CreateRoute',
      State: 'active',
    }
    const table = text(properties, 'RouteTableId')
    if (!book.add('RouteTables', table, 'Routes', written))
      lacks(it, `Its route table ${table ?? ''} is not among the files.`)
  },
}

const associationOf = (
  list: 'RouteTables' | 'NetworkAcls',
  key: string,
  by: string,
): TypeReader => ({
  partOf: ({ properties }) => [text(properties, key), text(properties, by)],
  read: (it, { book, lacks }) => {
    const { properties } = it
    const id = text(properties, key)
    if (!book.add(list, id, 'Associations', picked(properties, by)))
      lacks(it, `${id ?? 'What it associates'} is not among the files.`)
  },
})

const propagation: TypeReader = {
  partOf: ({ properties }) => texts(properties, 'RouteTableIds'),
  read: (it, { book, lacks }) => {
    const { properties } = it
    for (const id of texts(properties, 'RouteTableIds'))
      if (
        !book.add('RouteTables', id, 'PropagatingVgws', { GatewayId: properties['VpnGatewayId'] })
      )
        lacks(it, `Its route table ${id} is not among the files.`)
  },
}

const internetGateway: TypeReader = {
  read: (it, { book }) =>
    book.put('InternetGateways', it.id, it.place, {
      InternetGatewayId: it.id,
      OwnerId: it.place.ownerId,
      Attachments: [],
      Tags: tagsOf(it),
    }),
}

const attachment: TypeReader = {
  partOf: ({ properties }) => [
    text(properties, 'InternetGatewayId') ?? text(properties, 'VpnGatewayId'),
  ],
  read: (it, { book, lacks }) => {
    const { properties } = it
    const VpcId = text(properties, 'VpcId')
    const igw = text(properties, 'InternetGatewayId')
    const vgw = text(properties, 'VpnGatewayId')
    const attached = { VpcId, State: 'attached' }
    const found = igw
      ? book.add('InternetGateways', igw, 'Attachments', attached)
      : book.add('VpnGateways', vgw, 'VpcAttachments', attached)
    if (!found) lacks(it, `The gateway ${igw ?? vgw ?? ''} is not among the files.`)
  },
}

const egressOnly: TypeReader = {
  read: (it, { book }) =>
    book.put('EgressOnlyInternetGateways', it.id, it.place, {
      EgressOnlyInternetGatewayId: it.id,
      Attachments: [{ VpcId: text(it.properties, 'VpcId'), State: 'attached' }],
      Tags: tagsOf(it),
    }),
}

const exclusion: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'VpcId'), text(properties, 'SubnetId')],
  read: ({ properties, place, address }, { book }) => {
    const ExclusionId = madeUpId('vpcbpa-exclude', address)
    const of = text(properties, 'SubnetId') ?? text(properties, 'VpcId') ?? ''
    book.put('VpcBlockPublicAccessExclusions', ExclusionId, place, {
      ExclusionId,
      ResourceArn: `arn:aws:ec2:${place.region}:${place.ownerId}:vpc/${of}`,
      InternetGatewayExclusionMode: text(properties, 'InternetGatewayExclusionMode'),
      State: 'create-complete',
    })
  },
}

const publicAccess: TypeReader = {
  read: ({ properties, place, id }, { book }) =>
    book.put('VpcBlockPublicAccessOptions', id, place, {
      AwsAccountId: place.ownerId,
      AwsRegion: place.region,
      InternetGatewayBlockMode: text(properties, 'InternetGatewayBlockMode'),
    }),
}

const peering: TypeReader = {
  read: (it, { book, assume }) => {
    const { properties, place, id } = it
    const peer = book.placeOf('Vpcs', properties['PeerVpcId'])
    const OwnerId = text(properties, 'PeerOwnerId') ?? peer?.ownerId ?? place.ownerId
    const isAccepted = OwnerId === place.ownerId || text(properties, 'PeerRoleArn') !== null
    if (!isAccepted) assume(it, `Account ${OwnerId} has to accept it; until then it is not active.`)
    book.put('VpcPeeringConnections', id, place, {
      VpcPeeringConnectionId: id,
      Status: { Code: isAccepted ? 'active' : 'pending-acceptance' },
      RequesterVpcInfo: {
        VpcId: properties['VpcId'],
        OwnerId: place.ownerId,
        Region: place.region,
      },
      AccepterVpcInfo: {
        VpcId: properties['PeerVpcId'],
        OwnerId,
        Region: text(properties, 'PeerRegion') ?? peer?.region ?? place.region,
      },
      Tags: tagsOf(it),
    })
  },
}

/** Networks and their routes, things before what belongs to them. */
export const vpcTypes: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::VPC': vpc,
  'AWS::EC2::VPCCidrBlock': cidrBlock,
  'AWS::EC2::Subnet': subnet,
  'AWS::EC2::RouteTable': routeTable,
  'AWS::EC2::InternetGateway': internetGateway,
  'AWS::EC2::EgressOnlyInternetGateway': egressOnly,
  'AWS::EC2::VPCPeeringConnection': peering,
  'AWS::EC2::VPCBlockPublicAccessExclusion': exclusion,
  'AWS::EC2::VPCBlockPublicAccessOptions': publicAccess,
}

/** What belongs to things that may stand in any stack. */
export const vpcParts: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::VPCGatewayAttachment': attachment,
  'AWS::EC2::SubnetCidrBlock': subnetBlock,
  'AWS::EC2::SubnetRouteTableAssociation': associationOf('RouteTables', 'RouteTableId', 'SubnetId'),
  'AWS::EC2::GatewayRouteTableAssociation': associationOf(
    'RouteTables',
    'RouteTableId',
    'GatewayId',
  ),
  'AWS::EC2::SubnetNetworkAclAssociation': associationOf('NetworkAcls', 'NetworkAclId', 'SubnetId'),
  'AWS::EC2::VPNGatewayRoutePropagation': propagation,
  'AWS::EC2::Route': route,
}
