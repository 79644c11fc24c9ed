import { parts, text, texts, type Raw } from '../../kinds/describe'
import { picked } from '../cloudformation/item'
import { balancingWords } from './types/balancing'
import { clientVpnWords } from './types/client-vpn'
import { directWords } from './types/direct-connect'
import { serviceWords } from './types/endpoint-services'
import { firewallWords } from './types/firewalls'
import { latticeWords } from './types/lattice'
import { transitWords } from './types/transit'
import { vpnWords } from './types/vpn'
import { workloadWords } from './types/workloads'
import { clusterWords } from './types/workloads-clusters'
import { launchWords } from './types/workloads-launched'
import { partOf, type Words, type Written } from './written'

const as =
  (type: string): Words =>
  (properties) => [{ type: `AWS::EC2::${type}`, properties }]

/** The routes that a table tells with itself; those that AWS makes name no target of their own. */
export const routesIn = (it: Raw, RouteTableId: string): readonly Written[] => [
  ...parts(it, 'Route')
    .filter((each) => text(each, 'GatewayId') !== 'local')
    .map((each) =>
      partOf('Route', {
        ...each,
        RouteTableId,
        DestinationCidrBlock: text(each, 'CidrBlock'),
        DestinationIpv6CidrBlock: text(each, 'Ipv6CidrBlock'),
        EgressOnlyInternetGatewayId: text(each, 'EgressOnlyGatewayId'),
      }),
    ),
  ...texts(it, 'PropagatingVgws').map((VpnGatewayId) =>
    partOf('VPNGatewayRoutePropagation', { VpnGatewayId, RouteTableIds: [RouteTableId] }),
  ),
]

const vpc: Words = (it, VpcId) => {
  const six = text(it, 'Ipv6CidrBlock')
  return [
    { type: 'AWS::EC2::VPC', properties: it },
    ...(six ? [partOf('VPCCidrBlock', { VpcId, Ipv6CidrBlock: six })] : []),
  ]
}

const routeTable: Words = (it, id) => [
  { type: 'AWS::EC2::RouteTable', properties: it },
  ...routesIn(it, id),
]

const internetGateway: Words = (it, InternetGatewayId) => [
  { type: 'AWS::EC2::InternetGateway', properties: it },
  ...(text(it, 'VpcId') === null
    ? []
    : [partOf('VPCGatewayAttachment', { InternetGatewayId, VpcId: text(it, 'VpcId') })]),
]

const route: Words = (it) => [
  {
    type: 'AWS::EC2::Route',
    properties: {
      ...it,
      EgressOnlyInternetGatewayId: text(it, 'EgressOnlyGatewayId'),
      // a state tells the instance beside its interface, which is what the route leads to
      InstanceId: null,
    },
  },
]

const association: Words = (it) => [
  {
    type:
      text(it, 'GatewayId') === null
        ? 'AWS::EC2::SubnetRouteTableAssociation'
        : 'AWS::EC2::GatewayRouteTableAssociation',
    properties: it,
  },
]

const networkInterface: Words = (it, NetworkInterfaceId) => {
  const primary = text(it, 'PrivateIp')
  const further = texts(it, 'PrivateIps').filter((each) => each !== primary)
  return [
    {
      type: 'AWS::EC2::NetworkInterface',
      properties: {
        ...it,
        PrivateIpAddress: primary,
        PrivateIpAddresses: further.map((PrivateIpAddress) => ({ PrivateIpAddress })),
        GroupSet: texts(it, 'SecurityGroups'),
        SecurityGroups: [],
        Ipv6Addresses: texts(it, 'Ipv6Addresses').map((Ipv6Address) => ({ Ipv6Address })),
      },
    },
    ...parts(it, 'Attachment')
      .filter((each) => text(each, 'Instance') !== null)
      .map((each) =>
        partOf('NetworkInterfaceAttachment', {
          NetworkInterfaceId,
          InstanceId: text(each, 'Instance'),
          DeviceIndex: text(each, 'DeviceIndex') ?? '1',
        }),
      ),
  ]
}

const elasticIp: Words = (it, AllocationId) => {
  const NetworkInterfaceId = text(it, 'NetworkInterface')
  const PrivateIpAddress = text(it, 'PrivateIp')
  const own = picked(it, 'NetworkBorderGroup', 'PublicIp', 'AssociationId', 'Tags')
  // of a NAT gateway or load balancer it is told by the gateway
  return [
    { type: 'AWS::EC2::EIP', properties: own },
    ...(NetworkInterfaceId
      ? [partOf('EIPAssociation', { AllocationId, NetworkInterfaceId, PrivateIpAddress })]
      : []),
  ]
}

const natGateway: Words = (it) => [
  {
    type: 'AWS::EC2::NatGateway',
    properties: {
      ...it,
      PrivateIpAddress: text(it, 'PrivateIp'),
      AvailabilityZoneAddresses: parts(it, 'AvailabilityZoneAddress'),
    },
  },
]

const prefixList: Words = (it) => [
  {
    type: 'AWS::EC2::PrefixList',
    properties: { ...it, PrefixListName: text(it, 'Name'), Entries: parts(it, 'Entry') },
  },
]

/** Types whose meaning is that of a type of CloudFormation. */
export const words: Readonly<Record<string, Words>> = {
  aws_vpc: vpc,
  aws_vpc_ipv4_cidr_block_association: as('VPCCidrBlock'),
  aws_vpc_ipv6_cidr_block_association: as('VPCCidrBlock'),
  aws_subnet: as('Subnet'),
  aws_route_table: routeTable,
  aws_route: route,
  aws_route_table_association: association,
  aws_internet_gateway: internetGateway,
  aws_internet_gateway_attachment: as('VPCGatewayAttachment'),
  aws_egress_only_internet_gateway: as('EgressOnlyInternetGateway'),
  aws_vpc_endpoint: as('VPCEndpoint'),
  aws_vpc_block_public_access_options: as('VPCBlockPublicAccessOptions'),
  aws_vpc_block_public_access_exclusion: as('VPCBlockPublicAccessExclusion'),
  aws_eip: elasticIp,
  aws_eip_association: as('EIPAssociation'),
  aws_nat_gateway: natGateway,
  aws_network_interface: networkInterface,
  aws_ec2_managed_prefix_list: prefixList,
  ...balancingWords,
  ...clientVpnWords,
  ...directWords,
  ...firewallWords,
  ...latticeWords,
  ...serviceWords,
  ...transitWords,
  ...clusterWords,
  ...launchWords,
  ...workloadWords,
  ...vpnWords,
}
