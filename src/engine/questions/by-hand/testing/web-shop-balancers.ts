import { listener, loadBalancer, targetGroup } from '../../../../model/testing/build'
import { sg } from './shorthand'

const http = { protocol: 'HTTP', port: 8080 }
const byAddress = { targetType: 'ip', crossZone: true }

/** The load balancers of the web shop and their targets. */
export const balancers: readonly unknown[] = [
  targetGroup('web', 'shop', ['workload:web'], { ...http, targetType: 'ip' }),
  targetGroup('empty', 'shop', [], http),
  targetGroup('locked', 'shop', ['workload:locked'], http),
  targetGroup('api', 'shop', ['workload:api'], http),
  targetGroup('far', 'shop', ['workload:appc'], http),
  targetGroup(
    'half',
    'shop',
    ['workload:web', { targetId: 'workload:locked', health: 'unhealthy' }],
    { ...http, targetType: 'ip' },
  ),
  targetGroup('down', 'shop', [{ targetId: 'workload:locked', health: 'unhealthy' }], http),
  loadBalancer('web', 'shop', [], {
    scheme: 'internet-facing',
    ipAddressType: 'dualstack',
    crossZone: true,
    securityGroupIds: [sg('alb')],
    subnets: {
      'subnet:pub-a': {
        privateIPv4Address: '10.20.0.20',
        publicIp: '52.30.0.20',
        ipv6Address: '2a05:d018:ee00::20',
      },
      'subnet:pub-b': {
        privateIPv4Address: '10.20.1.20',
        publicIp: '52.30.0.21',
        ipv6Address: '2a05:d018:ee00:1::20',
      },
    },
    listeners: {
      80: { protocol: 'HTTP', defaultAction: { type: 'redirect' } },
      443: listener('HTTPS', 'web'),
      444: listener('HTTPS', 'empty'),
      445: listener('HTTPS', 'locked'),
      446: listener('HTTPS', 'api'),
      447: listener('HTTPS', 'far'),
      448: listener('HTTPS', 'half'),
      449: listener('HTTPS', 'down'),
    },
  }),

  targetGroup('cache', 'shop', ['workload:cache-a', 'workload:cache-b'], { port: 9000 }),
  targetGroup('one', 'shop', ['workload:cache-a'], { port: 9000 }),
  targetGroup('cache-ip', 'shop', ['10.20.10.50'], { ...byAddress, port: 9000 }),
  targetGroup('far-api', 'shop', ['workload:api'], { port: 9003, crossZone: true }),
  targetGroup('log', 'shop', ['10.20.11.40'], { ...byAddress, protocol: 'UDP', port: 514 }),
  loadBalancer('inner', 'shop', [], {
    type: 'network',
    securityGroupIds: null,
    subnets: {
      'subnet:app-a': { privateIPv4Address: '10.20.10.30' },
      'subnet:app-b': { privateIPv4Address: '10.20.11.30' },
    },
    listeners: {
      9000: listener('TCP', 'cache'),
      9001: listener('TCP', 'one'),
      9002: listener('TCP', 'cache-ip'),
      9003: listener('TCP', 'far-api'),
      514: listener('UDP', 'log'),
    },
  }),

  targetGroup('origin', 'shop', ['workload:origin'], { port: 8443 }),
  targetGroup('open', 'shop', ['workload:open'], { port: 8443 }),
  targetGroup('open-d', 'shop', ['workload:open-d'], { port: 9443, crossZone: true }),
  loadBalancer('front', 'shop', [], {
    type: 'network',
    scheme: 'internet-facing',
    ipAddressType: 'dualstack',
    securityGroupIds: null,
    subnets: {
      'subnet:pub-a': {
        privateIPv4Address: '10.20.0.25',
        publicIp: '52.30.0.25',
        ipv6Address: '2a05:d018:ee00::25',
      },
    },
    listeners: {
      443: listener('TCP', 'origin'),
      444: listener('TCP', 'open'),
      445: listener('TCP', 'open-d'),
    },
  }),
  loadBalancer('inside', 'shop', ['app-a', 'app-b'], {
    crossZone: true,
    securityGroupIds: [sg('inside')],
    listeners: { 443: listener('HTTPS', 'web'), 444: listener('HTTPS', 'api') },
  }),

  targetGroup('six', 'shop', ['2a05:d018:ee00:10::10'], {
    targetType: 'ip',
    ipAddressType: 'ipv6',
    protocol: 'HTTPS',
    port: 443,
  }),
  loadBalancer('skew', 'shop', [], {
    scheme: 'internet-facing',
    ipAddressType: 'dualstack',
    crossZone: true,
    securityGroupIds: [sg('alb')],
    subnets: {
      'subnet:pub-a': {
        privateIPv4Address: '10.20.0.31',
        publicIp: '52.30.0.31',
        ipv6Address: '2a05:d018:ee00::31',
      },
      'subnet:app-b': {
        privateIPv4Address: '10.20.11.31',
        publicIp: '52.30.0.32',
        ipv6Address: '2a05:d018:ee00:11::31',
      },
    },
    listeners: { 443: listener('HTTPS', 'web'), 444: listener('HTTPS', 'six') },
  }),
]
