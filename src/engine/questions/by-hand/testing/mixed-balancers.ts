/*
 * The load balancers of the shop, both internet-facing, in pub-a and pub-b.
 *
 *   ALB front, dualstack   443 web-a, web-b   8443 far, in the peered VPC   8444 far on a shut port
 *                          8445 a redirect
 *   NLB line, no groups, cross-zone off
 *     81, 82   web-a, web-b by instance: client kept   83  by address: client not kept
 *     84  web-a alone   85  web-a alone, cross-zone for this group
 *     86  far by address, client kept   87  far by address, client not kept   53  UDP
 */
import {
  listener,
  loadBalancer,
  securityGroup,
  targetGroup,
  tcp,
} from '../../../../model/testing/build'
import { sg } from './shorthand'

const webs = ['workload:web-a', 'workload:web-b']
const far = ['10.41.1.10']
const byIp = { targetType: 'ip' }
const http = { protocol: 'HTTP' }

export const mixedBalancers = [
  securityGroup('alb', 'shop', [
    tcp(80, '0.0.0.0/0'),
    tcp(443, '0.0.0.0/0'),
    tcp(443, '::/0'),
    tcp([8443, 8445], '0.0.0.0/0'),
  ]),
  targetGroup('front', 'shop', webs, { ...http, port: 8080 }),
  targetGroup('front-far', 'shop', far, { ...http, ...byIp, port: 8080 }),
  targetGroup('front-shut', 'shop', far, { ...http, ...byIp, port: 9000 }),
  loadBalancer('front', 'shop', [], {
    scheme: 'internet-facing',
    ipAddressType: 'dualstack',
    crossZone: true,
    securityGroupIds: [sg('alb')],
    subnets: {
      'subnet:pub-a': {
        privateIPv4Address: '10.40.0.20',
        publicIp: '52.80.0.1',
        ipv6Address: '2a05:d018:1000::20',
      },
      'subnet:pub-b': {
        privateIPv4Address: '10.40.1.20',
        publicIp: '52.80.0.2',
        ipv6Address: '2a05:d018:1000:1::20',
      },
    },
    listeners: {
      443: listener('HTTPS', 'front'),
      8443: listener('HTTPS', 'front-far'),
      8444: listener('HTTPS', 'front-shut'),
      8445: { protocol: 'HTTP', defaultAction: { type: 'redirect' } },
    },
  }),

  targetGroup('open', 'shop', webs, { port: 8081 }),
  targetGroup('shut', 'shop', webs, { port: 8080 }),
  targetGroup('unkept', 'shop', ['10.40.10.10', '10.40.11.10'], { ...byIp, port: 8082 }),
  targetGroup('one', 'shop', ['workload:web-a'], { port: 8081 }),
  targetGroup('one-crossed', 'shop', ['workload:web-a'], { port: 8081, crossZone: true }),
  targetGroup('far-kept', 'shop', far, { ...byIp, port: 8081, preserveClientIp: true }),
  targetGroup('far-unkept', 'shop', far, { ...byIp, port: 8080 }),
  targetGroup('names', 'shop', webs, { protocol: 'UDP', port: 53 }),
  loadBalancer('line', 'shop', [], {
    type: 'network',
    scheme: 'internet-facing',
    securityGroupIds: null,
    subnets: {
      'subnet:pub-a': { privateIPv4Address: '10.40.0.30', publicIp: '52.80.1.1' },
      'subnet:pub-b': { privateIPv4Address: '10.40.1.30', publicIp: '52.80.1.2' },
    },
    listeners: {
      81: listener('TCP', 'open'),
      82: listener('TCP', 'shut'),
      83: listener('TCP', 'unkept'),
      84: listener('TCP', 'one'),
      85: listener('TCP', 'one-crossed'),
      86: listener('TCP', 'far-kept'),
      87: listener('TCP', 'far-unkept'),
      53: listener('UDP', 'names'),
    },
  }),
]
