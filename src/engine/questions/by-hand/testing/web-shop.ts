/*
 * An internet-facing application in three tiers, IPv4 and IPv6, zones a and b (and appc in c).
 *
 *   pub-a, pub-b   0/0, ::/0 → igw; network ACL pub: in tcp 443-450, 80, 1024-65535, 22 from
 *                  203.0.113/24, of IPv6 tcp 443 only; out everything, of IPv6 tcp 1024-65535
 *                  ALB web, nat-a, nat-b, bastion, mail (Elastic IP on a secondary address), fn, fn2
 *   app-a  0/0 → nat-a, ::/0 → eigw, to igw by prefix lists: partner, office6
 *          app1, cache-a, origin, open, locked, clamp, web tasks
 *   app-b  0/0 → nat-b, ::/0 → eigw                                   app2, cache-b, log, web tasks
 *   app-c  zone c, app-b's table                                      appc
 *   app-d  zone b, a network ACL that lets no ephemeral ports out     api
 *   db-a, db-b     local only; network ACL db: in 5432, out to app-a and app-b   db, db3 | db2
 *
 *   NLB inner (app-a, app-b), internal, without groups, cross-zone off
 *     9000 cache: instances (client kept)        9001 one: only cache-a
 *     9002 cache-ip: by address, cross-zone      9003 far: api, cross-zone
 *     514/udp log: by address, cross-zone (client kept)
 *   NLB front (pub-a), internet-facing, IPv4 and IPv6, without groups: 443 origin, 444 open,
 *     445 open-d (cross-zone)
 *   ALB skew (pub-a, app-b), internet-facing: 443 web, 444 six (IPv6 address of app1)
 *   ALB inside (app-a, app-b), internal, may speak to the web tasks only: 443 web, 444 api
 */
import {
  aclAllow,
  all,
  documentOf,
  egressOnlyInternetGateway,
  elasticIp,
  internetGateway,
  mainTable,
  natGateway,
  networkAcl,
  prefixList,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../../../model/testing/build'
import { elastic, host, rule, sg, type More } from './shorthand'
import { balancers } from './web-shop-balancers'

const igw = 'internet-gateway:igw'
const eigw = 'egress-only-internet-gateway:eigw'
const acl = (name: string) => ({ networkAclId: `network-acl:${name}` })
const v6 = (part: string) => ({ ipv6CidrBlock: `2a05:d018:ee00:${part}::/64` })
const inside = (
  name: string,
  block: string,
  zone: 'a' | 'b' | 'c',
  by: string | null,
  more: More = {},
) =>
  subnet(name, 'shop', `10.20.${block}`, {
    availabilityZone: `eu-west-1${zone}`,
    routeTableId: by && `route-table:${by}`,
    ...more,
  })
const group = (name: string, rules: readonly unknown[], egress?: readonly unknown[]) =>
  securityGroup(name, 'shop', rules, egress ?? [all('0.0.0.0/0'), all('::/0')])

export const shop = documentOf(
  { id: 'internet:net', kind: 'internet', name: 'the internet' },
  vpc('shop', '10.20.0.0/16', { ipv6CidrBlocks: ['2a05:d018:ee00::/56'] }),
  internetGateway('igw', 'shop'),
  egressOnlyInternetGateway('eigw', 'shop'),
  natGateway('nat-a', 'pub-a', { privateIp: '10.20.0.100', publicIp: '52.30.0.100' }),
  natGateway('nat-b', 'pub-b', { privateIp: '10.20.1.100', publicIp: '52.30.0.101' }),
  prefixList('office', ['203.0.113.0/24', '198.51.100.0/25']),
  prefixList('office6', ['2600:1f18:1::/48']),
  prefixList('partner', ['52.95.0.0/16']),

  mainTable('main', 'shop'),
  routeTable('pub', 'shop', { '0.0.0.0/0': igw, '::/0': igw }),
  routeTable('app-a', 'shop', {
    '0.0.0.0/0': 'nat-gateway:nat-a',
    '::/0': eigw,
    'prefix-list:partner': igw,
    'prefix-list:office6': igw,
  }),
  routeTable('app-b', 'shop', { '0.0.0.0/0': 'nat-gateway:nat-b', '::/0': eigw }),
  inside('pub-a', '0.0/24', 'a', 'pub', { ipv6CidrBlock: '2a05:d018:ee00::/64', ...acl('pub') }),
  inside('pub-b', '1.0/24', 'b', 'pub', { ...v6('1'), ...acl('pub') }),
  inside('app-a', '10.0/24', 'a', 'app-a', v6('10')),
  inside('app-b', '11.0/24', 'b', 'app-b', v6('11')),
  inside('app-c', '12.0/24', 'c', 'app-b'),
  inside('app-d', '13.0/24', 'b', 'app-b', acl('app-d')),
  inside('db-a', '20.0/24', 'a', null, acl('db')),
  inside('db-b', '21.0/24', 'b', null, acl('db')),
  networkAcl(
    'pub',
    'shop',
    {
      100: aclAllow('0.0.0.0/0', 'tcp', [443, 450]),
      110: aclAllow('0.0.0.0/0', 'tcp', 80),
      120: aclAllow('203.0.113.0/24', 'tcp', 22),
      130: aclAllow('0.0.0.0/0', 'tcp', [1024, 65535]),
      200: aclAllow('::/0', 'tcp', 443),
    },
    { 100: aclAllow('0.0.0.0/0'), 200: aclAllow('::/0', 'tcp', [1024, 65535]) },
  ),
  networkAcl(
    'app-d',
    'shop',
    { 100: aclAllow('10.20.0.0/16'), 110: aclAllow('0.0.0.0/0', 'tcp', [1024, 65535]) },
    { 100: aclAllow('0.0.0.0/0', 'tcp', 443), 110: aclAllow('10.20.20.0/23', 'tcp', 5432) },
  ),
  networkAcl(
    'db',
    'shop',
    {
      100: aclAllow('10.20.10.0/23', 'tcp', 5432),
      110: aclAllow('10.20.0.0/24', 'tcp', 5432),
      120: aclAllow('10.20.13.0/24', 'tcp', 5432),
    },
    { 100: aclAllow('10.20.10.0/23', 'tcp', [32768, 61000]) },
  ),

  group('alb', [
    tcp([443, 450], '0.0.0.0/0'),
    tcp(80, '0.0.0.0/0'),
    tcp(443, '::/0'),
    tcp(80, '::/0'),
  ]),
  group('web', [tcp(8080, sg('alb')), tcp(8080, sg('inside')), tcp(22, sg('bastion'))]),
  group('inst', [tcp(22, sg('bastion')), tcp(443, '::/0')]),
  group('locked', [tcp(8080, sg('bastion'))]),
  group('api', [tcp(8080, sg('alb')), tcp(9003, '10.20.0.0/16')]),
  group('cache', [tcp(9000, '10.20.10.0/23')]),
  group('log', [rule('udp', '10.20.10.0/24', 514)]),
  group('bastion', [tcp(22, 'prefix-list:office'), tcp(22, 'prefix-list:office6')]),
  group('mail', [tcp(443, '0.0.0.0/0'), tcp(25, '0.0.0.0/0')]),
  group(
    'db',
    [
      tcp(5432, sg('web')),
      tcp(5432, sg('bastion')),
      tcp(5432, sg('api')),
      tcp(5433, sg('db-admin')),
    ],
    [],
  ),
  group('origin', [tcp(8443, '10.20.0.0/24')]),
  group('open', [tcp([8443, 9443], '0.0.0.0/0')]),
  group('inside', [tcp([443, 444], '10.20.0.0/16')], [tcp(8080, sg('web'))]),
  group('clamp', [], [tcp(443, sg('alb')), tcp(9000, sg('cache'))]),
  group('db-admin', [tcp(5432, sg('web'))]),

  host('bastion', 'pub-a', '10.20.0.10', 'bastion', {
    ...elastic('52.30.0.10'),
    secondaryPrivateIpAddresses: ['10.20.0.11'],
    ipv6Addresses: ['2a05:d018:ee00::10'],
  }),
  elasticIp('second', 'workload:bastion', {
    publicIp: '52.30.0.11',
    privateIpAddress: '10.20.0.11',
  }),
  host('mail', 'pub-b', '10.20.1.40', 'mail', { secondaryPrivateIpAddresses: ['10.20.1.41'] }),
  elasticIp('mail', 'workload:mail', { publicIp: '52.30.0.41', privateIpAddress: '10.20.1.41' }),
  workload('web', ['app-a', 'app-b'], {
    workloadType: 'ecs-service',
    securityGroupIds: [sg('web')],
  }),
  host('app1', 'app-a', '10.20.10.10', 'inst', { ipv6Addresses: ['2a05:d018:ee00:10::10'] }),
  host('app2', 'app-b', '10.20.11.10', 'inst'),
  host('cache-a', 'app-a', '10.20.10.50', 'cache'),
  host('cache-b', 'app-b', '10.20.11.50', 'cache'),
  host('log', 'app-b', '10.20.11.40', 'log'),
  host('origin', 'app-a', '10.20.10.70', 'origin'),
  host('open', 'app-a', '10.20.10.71', 'open'),
  host('open-d', 'app-d', '10.20.13.71', 'open'),
  host('clamp', 'app-a', '10.20.10.80', 'clamp'),
  workload('fn', 'pub-a', { workloadType: 'lambda-function', securityGroupIds: [sg('clamp')] }),
  workload('fn2', 'pub-b', { workloadType: 'lambda-function', securityGroupIds: [sg('web')] }),
  host('locked', 'app-a', '10.20.10.60', 'locked'),
  host('appc', 'app-c', '10.20.12.10', 'web'),
  host('api', 'app-d', '10.20.13.10', 'api'),
  workload(
    'db',
    'db-a',
    { workloadType: 'rds-db-instance', securityGroupIds: [sg('db')] },
    { privateIpAddress: '10.20.20.10' },
  ),
  host('db2', 'db-b', '10.20.21.10', 'db'),
  host('db3', 'db-a', '10.20.20.11', 'db-admin'),
  balancers,
)
