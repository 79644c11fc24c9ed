import type { Answer } from '../aws/gather'

type Raw = Readonly<Record<string, unknown>>

export const account = '123456789012'
export const other = '210987654321'
const tags = (name: string) => [{ Key: 'Name', Value: name }]

/** A VPC as `describe-vpcs` tells it. */
export const vpc = (id: string, block: string, more: Raw = {}): Raw => ({
  VpcId: id,
  CidrBlock: block,
  CidrBlockAssociationSet: [
    { CidrBlock: block, CidrBlockState: { State: 'associated' }, AssociationId: `a-${id}` },
  ],
  OwnerId: account,
  IsDefault: false,
  State: 'available',
  Tags: tags(id.replace('vpc-', '')),
  ...more,
})

export const subnet = (id: string, vpcId: string, block: string, more: Raw = {}): Raw => ({
  SubnetId: id,
  VpcId: vpcId,
  CidrBlock: block,
  AvailabilityZone: 'eu-west-1a',
  AvailabilityZoneId: 'euw1-az1',
  OwnerId: account,
  State: 'available',
  ...more,
})

export const table = (
  id: string,
  vpcId: string,
  routes: readonly Raw[],
  associations: readonly Raw[] = [{ Main: true }],
  more: Raw = {},
): Raw => ({
  RouteTableId: id,
  VpcId: vpcId,
  OwnerId: account,
  Associations: associations.map((it) => ({ AssociationState: { State: 'associated' }, ...it })),
  Routes: [
    {
      DestinationCidrBlock: '10.0.0.0/16',
      GatewayId: 'local',
      Origin: 'CreateRouteTable',
      State: 'active',
    },
    ...routes.map((it) => ({ Origin: 'CreateRoute', State: 'active', ...it })),
  ],
  ...more,
})

/** The default network ACL, as AWS makes it. */
export const openAcl = (id: string, vpcId: string): Raw => ({
  NetworkAclId: id,
  VpcId: vpcId,
  OwnerId: account,
  IsDefault: true,
  Associations: [],
  Entries: [true, false].flatMap((Egress) => [
    { CidrBlock: '0.0.0.0/0', Egress, Protocol: '-1', RuleAction: 'allow', RuleNumber: 100 },
    { CidrBlock: '0.0.0.0/0', Egress, Protocol: '-1', RuleAction: 'deny', RuleNumber: 32767 },
  ]),
})

export const group = (
  id: string,
  vpcId: string,
  ingress: readonly Raw[] = [],
  egress: readonly Raw[] = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
): Raw => ({
  GroupId: id,
  GroupName: id.replace('sg-', ''),
  Description: 'A group',
  VpcId: vpcId,
  OwnerId: account,
  IpPermissions: ingress,
  IpPermissionsEgress: egress,
})

export const tcp = (port: number, block: string): Raw => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  IpRanges: [{ CidrIp: block }],
})

export const face = (id: string, subnetId: string, address: string, more: Raw = {}): Raw => ({
  NetworkInterfaceId: id,
  SubnetId: subnetId,
  PrivateIpAddress: address,
  PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: address }],
  AvailabilityZone: 'eu-west-1a',
  OwnerId: account,
  InterfaceType: 'interface',
  Status: 'in-use',
  SourceDestCheck: true,
  Groups: [],
  Description: '',
  ...more,
})

/** An instance with its primary interface. */
export const instance = (
  id: string,
  subnetId: string,
  address: string,
  groupIds: readonly string[],
  more: Raw = {},
): Raw => ({
  InstanceId: id,
  State: { Name: 'running' },
  SubnetId: subnetId,
  NetworkInterfaces: [
    face(id.replace('i-', 'eni-'), subnetId, address, {
      Attachment: { DeviceIndex: 0 },
      Groups: groupIds.map((GroupId) => ({ GroupId })),
    }),
  ],
  Tags: tags(id.replace('i-', '')),
  ...more,
})

/** Each list as the file of its own call, in a folder that names the account and the Region. */
export const filesOf = (
  lists: Readonly<Record<string, readonly Raw[]>>,
  folder = `accounts/${account}/eu-west-1`,
): readonly Answer[] =>
  Object.entries(lists).map(([key, list]) => ({
    path: `${folder}/${key}.json`,
    value:
      key === 'Instances'
        ? { Reservations: [{ OwnerId: account, Instances: list }] }
        : { [key]: list },
  }))
