import type { Document } from '../../model/document'
import {
  documentOf,
  internetGateway,
  listener,
  loadBalancer,
  mainTable,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'

const network = [
  vpc('shop', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/20'] }),
  internetGateway('igw', 'shop'),
  mainTable('main', 'shop'),
  routeTable('public', 'shop', { '0.0.0.0/0': 'internet-gateway:igw' }),
  ...['a', 'b'].flatMap((zone, index) => [
    subnet(`public-${zone}`, 'shop', `10.0.${index}.0/24`, {
      availabilityZone: `eu-west-1${zone}`,
      routeTableId: 'route-table:public',
    }),
    subnet(`app-${zone}`, 'shop', `10.0.1${index}.0/24`, { availabilityZone: `eu-west-1${zone}` }),
  ]),
  securityGroup('web', 'shop', [tcp(443, '0.0.0.0/0')]),
  workload('tasks', ['app-a', 'app-b'], { workloadType: 'generic' }),
  workload('vm', 'app-a'),
  workload('service', ['app-a', 'app-b'], { workloadType: 'ecs-service' }),
]

const both = (name: string) => ['a', 'b'].map((zone) => `${name}-${zone}`)
const to = (name: string, weight = 1) => ({ [`target-group:${name}`]: { weight } })
const forward = (...groups: readonly object[]) => ({
  type: 'forward',
  targetGroups: Object.assign({}, ...groups) as object,
})

const groups = [
  targetGroup('blue', 'shop', ['workload:tasks'], {
    targetType: 'ip',
    protocol: 'HTTP',
    port: 8080,
    healthCheckPort: 9090,
    crossZone: false,
    tags: { Stage: 'prod: 100% "live"' },
  }),
  targetGroup('green', 'shop', ['10.0.10.9', { ipAddress: '192.168.7.7', port: 8081 }], {
    targetType: 'ip',
    protocol: 'HTTP',
    port: 8080,
  }),
  targetGroup('vm', 'shop', ['workload:vm'], { protocol: 'HTTPS', port: 443 }),
  targetGroup('service', 'shop', ['workload:service'], { targetType: 'ip', protocol: 'HTTP' }),
  targetGroup('alb', 'shop', ['load-balancer:web'], { targetType: 'alb', protocol: 'TCP' }),
  targetGroup('dns', 'shop', [{ targetId: 'workload:tasks', health: 'unhealthy' }], {
    targetType: 'ip',
    protocol: 'TCP_UDP',
    port: 53,
    healthCheckPort: 5353,
    preserveClientIp: true,
    crossZone: true,
  }),
  targetGroup('tls', 'shop', ['workload:tasks'], {
    targetType: 'ip',
    protocol: 'TCP',
    port: 8443,
    preserveClientIp: false,
  }),
]

const balancers = [
  loadBalancer('web', 'shop', both('public'), {
    name: 'Shop: web & more',
    scheme: 'internet-facing',
    securityGroupIds: ['security-group:web'],
    listeners: {
      80: {
        protocol: 'HTTP',
        defaultAction: { type: 'redirect' },
        rules: {
          10: { pathPatterns: ['/health', '/health/*'], action: { type: 'fixed-response' } },
          20: {
            hostHeaders: ['shop.example.com'],
            pathPatterns: ['/api/*'],
            action: forward(to('blue', 90), to('green', 10)),
          },
        },
      },
      443: {
        ...listener('HTTPS', 'service'),
        rules: {
          5: { hostHeaders: ['vm.example.com'], action: forward(to('vm')) },
          6: { hostHeaders: ['old.example.com'], action: { type: 'redirect' } },
        },
      },
    },
  }),
  loadBalancer('front', 'shop', [], {
    type: 'network',
    scheme: 'internet-facing',
    securityGroupIds: ['security-group:web'],
    crossZone: true,
    subnets: { 'subnet:public-a': { publicIp: '203.0.113.20' }, 'subnet:public-b': {} },
    listeners: { 80: listener('TCP', 'alb') },
  }),
  loadBalancer('inner', 'shop', [], {
    type: 'network',
    securityGroupIds: null,
    subnets: { 'subnet:app-a': { privateIPv4Address: '10.0.10.50' }, 'subnet:app-b': {} },
    listeners: { 53: listener('TCP_UDP', 'dns'), 443: listener('TLS', 'tls') },
  }),
]

/** Load balancers of both types with every kind of listener, action and target. */
export const balancingDocument = (): Document => documentOf(network, groups, balancers)
