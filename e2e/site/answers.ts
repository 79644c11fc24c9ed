const account = '123456789012'

const vpc = (name: string, block: string) => ({
  VpcId: `vpc-0${name}`,
  CidrBlock: block,
  OwnerId: account,
  Tags: [{ Key: 'Name', Value: `Shop ${name}` }],
})

const subnet = (name: string, block: string) => ({
  SubnetId: `subnet-0${name}`,
  VpcId: `vpc-0${name}`,
  CidrBlock: block,
  AvailabilityZone: 'eu-west-1a',
  OwnerId: account,
  Tags: [{ Key: 'Name', Value: `Subnet ${name}` }],
})

const instance = (name: string, address: string) => ({
  InstanceId: `i-0${name}`,
  State: { Name: 'running' },
  Tags: [{ Key: 'Name', Value: `Server ${name}` }],
  NetworkInterfaces: [
    {
      NetworkInterfaceId: `eni-0${name}`,
      SubnetId: `subnet-0${name}`,
      PrivateIpAddress: address,
      Attachment: { DeviceIndex: 0 },
      Groups: [{ GroupId: `sg-0${name}` }],
    },
  ],
})

const all = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }
const group = (name: string) => ({
  GroupId: `sg-0${name}`,
  GroupName: `open-${name}`,
  VpcId: `vpc-0${name}`,
  OwnerId: account,
  IpPermissions: [all],
  IpPermissionsEgress: [all],
})

const table = (name: string, routes: readonly object[]) => ({
  RouteTableId: `rtb-0${name}`,
  VpcId: `vpc-0${name}`,
  Associations: [{ Main: true }],
  Routes: [{ DestinationCidrBlock: '10.0.0.0/8', GatewayId: 'local' }, ...routes],
})

/** What the AWS CLI tells of two peered VPCs, the second without its route back and its ACL. */
export const answers = {
  Vpcs: [vpc('a', '10.0.0.0/16'), vpc('b', '10.1.0.0/16')],
  Subnets: [subnet('a', '10.0.1.0/24'), subnet('b', '10.1.1.0/24')],
  Reservations: [
    { OwnerId: account, Instances: [instance('a', '10.0.1.10'), instance('b', '10.1.1.10')] },
  ],
  SecurityGroups: [group('a'), group('b')],
  RouteTables: [
    table('a', [{ DestinationCidrBlock: '10.1.0.0/16', VpcPeeringConnectionId: 'pcx-0' }]),
    table('b', []),
  ],
  NetworkAcls: ['a', 'b'].map((name) => ({
    NetworkAclId: `acl-0${name}`,
    VpcId: `vpc-0${name}`,
    IsDefault: true,
    Entries: [true, false].map((Egress) => ({
      CidrBlock: '0.0.0.0/0',
      Egress,
      Protocol: '-1',
      RuleAction: 'allow',
      RuleNumber: 100,
    })),
  })),
  VpcPeeringConnections: [
    {
      VpcPeeringConnectionId: 'pcx-0',
      Status: { Code: 'active' },
      RequesterVpcInfo: {
        VpcId: 'vpc-0a',
        OwnerId: account,
        Region: 'eu-west-1',
        CidrBlock: '10.0.0.0/16',
      },
      AccepterVpcInfo: {
        VpcId: 'vpc-0b',
        OwnerId: account,
        Region: 'eu-west-1',
        CidrBlock: '10.1.0.0/16',
      },
    },
  ],
}
