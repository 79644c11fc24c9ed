import type { Document } from '../../model/document'
import {
  awsService,
  documentOf,
  endpointService,
  gatewayEndpoint,
  inspectionEndpoint,
  interfaceEndpoint,
  internetGateway,
  latticeAssociation,
  listener,
  loadBalancer,
  mainTable,
  networkFirewall,
  networkInterface,
  routeTable,
  securityGroup,
  serviceNetwork,
  subnet,
  targetGroup,
  tcp,
  tens,
  vpc,
  workload,
} from '../../model/testing/build'

const other = '222222222222'
const isB = { availabilityZone: 'eu-west-1b' }

/** What serves: a Network Load Balancer in two zones. */
const provider = [
  vpc('serve', '10.0.0.0/16', { enableDnsSupport: true, enableDnsHostnames: true }),
  mainTable('serve-main', 'serve'),
  subnet('serve-a', 'serve', '10.0.0.0/24'),
  subnet('serve-b', 'serve', '10.0.1.0/24', isB),
  networkInterface('server', 'serve-a', { privateIpAddress: '10.0.0.10' }),
  targetGroup('servers', 'serve', ['network-interface:server'], { targetType: 'ip' }),
  loadBalancer('front', 'serve', ['serve-a', 'serve-b'], {
    type: 'network',
    securityGroupIds: null,
    listeners: { 443: listener('TCP', 'servers') },
  }),
  endpointService('offer', 'serve', 'front', {
    acceptanceRequired: true,
    allowedPrincipals: [other],
    tags: { Owner: 'serving team' },
  }),
]

/** What uses it, with the same block in another account, and services of AWS beside. */
const consumer = [
  vpc('use', '10.0.0.0/16', { ownerId: other, enableDnsSupport: true, enableDnsHostnames: true }),
  mainTable('use-main', 'use'),
  routeTable('use-app', 'use'),
  subnet('use-a', 'use', '10.0.0.0/24', { routeTableId: 'route-table:use-app' }),
  subnet('use-b', 'use', '10.0.1.0/24', isB),
  securityGroup('use-endpoint', 'use', [tcp(443, '10.0.0.0/16')]),
  awsService('storage', { service: 's3', region: 'eu-west-1' }),
  awsService('tables', { service: 'dynamodb', region: 'eu-west-1' }),
  gatewayEndpoint('to-storage', 'use', 'storage', ['use-main', 'use-app']),
  gatewayEndpoint('to-tables', 'use', 'tables', ['use-app']),
  interfaceEndpoint('storage-by-name', 'use', 'aws-service:storage', 'use-a', {
    securityGroupIds: ['security-group:use-endpoint'],
    privateDnsEnabled: true,
  }),
  interfaceEndpoint('to-offer', 'use', 'offer', ['use-a', 'use-b']),
]

/** A service network that the VPC of what serves uses; nothing answers in it yet. */
const lattice = [
  serviceNetwork('mesh', {}, { services: { one: { serviceName: 'orders', protocol: 'HTTP' } } }),
  latticeAssociation('serve to mesh', 'serve', 'mesh'),
]

/** Endpoints to services of AWS and across accounts, and VPC Lattice, as the emulator deploys them. */
export const endpointsDocument = (): Document => documentOf(provider, consumer, lattice)

/** Appliances behind a Gateway Load Balancer, and who sends everything through them. */
const appliances = [
  vpc('inspect', '10.1.0.0/16'),
  internetGateway('inspect-igw', 'inspect'),
  subnet('inspect-a', 'inspect', '10.1.0.0/24'),
  subnet('inspect-b', 'inspect', '10.1.1.0/24', isB),
  networkInterface('appliance', 'inspect-b', { sourceDestCheck: false }),
  targetGroup('appliances', 'inspect', ['network-interface:appliance'], {
    targetType: 'ip',
    protocol: 'GENEVE',
    port: 6081,
  }),
  loadBalancer('inspector', 'inspect', ['inspect-a', 'inspect-b'], {
    type: 'gateway',
    securityGroupIds: [],
    crossZone: true,
    listeners: { 6081: listener('GENEVE', 'appliances') },
  }),
  endpointService('inspection', 'inspect', 'inspector', {
    type: 'GatewayLoadBalancer',
    acceptanceRequired: true,
    allowedPrincipals: [other],
  }),
  vpc('app', '10.2.0.0/16', { ownerId: other }),
  internetGateway('app-igw', 'app'),
  routeTable('app', 'app', { '0.0.0.0/0': 'vpc-endpoint:through' }),
  routeTable('app-through', 'app', { '0.0.0.0/0': 'internet-gateway:app-igw' }),
  routeTable(
    'app-edge',
    'app',
    { '10.2.0.0/24': 'vpc-endpoint:through' },
    { gatewayId: 'internet-gateway:app-igw' },
  ),
  subnet('app', 'app', '10.2.0.0/24', { routeTableId: 'route-table:app' }),
  subnet('app-through', 'app', '10.2.1.0/24', { routeTableId: 'route-table:app-through' }),
  inspectionEndpoint('through', 'app', 'vpc-endpoint-service:inspection', 'app-through'),
]

/** Appliances that traffic is sent through, as the emulator deploys them from Terraform. */
export const appliancesDocument = (): Document => documentOf(appliances)

/** Rules of each engine in every form, with a rule group of somebody else between. */
const firewalls = [
  vpc('fire', '10.3.0.0/16'),
  routeTable('fire-app', 'fire', { '0.0.0.0/0': 'vpc-endpoint:fire-a' }),
  subnet('fire-app', 'fire', '10.3.0.0/24', { routeTableId: 'route-table:fire-app' }),
  subnet('fire-a', 'fire', '10.3.1.0/28'),
  subnet('fire-b', 'fire', '10.3.1.16/28', isB),
  inspectionEndpoint('fire-a', 'fire', 'wall', 'fire-a'),
  inspectionEndpoint('fire-b', 'fire', 'wall', 'fire-b'),
  networkFirewall(
    'wall',
    'fire',
    [
      { action: 'PASS', protocol: 'tcp', fromPort: 443, toPort: 443, description: 'HTTPS' },
      { action: 'ALERT', protocol: 'udp', source: '10.0.0.0/8', direction: 'ANY' },
      { action: 'OTHER_RULE_GROUP', description: 'managed threat signatures' },
      { action: 'REJECT', fromPort: 1000, toPort: 2000 },
      { action: 'DROP', protocol: 'icmp', destination: '2001:db8::/32' },
      { action: 'DROP' },
    ],
    {
      ruleOrder: 'STRICT_ORDER',
      statefulDefaultAction: 'aws:drop_established',
      statelessDefaultAction: 'aws:drop',
      statelessRules: tens([
        { action: 'aws:pass', protocol: 'icmp', source: '10.0.0.0/8' },
        { action: 'OTHER_RULE_GROUP' },
        { action: 'aws:drop', protocol: '47' },
        { action: 'aws:forward_to_sfe', sourceFromPort: 1024, sourceToPort: 65535 },
        { action: 'aws:forward_to_sfe', destination: '10.3.0.0/16' },
      ]),
    },
  ),
]

/** VPC Lattice with targets, an account that it is shared with, and what needs a domain name. */
const shared = [
  vpc('home', '10.4.0.0/16'),
  subnet('home-a', 'home', '10.4.0.0/24'),
  subnet('home-b', 'home', '10.4.1.0/24', isB),
  workload('tasks', 'home-a', { workloadType: 'generic' }),
  targetGroup('pages', 'home', [], { protocol: 'HTTP' }),
  loadBalancer('web', 'home', ['home-a', 'home-b'], {
    listeners: { 80: listener('HTTP', 'pages') },
  }),
  vpc('guest', '10.5.0.0/16', { ownerId: other }),
  securityGroup('guests', 'guest', [tcp(443, '10.5.0.0/16')]),
  serviceNetwork(
    'Shared Mesh',
    {},
    {
      authType: 'AWS_IAM',
      services: {
        one: { serviceName: 'orders', port: 443, targetId: 'workload:tasks' },
        two: { serviceName: 'orders', protocol: 'HTTP', port: 80, targetId: 'load-balancer:web' },
        three: { serviceName: 'db', protocol: 'TLS_PASSTHROUGH', targetId: 'workload:tasks' },
      },
    },
  ),
  latticeAssociation('home to mesh', 'home', 'Shared Mesh'),
  latticeAssociation('guest to mesh', 'guest', 'Shared Mesh', {
    securityGroupIds: ['security-group:guests'],
  }),
  awsService('queues', { service: 'any', region: 'eu-west-1' }),
  interfaceEndpoint('to-queues', 'home', 'aws-service:queues', 'home-a', {
    subnets: { 'subnet:home-a': { privateIp: '10.4.0.20' } },
  }),
]

/** What the emulator cannot deploy: firewalls, shared service networks, chosen addresses. */
export const undeployedDocument = (): Document => documentOf(appliances, firewalls, shared)
