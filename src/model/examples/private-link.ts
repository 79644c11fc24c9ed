import { allOutbound, assemble, tcpFrom, type Example } from './example'
import { mainAccount } from './small-vpc'

type Letter = 'a' | 'b'

/** The block of both VPCs, and the same two subnets in each. */
const block = '10.0.0.0/16'
const services = '10.0.0.0/24'
const front = '10.0.1.0/24'

const vpc = (letter: Letter) => ({
  id: `vpc:${letter}`,
  kind: 'vpc',
  name: `VPC ${letter.toUpperCase()}`,
  ownerId: mainAccount.id,
  region: 'eu-west-1',
  cidrBlock: block,
  enableDnsSupport: true,
  enableDnsHostnames: true,
})

/** Nothing but the local route: PrivateLink needs no other. */
const mainTable = (letter: Letter) => ({
  id: `route-table:${letter}`,
  kind: 'route-table',
  name: `${letter.toUpperCase()} main`,
  vpcId: `vpc:${letter}`,
  main: true,
})

const subnet = (name: string, letter: Letter, cidrBlock: string) => ({
  id: `subnet:${letter}-${name}`,
  kind: 'subnet',
  name: `${letter}-${name}`,
  vpcId: `vpc:${letter}`,
  availabilityZone: 'eu-west-1a',
  cidrBlock,
})

const group = (name: string, letter: Letter, ingress: object) => ({
  id: `security-group:${name}`,
  kind: 'security-group',
  name,
  vpcId: `vpc:${letter}`,
  description: name,
  ingress,
  egress: allOutbound,
})

const service = (letter: Letter) => ({
  id: `workload:service-${letter}`,
  kind: 'workload',
  name: `Service ${letter.toUpperCase()}`,
  workloadType: 'ecs-service',
  interfaces: { [`subnet:${letter}-services`]: {} },
  securityGroupIds: [`security-group:service-${letter}`],
})

/** One service, offered to a VPC that has the same block, without any route between the two. */
export const privateLink: Example = {
  id: 'private-link',
  title: 'One service across overlapping VPCs by PrivateLink',
  about:
    'Two VPCs have the same block, and one offers a service to the other: an interface endpoint stands for it in the VPC of the client, and AWS PrivateLink leads to the Network Load Balancer behind it.',
  story: [
    'Look at the path from service A to the endpoint: behind it the load balancer knows the client by its own address, and service B sees the load balancer alone.',
    'Open the route tables: both hold the local route and nothing else. PrivateLink is no way between networks, so it takes no routes.',
    'Set the state of the endpoint to pendingAcceptance: the owner of the service has to accept it first.',
    'Put the subnet of the endpoint into eu-west-1b: the service has no load balancer node there.',
    'Ask the other way, from service B to service A: nobody opens a connection out of a service.',
  ],
  flow: {
    source: 'workload:service-a',
    destination: 'vpc-endpoint:a',
    protocol: 'tcp',
    port: 443,
  },
  document: assemble({
    name: 'One service across overlapping VPCs by PrivateLink',
    description: 'Two VPCs with the same block, and an endpoint service between them.',
    accounts: [mainAccount],
    resources: [
      vpc('a'),
      mainTable('a'),
      subnet('services', 'a', services),
      subnet('endpoints', 'a', front),
      group('service-a', 'a', {}),
      service('a'),
      group('endpoint-a', 'a', { 'rule-1': tcpFrom(443, services, 'from service A') }),
      {
        id: 'vpc-endpoint:a',
        kind: 'vpc-endpoint',
        name: 'Endpoint for service B',
        vpcId: 'vpc:a',
        vpcEndpointType: 'Interface',
        serviceId: 'vpc-endpoint-service:b',
        subnets: { 'subnet:a-endpoints': {} },
        securityGroupIds: ['security-group:endpoint-a'],
      },
      vpc('b'),
      mainTable('b'),
      subnet('services', 'b', services),
      subnet('balancers', 'b', front),
      group('service-b', 'b', {
        'rule-1': {
          ipProtocol: 'tcp',
          fromPort: 443,
          toPort: 443,
          referencedGroupId: 'security-group:nlb-b',
          description: 'from the load balancer',
        },
      }),
      service('b'),
      group('nlb-b', 'b', { 'rule-1': tcpFrom(443, services, 'clients of endpoints') }),
      {
        id: 'target-group:b',
        kind: 'target-group',
        name: 'service-b-tg',
        vpcId: 'vpc:b',
        targetType: 'ip',
        protocol: 'TCP',
        port: 443,
        targets: { 'target-1': { targetId: 'workload:service-b' } },
      },
      {
        id: 'load-balancer:b',
        kind: 'load-balancer',
        name: 'NLB B',
        vpcId: 'vpc:b',
        type: 'network',
        scheme: 'internal',
        subnets: { 'subnet:b-balancers': {} },
        securityGroupIds: ['security-group:nlb-b'],
        listeners: {
          443: {
            protocol: 'TCP',
            defaultAction: { type: 'forward', targetGroups: { 'target-group:b': {} } },
          },
        },
      },
      {
        id: 'vpc-endpoint-service:b',
        kind: 'vpc-endpoint-service',
        name: 'Service B for others',
        vpcId: 'vpc:b',
        loadBalancerIds: ['load-balancer:b'],
      },
    ],
    layout: {
      'vpc:a': { x: 0, y: 0, width: 312, height: 472 },
      'subnet:a-services': { x: 24, y: 80, width: 264, height: 144 },
      'workload:service-a': { x: 40, y: 64 },
      'subnet:a-endpoints': { x: 24, y: 248, width: 264, height: 144 },
      'vpc-endpoint:a': { x: 16, y: 64 },
      'vpc:b': { x: 384, y: 0, width: 552, height: 472 },
      'vpc-endpoint-service:b': { x: 24, y: 168 },
      'subnet:b-services': { x: 264, y: 80, width: 264, height: 144 },
      'workload:service-b': { x: 40, y: 64 },
      'subnet:b-balancers': { x: 264, y: 248, width: 264, height: 144 },
      'load-balancer:b': { x: 24, y: 64 },
    },
  }),
}
