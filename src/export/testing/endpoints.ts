import type { Document } from '../../model/document'
import {
  awsService,
  documentOf,
  endpointService,
  gatewayEndpoint,
  inspectionEndpoint,
  interfaceEndpoint,
  internetGateway,
  listener,
  loadBalancer,
  mainTable,
  networkInterface,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  tcp,
  vpc,
} from '../../model/testing/build'

const other = '222222222222'
const isB = { availabilityZone: 'eu-west-1b' }

/** What serves: a Network Load Balancer in two zones, and a Gateway Load Balancer with an appliance. */
const provider = [
  vpc('serve', '10.0.0.0/16', { enableDnsSupport: true, enableDnsHostnames: true }),
  mainTable('serve-main', 'serve'),
  internetGateway('serve-igw', 'serve'),
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
  networkInterface('appliance', 'serve-b', { sourceDestCheck: false }),
  targetGroup('appliances', 'serve', ['network-interface:appliance'], {
    targetType: 'ip',
    protocol: 'GENEVE',
    port: 6081,
  }),
  loadBalancer('inspector', 'serve', ['serve-a', 'serve-b'], {
    type: 'gateway',
    securityGroupIds: [],
    crossZone: true,
    listeners: { 6081: listener('GENEVE', 'appliances') },
  }),
  endpointService('inspection', 'serve', 'inspector', {
    type: 'GatewayLoadBalancer',
    allowedPrincipals: [other],
  }),
]

/** What uses it, with the same block in another account, and services of AWS beside. */
const consumer = [
  vpc('use', '10.0.0.0/16', { ownerId: other, enableDnsSupport: true, enableDnsHostnames: true }),
  mainTable('use-main', 'use'),
  internetGateway('use-igw', 'use'),
  routeTable('use-app', 'use', { '0.0.0.0/0': 'vpc-endpoint:inspect' }),
  routeTable('use-inspect', 'use', { '0.0.0.0/0': 'internet-gateway:use-igw' }),
  routeTable(
    'use-edge',
    'use',
    { '10.0.0.0/24': 'vpc-endpoint:inspect' },
    {
      gatewayId: 'internet-gateway:use-igw',
    },
  ),
  subnet('use-a', 'use', '10.0.0.0/24', { routeTableId: 'route-table:use-app' }),
  subnet('use-b', 'use', '10.0.1.0/24', { ...isB, routeTableId: 'route-table:use-app' }),
  subnet('use-i', 'use', '10.0.2.0/24', { routeTableId: 'route-table:use-inspect' }),
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
  inspectionEndpoint('inspect', 'use', 'vpc-endpoint-service:inspection', 'use-i'),
]

/** Endpoints of every type, to services of AWS and across accounts, that the emulator deploys. */
export const endpointsDocument = (): Document => documentOf(provider, consumer)
