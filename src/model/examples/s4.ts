import { allOutbound, assemble, tcpFrom, type Example } from './example'
import { mainAccount } from './small-vpc'

/** The routable block of each VPC, beside the one that both have. */
const routable = { a: '100.64.1.0/24', b: '100.64.2.0/24' } as const

const zoneOf = (letter: 'a' | 'b') => `eu-west-1${letter}`

const vpc = (letter: 'a' | 'b') => ({
  id: `vpc:${letter}`,
  kind: 'vpc',
  name: `VPC ${letter.toUpperCase()}`,
  ownerId: mainAccount.id,
  region: 'eu-west-1',
  cidrBlock: '10.0.0.0/16',
  secondaryCidrBlocks: [routable[letter]],
  enableDnsSupport: true,
  enableDnsHostnames: true,
})

const table = (name: string, letter: 'a' | 'b', routes: Readonly<Record<string, string>>) => ({
  id: `route-table:${name}`,
  kind: 'route-table',
  name,
  vpcId: `vpc:${letter}`,
  main: false,
  routes: Object.fromEntries(
    Object.entries(routes).map(([destination, target]) => [destination, { target }]),
  ),
})

/** A subnet with a table of its own name, or of another's. */
const subnet = (
  name: string,
  letter: 'a' | 'b',
  cidrBlock: string,
  { zone = 'a', tableName = name }: { zone?: 'a' | 'b'; tableName?: string } = {},
) => ({
  id: `subnet:${name}`,
  kind: 'subnet',
  name,
  vpcId: `vpc:${letter}`,
  availabilityZone: zoneOf(zone),
  cidrBlock,
  routeTableId: `route-table:${tableName}`,
})

const group = (name: string, letter: 'a' | 'b', ingress: object) => ({
  id: `security-group:${name}`,
  kind: 'security-group',
  name,
  vpcId: `vpc:${letter}`,
  description: name,
  ingress,
  egress: allOutbound,
})

const service = (letter: 'a' | 'b') => ({
  id: `workload:service-${letter}`,
  kind: 'workload',
  name: `Service ${letter.toUpperCase()}`,
  workloadType: 'ecs-service',
  interfaces: { [`subnet:${letter}-services`]: {} },
  securityGroupIds: [`security-group:service-${letter}`],
})

const attachment = (letter: 'a' | 'b', subnetIds: readonly string[]) => ({
  id: `transit-gateway-vpc-attachment:${letter}`,
  kind: 'transit-gateway-vpc-attachment',
  name: `VPC ${letter.toUpperCase()} to transit gateway`,
  transitGatewayId: 'transit-gateway:t',
  vpcId: `vpc:${letter}`,
  subnetIds,
})

/** What comes from one VPC goes to the other, by its routable block and nothing else. (OVL-5) */
const gatewayTable = (from: 'a' | 'b', to: 'a' | 'b') => ({
  id: `transit-gateway-route-table:${from}`,
  kind: 'transit-gateway-route-table',
  name: `From VPC ${from.toUpperCase()}`,
  transitGatewayId: 'transit-gateway:t',
  associations: [`transit-gateway-vpc-attachment:${from}`],
  routes: { [routable[to]]: { attachmentId: `transit-gateway-vpc-attachment:${to}` } },
})

/** S4: what joins two VPCs that have the same block, in one direction. */
export const s4: Example = {
  id: 's4',
  title: 'Overlapping CIDRs joined by private NAT and a load balancer',
  about:
    'Two VPCs keep the same 10.0.0.0/16 and still talk: a private NAT gateway hides the caller, a load balancer stands for the service, and a transit gateway carries their routable addresses.',
  story: [
    'Look at the path from service A to the load balancer of VPC B: behind the NAT gateway the source is an address of 100.64.1.0/26.',
    'Take the route to the NAT gateway, one to the transit gateway or one of the transit gateway away: the path names it as the one that is missing.',
    'Ask for service B itself: its address is one of VPC A too, so the packet never leaves VPC A.',
    'Ask the other way, from service B to service A: nobody opens a connection through a NAT gateway.',
  ],
  flow: {
    source: 'workload:service-a',
    destination: 'load-balancer:b',
    protocol: 'tcp',
    port: 80,
  },
  document: assemble({
    name: 'Overlapping CIDRs joined by private NAT and a load balancer',
    description: 'Two VPCs with the same block, joined by their routable secondary blocks.',
    accounts: [mainAccount],
    resources: [
      vpc('a'),
      table('a-services', 'a', { [routable.b]: 'nat-gateway:a' }),
      subnet('a-services', 'a', '10.0.0.0/24'),
      table('a-routable', 'a', { [routable.b]: 'transit-gateway:t' }),
      subnet('a-routable', 'a', '100.64.1.0/26'),
      {
        id: 'nat-gateway:a',
        kind: 'nat-gateway',
        name: 'Private NAT gateway A',
        subnetId: 'subnet:a-routable',
        connectivityType: 'private',
      },
      group('service-a', 'a', {}),
      service('a'),
      vpc('b'),
      table('b-services', 'b', {}),
      subnet('b-services', 'b', '10.0.0.0/24'),
      table('b-routable', 'b', { [routable.a]: 'transit-gateway:t' }),
      subnet('b-routable-a', 'b', '100.64.2.0/26', { tableName: 'b-routable' }),
      subnet('b-routable-b', 'b', '100.64.2.64/26', { zone: 'b', tableName: 'b-routable' }),
      group('service-b', 'b', {
        'rule-1': {
          ipProtocol: 'tcp',
          fromPort: 80,
          toPort: 80,
          referencedGroupId: 'security-group:alb-b',
          description: 'from the load balancer',
        },
      }),
      service('b'),
      group('alb-b', 'b', { 'rule-1': tcpFrom(80, routable.a, 'from VPC A') }),
      {
        id: 'target-group:b',
        kind: 'target-group',
        name: 'service-b-tg',
        vpcId: 'vpc:b',
        targetType: 'ip',
        protocol: 'HTTP',
        port: 80,
        targets: { 'target-1': { targetId: 'workload:service-b' } },
      },
      {
        id: 'load-balancer:b',
        kind: 'load-balancer',
        name: 'ALB B',
        vpcId: 'vpc:b',
        type: 'application',
        scheme: 'internal',
        subnets: { 'subnet:b-routable-a': {}, 'subnet:b-routable-b': {} },
        securityGroupIds: ['security-group:alb-b'],
        crossZone: true,
        listeners: {
          80: {
            protocol: 'HTTP',
            defaultAction: { type: 'forward', targetGroups: { 'target-group:b': {} } },
          },
        },
      },
      {
        id: 'transit-gateway:t',
        kind: 'transit-gateway',
        name: 'Transit gateway',
        ownerId: mainAccount.id,
        region: 'eu-west-1',
        defaultRouteTableAssociation: false,
        defaultRouteTablePropagation: false,
      },
      attachment('a', ['subnet:a-routable']),
      attachment('b', ['subnet:b-routable-a', 'subnet:b-routable-b']),
      gatewayTable('a', 'b'),
      gatewayTable('b', 'a'),
    ],
    layout: {
      // over both VPCs, so that each attachment leads straight down, clear of the words in their heads
      'transit-gateway:t': { x: 240, y: 0, width: 672, height: 120 },
      'vpc:a': { x: 0, y: 232, width: 312, height: 472 },
      'subnet:a-services': { x: 24, y: 80, width: 264, height: 144 },
      'workload:service-a': { x: 40, y: 64 },
      'subnet:a-routable': { x: 24, y: 248, width: 264, height: 144 },
      'nat-gateway:a': { x: 40, y: 64 },
      'vpc:b': { x: 384, y: 232, width: 592, height: 472 },
      'subnet:b-services': { x: 24, y: 80, width: 264, height: 144 },
      'workload:service-b': { x: 40, y: 64 },
      'subnet:b-routable-a': { x: 24, y: 248, width: 264, height: 144 },
      'subnet:b-routable-b': { x: 304, y: 248, width: 264, height: 144 },
      // in both routable subnets
      'load-balancer:b': { x: 204, y: 312 },
    },
  }),
}
