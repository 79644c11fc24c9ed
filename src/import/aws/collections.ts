/** How the things in one list of the AWS CLI are told apart. */
export interface Collection {
  /** The fields that hold a thing's id, the first that is there counts; none for parts of something. */
  readonly ids: readonly string[]
  /** The field, beside the list, that says what it was listed for. */
  readonly of?: string
  /** How an id of that shape is told in the name of a file. */
  readonly inName?: RegExp
  /** The field that tells apart what two sides say of a thing that has one id on both. */
  readonly side?: string
  /** Does one call tell a part of a thing, and another the rest? */
  readonly together?: boolean
}

const one = (...ids: readonly string[]): Collection => ({ ids })
const listed = (of: string, inName: RegExp, ...ids: readonly string[]): Collection => ({
  ids,
  of,
  inName,
})

const table = /tgw-rtb-[0-9a-f]+/
/** The digits that end the ARN of a load balancer or a target group. */
export const hash = /(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])/
const service = /vpce-svc-[0-9a-f]+/
const clientVpn = /cvpn-endpoint-[0-9a-f]+/

/**
 * The lists in answers of the AWS CLI by their key. Two calls may share a key; then each thing in it
 * says by its fields which it is.
 * @source https://docs.aws.amazon.com/cli/latest/reference/ec2/
 */
export const collections: Readonly<Record<string, Collection>> = {
  Vpcs: one('VpcId'),
  Subnets: one('SubnetId'),
  RouteTables: one('RouteTableId'),
  SecurityGroups: one('GroupId'),
  SecurityGroupRules: one('SecurityGroupRuleId'),
  SecurityGroupVpcAssociations: { ids: [] },
  NetworkAcls: one('NetworkAclId'),
  NetworkInterfaces: one('NetworkInterfaceId'),
  Instances: one('InstanceId'),
  Addresses: one('AllocationId', 'PublicIp'),
  InternetGateways: one('InternetGatewayId'),
  EgressOnlyInternetGateways: one('EgressOnlyInternetGatewayId'),
  NatGateways: one('NatGatewayId'),
  VpcPeeringConnections: one('VpcPeeringConnectionId'),
  VpcEndpoints: one('VpcEndpointId'),
  ServiceDetails: one('ServiceId', 'ServiceName'),
  ServiceConfigurations: one('ServiceId'),
  AllowedPrincipals: listed('ServiceId', service),
  // of AWS's own lists one call tells the blocks, another the family
  PrefixLists: { ids: ['PrefixListId'], together: true },
  Entries: listed('PrefixListId', /pl-[0-9a-f]+/),
  CustomerGateways: one('CustomerGatewayId'),
  VpnGateways: one('VpnGatewayId'),
  VpnConnections: one('VpnConnectionId'),
  TransitGateways: one('TransitGatewayId'),
  TransitGatewayAttachments: { ids: ['TransitGatewayAttachmentId'], side: 'TransitGatewayId' },
  TransitGatewayVpcAttachments: one('TransitGatewayAttachmentId'),
  TransitGatewayPeeringAttachments: one('TransitGatewayAttachmentId'),
  TransitGatewayConnects: one('TransitGatewayAttachmentId'),
  TransitGatewayConnectPeers: one('TransitGatewayConnectPeerId'),
  TransitGatewayRouteTables: one('TransitGatewayRouteTableId'),
  TransitGatewayRouteTablePropagations: listed('TransitGatewayRouteTableId', table),
  TransitGatewayPrefixListReferences: listed('TransitGatewayRouteTableId', table),
  Associations: listed('TransitGatewayRouteTableId', table),
  Routes: listed('TransitGatewayRouteTableId', table),
  LoadBalancers: one('LoadBalancerArn'),
  TargetGroups: one('TargetGroupArn'),
  Listeners: listed('LoadBalancerArn', hash, 'ListenerArn'),
  Rules: one('RuleArn'),
  TargetHealthDescriptions: listed('TargetGroupArn', hash),
  LoadBalancerAttributes: listed('LoadBalancerArn', hash),
  TargetGroupAttributes: listed('TargetGroupArn', hash),
  directConnectGateways: one('directConnectGatewayId'),
  directConnectGatewayAssociations: one('associationId'),
  directConnectGatewayAttachments: { ids: [] },
  virtualInterfaces: one('virtualInterfaceId'),
  DBInstances: one('DBInstanceArn', 'DBInstanceIdentifier'),
  AvailabilityZones: one('ZoneId'),
  VpcAttributes: { ids: [], of: 'VpcId', inName: /vpc-[0-9a-f]+/ },
  VpcBlockPublicAccessOptions: { ids: [] },
  VpcBlockPublicAccessExclusions: one('ExclusionId'),
  Functions: one('FunctionArn'),
  ClientVpnEndpoints: one('ClientVpnEndpointId'),
  ClientVpnTargetNetworks: listed('ClientVpnEndpointId', clientVpn),
  AuthorizationRules: listed('ClientVpnEndpointId', clientVpn),
  ClientVpnRoutes: listed('ClientVpnEndpointId', clientVpn),
  Firewalls: one('FirewallArn'),
  FirewallPolicies: one('FirewallPolicyArn'),
  RuleGroups: one('RuleGroupArn'),
  // AWS's own lists of VPC Lattice are all called `items`: readers of code write these
  ServiceNetworks: one('id'),
  ServiceNetworkVpcAssociations: one('id'),
  EksClusters: one('arn', 'name'),
  Nodegroups: one('nodegroupArn', 'nodegroupName'),
  EcsServices: one('serviceArn'),
  EcsTasks: one('taskArn'),
}
