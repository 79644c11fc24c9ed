/*
 * Who serves: a VPC that overlaps its consumer, two services behind Network Load Balancers, and
 * consumers of other accounts.
 *
 *   prov 10.20/16  in its own account's zones a and b, no way out
 *     NLB svc (a, b) for clients of 10.20, 10.23 and 10.24, by their own addresses
 *       443 web-a, web-b   444 web-a   445 web-a, cross-zone   446 nobody
 *     NLB free (a) with the same group, which does not count for endpoints: 443 web-free
 *   friend 10.23/16, account 222222222222, a principal of svc: zone a, and a zone it calls a too
 *   stranger 10.24/16, account 333333333333, no principal
 */
import {
  all,
  endpointService,
  interfaceEndpoint,
  listener,
  loadBalancer,
  mainTable,
  securityGroup,
  subnet,
  targetGroup,
  tcp,
  vpc,
} from '../../../../model/testing/build'
import { host, sg } from './shorthand'

const inProv = (name: string, number: number, zone: string) =>
  subnet(name, 'prov', `10.20.${number}.0/24`, {
    availabilityZone: `eu-west-1${zone}`,
    availabilityZoneId: `euw1-az-${zone}`,
  })

const webs = ['workload:web-a', 'workload:web-b']
const instances = { port: 8443 }

export const provider = [
  vpc('prov', '10.20.0.0/16'),
  mainTable('prov', 'prov'),
  inProv('prov-a', 1, 'a'),
  inProv('prov-b', 2, 'b'),
  securityGroup('lb', 'prov', [
    tcp(80, '10.20.0.0/16'),
    tcp([443, 446], '10.20.0.0/16'),
    tcp(443, '10.23.0.0/16'),
    tcp(443, '10.24.0.0/16'),
  ]),
  securityGroup('web', 'prov', [tcp(8443, '10.20.1.20/32'), tcp(8443, '10.20.2.20/32')]),
  securityGroup('web-free', 'prov', [tcp(8443, '10.20.1.21/32')]),
  host('web-a', 'prov-a', '10.20.1.50', 'web'),
  host('web-b', 'prov-b', '10.20.2.50', 'web'),
  host('web-free', 'prov-a', '10.20.1.51', 'web-free'),
  targetGroup('webs', 'prov', webs, instances),
  targetGroup('one', 'prov', ['workload:web-a'], instances),
  targetGroup('one-crossed', 'prov', ['workload:web-a'], { ...instances, crossZone: true }),
  targetGroup('none', 'prov', [], instances),
  targetGroup('free', 'prov', ['workload:web-free'], instances),
  loadBalancer('svc', 'prov', [], {
    type: 'network',
    securityGroupIds: [sg('lb')],
    subnets: {
      'subnet:prov-a': { privateIPv4Address: '10.20.1.20' },
      'subnet:prov-b': { privateIPv4Address: '10.20.2.20' },
    },
    listeners: {
      443: listener('TCP', 'webs'),
      444: listener('TCP', 'one'),
      445: listener('TCP', 'one-crossed'),
      446: listener('TCP', 'none'),
    },
  }),
  loadBalancer('free', 'prov', [], {
    type: 'network',
    securityGroupIds: [sg('lb')],
    enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: false,
    subnets: { 'subnet:prov-a': { privateIPv4Address: '10.20.1.21' } },
    listeners: { 443: listener('TCP', 'free') },
  }),
  endpointService('svc', 'prov', 'svc', {
    acceptanceRequired: true,
    allowedPrincipals: ['222222222222'],
  }),
  endpointService('free', 'prov', 'free', { allowedPrincipals: [] }),

  consumerElsewhere('friend', '10.23', '222222222222'),
  consumerElsewhere('stranger', '10.24', '333333333333'),
  subnet('renamed', 'friend', '10.23.2.0/24', { availabilityZoneId: 'euw1-az-c' }),
  interfaceEndpoint('renamed', 'friend', 'svc', 'renamed', { securityGroupIds: [sg('friend')] }),
]

/** A VPC of another account with one host and an endpoint of svc in zone a. */
function consumerElsewhere(name: string, prefix: string, ownerId: string) {
  return [
    vpc(name, `${prefix}.0.0/16`, { ownerId }),
    mainTable(name, name),
    subnet(name, name, `${prefix}.1.0/24`, { availabilityZoneId: 'euw1-az-a' }),
    securityGroup(name, name, [all(`${prefix}.0.0/16`)]),
    host(name, name, `${prefix}.1.10`, name),
    interfaceEndpoint(name, name, 'svc', name, { securityGroupIds: [sg(name)] }),
  ]
}
