import { group, openAcl, tcp } from './account'
import { hex, hubId, named, type Lists } from './landscape-hub'

type Raw = Readonly<Record<string, unknown>>

interface Place {
  readonly number: number
  readonly region: string
  readonly hub: number
  readonly ownerId: string
  /** The account of the transit gateways. */
  readonly network: string
}

const tiers = ['public', 'app', 'data'] as const
const purposes = ['payments', 'orders', 'search', 'identity', 'reports', 'media', 'mail'] as const

/** One VPC with two zones and three tiers; every third has a way to the internet of its own. */
export function vpcWith(place: Place): Lists {
  const { number, region, hub, ownerId, network } = place
  const key = hex(number)
  const vpcId = `vpc-${key}`
  const name = `${purposes[number % purposes.length]}-${String(number).padStart(3, '0')}`
  const net = `10.${number >> 1}.${(number & 1) * 128}`
  const block = `${net}.0/17`
  const isOpen = number % 3 === 0
  const part = (tier: number, zone: number) => hex(number * 16 + tier * 2 + zone)
  const address = (tier: number, zone: number, host: number) =>
    `10.${number >> 1}.${(number & 1) * 128 + tier * 8 + zone * 4}.${host}`
  const zones = [0, 1] as const
  const arn = (service: string, what: string) => `arn:aws:${service}:${region}:${ownerId}:${what}`
  const balancer = `app/${name}/${key.slice(1)}`
  const face = (id: string, tier: number, zone: number, host: number, more: Raw): Raw => ({
    NetworkInterfaceId: `eni-${id}`,
    SubnetId: `subnet-${part(tier, zone)}`,
    VpcId: vpcId,
    AvailabilityZone: `${region}${'ab'[zone]}`,
    PrivateIpAddress: address(tier, zone, host),
    PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: address(tier, zone, host) }],
    OwnerId: ownerId,
    InterfaceType: 'interface',
    Status: 'in-use',
    SourceDestCheck: true,
    Groups: [{ GroupId: `sg-${key}` }],
    Description: '',
    ...more,
  })
  const shownTiers = tiers
    .map((tier, index) => ({ tier, index }))
    .filter((it) => isOpen || it.index)
  return {
    Vpcs: [
      {
        VpcId: vpcId,
        CidrBlock: block,
        CidrBlockAssociationSet: [{ CidrBlock: block, CidrBlockState: { State: 'associated' } }],
        OwnerId: ownerId,
        IsDefault: false,
        State: 'available',
        Tags: named(name),
      },
    ],
    Subnets: shownTiers.flatMap(({ tier, index }) =>
      zones.map((zone) => ({
        SubnetId: `subnet-${part(index, zone)}`,
        VpcId: vpcId,
        CidrBlock: `10.${number >> 1}.${(number & 1) * 128 + index * 8 + zone * 4}.0/22`,
        AvailabilityZone: `${region}${'ab'[zone]}`,
        AvailabilityZoneId: `${region}-az${zone + 1}`,
        OwnerId: ownerId,
        State: 'available',
        MapPublicIpOnLaunch: index === 0,
        Tags: named(`${tier}-${'ab'[zone]}`),
      })),
    ),
    RouteTables: shownTiers.map(({ tier, index }) => ({
      RouteTableId: `rtb-${part(index, 0)}`,
      VpcId: vpcId,
      OwnerId: ownerId,
      Associations: [
        ...(index === 1 ? [{ Main: true, AssociationState: { State: 'associated' } }] : []),
        ...zones.map((zone) => ({
          SubnetId: `subnet-${part(index, zone)}`,
          AssociationState: { State: 'associated' },
        })),
      ],
      Routes: [
        { DestinationCidrBlock: block, GatewayId: 'local', State: 'active' },
        ...(index === 0
          ? [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: `igw-${key}`, State: 'active' }]
          : []),
        ...(index === 1
          ? [{ DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: hubId(hub), State: 'active' }]
          : []),
        ...(index === 1 && isOpen
          ? [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: `nat-${key}`, State: 'active' }]
          : []),
      ].map((it) => ({ Origin: 'CreateRoute', ...it })),
      Tags: named(tier),
    })),
    NetworkAcls: [{ ...openAcl(`acl-${key}`, vpcId), OwnerId: ownerId }],
    SecurityGroups: [
      { ...group(`sg-${key}`, vpcId, [tcp(443, '10.0.0.0/8')]), OwnerId: ownerId, GroupName: name },
    ],
    Reservations: [
      {
        OwnerId: ownerId,
        Instances: zones.map((zone) => ({
          InstanceId: `i-${part(1, zone)}`,
          State: { Name: 'running' },
          NetworkInterfaces: [face(part(1, zone), 1, zone, 10, { Attachment: { DeviceIndex: 0 } })],
          Tags: named(`${name}-${'ab'[zone]}`),
        })),
      },
    ],
    NetworkInterfaces: [],
    DBInstances: [
      {
        DBInstanceIdentifier: `${name}-db`,
        DBInstanceArn: arn('rds', `db:${name}-db`),
        AvailabilityZone: `${region}a`,
        DBSubnetGroup: {
          VpcId: vpcId,
          Subnets: zones.map((zone) => ({
            SubnetIdentifier: `subnet-${part(2, zone)}`,
            SubnetAvailabilityZone: { Name: `${region}${'ab'[zone]}` },
          })),
        },
        VpcSecurityGroups: [{ VpcSecurityGroupId: `sg-${key}` }],
      },
    ],
    TransitGatewayVpcAttachments: [
      {
        TransitGatewayAttachmentId: `tgw-attach-${key}`,
        TransitGatewayId: hubId(hub),
        VpcId: vpcId,
        VpcOwnerId: ownerId,
        SubnetIds: zones.map((zone) => `subnet-${part(1, zone)}`),
        State: 'available',
        Tags: named(name),
      },
    ],
    TransitGatewayAttachments: [
      {
        TransitGatewayAttachmentId: `tgw-attach-${key}`,
        TransitGatewayId: hubId(hub),
        TransitGatewayOwnerId: network,
        ResourceType: 'vpc',
        ResourceId: vpcId,
        ResourceOwnerId: ownerId,
        State: 'available',
        Association: {
          TransitGatewayRouteTableId: `tgw-rtb-${hex(hub)}`,
          State: 'associated',
        },
      },
    ],
    VpcEndpoints: [
      {
        VpcEndpointId: `vpce-${key}`,
        VpcEndpointType: 'Gateway',
        VpcId: vpcId,
        ServiceName: `com.amazonaws.${region}.s3`,
        State: 'available',
        RouteTableIds: [`rtb-${part(1, 0)}`],
        OwnerId: ownerId,
      },
    ],
    // two neighbours of one account that talk without the hub
    VpcPeeringConnections:
      number % 12 === 1
        ? [
            {
              VpcPeeringConnectionId: `pcx-${key}`,
              Status: { Code: 'active' },
              RequesterVpcInfo: { VpcId: vpcId, OwnerId: ownerId, Region: region },
              AccepterVpcInfo: {
                VpcId: `vpc-${hex(number - 1)}`,
                OwnerId: ownerId,
                Region: region,
              },
              Tags: named(`peer-${number}`),
            },
          ]
        : [],
    ...(isOpen && {
      InternetGateways: [
        {
          InternetGatewayId: `igw-${key}`,
          Attachments: [{ VpcId: vpcId, State: 'available' }],
          OwnerId: ownerId,
          Tags: named(name),
        },
      ],
      NatGateways: [
        {
          NatGatewayId: `nat-${key}`,
          VpcId: vpcId,
          SubnetId: `subnet-${part(0, 0)}`,
          State: 'available',
          ConnectivityType: 'public',
          NatGatewayAddresses: [
            {
              IsPrimary: true,
              PrivateIp: address(0, 0, 5),
              PublicIp: `198.51.100.${number % 250}`,
            },
          ],
          Tags: named(name),
        },
      ],
      LoadBalancers: [
        {
          LoadBalancerArn: arn('elasticloadbalancing', `loadbalancer/${balancer}`),
          LoadBalancerName: name,
          VpcId: vpcId,
          Type: 'application',
          Scheme: 'internet-facing',
          State: { Code: 'active' },
          AvailabilityZones: zones.map((zone) => ({
            ZoneName: `${region}${'ab'[zone]}`,
            SubnetId: `subnet-${part(0, zone)}`,
          })),
          SecurityGroups: [`sg-${key}`],
        },
      ],
      Listeners: [
        {
          ListenerArn: arn('elasticloadbalancing', `listener/${balancer}/${key.slice(1)}`),
          LoadBalancerArn: arn('elasticloadbalancing', `loadbalancer/${balancer}`),
          Port: 443,
          Protocol: 'HTTPS',
          DefaultActions: [
            {
              Type: 'forward',
              TargetGroupArn: arn('elasticloadbalancing', `targetgroup/${name}/${key.slice(1)}`),
            },
          ],
        },
      ],
      TargetGroups: [
        {
          TargetGroupArn: arn('elasticloadbalancing', `targetgroup/${name}/${key.slice(1)}`),
          TargetGroupName: name,
          VpcId: vpcId,
          TargetType: 'instance',
          Protocol: 'HTTPS',
          Port: 443,
        },
      ],
      TargetGroupAttributes: [
        {
          TargetGroupArn: arn('elasticloadbalancing', `targetgroup/${name}/${key.slice(1)}`),
          Key: 'load_balancing.cross_zone.enabled',
          Value: 'use_load_balancer_configuration',
        },
      ],
      TargetHealthDescriptions: zones.map((zone) => ({
        TargetGroupArn: arn('elasticloadbalancing', `targetgroup/${name}/${key.slice(1)}`),
        Target: { Id: `i-${part(1, zone)}`, Port: 443 },
        TargetHealth: { State: 'healthy' },
      })),
    }),
  }
}
