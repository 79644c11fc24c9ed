/*
 * Two accounts on one transit gateway with two route tables, and central egress.
 *
 *   account 1   egress 10.0/16    eg-tgw-a → nat-a (eg-pub-a: 10/8 → tgw)      proxy-a
 *                                 eg-tgw-b → nat-b (eg-pub-b: 10.1, 10.3 → tgw) proxy-b
 *               shared 10.3/16    sh-a: ci, c6    sh-b: box (a network ACL; only 10.1/16 → tgw)
 *   account 2   dev    10.1/16    dev-a, d6 | dev-b, dev-l | dev-c: its zone is not attached
 *               prod   10.2/16    prod-a (a network ACL) | prod-b | db (local only)
 *                                 prod-tgw-b has a network ACL, prod-tgw-a none
 *                                 sh-q: q (quarantined)
 *   spokes      dev, prod:        shared propagates, 0/0 egress, blackholes for 10.1/16, 10.2/16
 *                                 and quarantine (a prefix list: 10.3.9/24)
 *   core        shared, egress:   dev, prod, shared propagate, 0/0 egress
 *
 * Security group referencing: on at the transit gateway, dev and shared; off at prod.
 */
import {
  aclAllow,
  all,
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  networkAcl,
  prefixList,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
} from '../../../../model/testing/build'
import { elastic, host, rule, sg, type More } from './shorthand'

const tgw = 'transit-gateway:core'
const igw = 'internet-gateway:igw'
const other = '222222222222'
const dev6 = '2a05:d018:d100::/56'
const shared6 = '2a05:d018:d300::/56'
const theirs = new Set(['dev', 'prod'])
const same = { a: 'euw1-az1', b: 'euw1-az2', c: 'euw1-az3' }
/** Which zones account 2 means by its names: what it calls a may be b in account 1. (VPC-24) */
const zoneIds = {
  same,
  shuffled: { a: 'euw1-az2', b: 'euw1-az1', c: 'euw1-az3' },
  unsaid: { a: null, b: null, c: null },
}

interface Variant {
  readonly referencing?: boolean
  readonly zones?: keyof typeof zoneIds
  /** Further static routes of the table `spokes`. */
  readonly spokes?: Readonly<Record<string, string | null>>
}

export function segmentedHub({ referencing = true, zones = 'same', spokes = {} }: Variant = {}) {
  const inside = (
    name: string,
    of: string,
    block: string,
    zone: 'a' | 'b' | 'c',
    by: string | null = null,
    more: More = {},
  ) =>
    subnet(name, of, block, {
      availabilityZone: `eu-west-1${zone}`,
      availabilityZoneId: (theirs.has(of) ? zoneIds[zones] : same)[zone],
      routeTableId: by && `route-table:${by}`,
      ...more,
    })

  return documentOf(
    { id: 'internet:net', kind: 'internet', name: 'the internet' },
    vpc('egress', '10.0.0.0/16'),
    vpc('dev', '10.1.0.0/16', { ownerId: other, ipv6CidrBlocks: [dev6] }),
    vpc('prod', '10.2.0.0/16', { ownerId: other }),
    vpc('shared', '10.3.0.0/16', { ipv6CidrBlocks: [shared6] }),
    prefixList('corp', ['10.3.0.0/16'], { ownerId: other }),
    prefixList('detour', ['10.3.0.0/16']),
    prefixList('quarantine', ['10.3.9.0/24']),
    internetGateway('igw', 'egress'),
    natGateway('nat-a', 'eg-pub-a', { privateIp: '10.0.1.100', publicIp: '52.20.0.100' }),
    natGateway('nat-b', 'eg-pub-b', { privateIp: '10.0.2.100', publicIp: '52.20.0.101' }),

    transitGateway('core', {
      defaultRouteTableAssociation: false,
      defaultRouteTablePropagation: false,
      securityGroupReferencingSupport: referencing,
      sharedWith: [other],
    }),
    tgwAttachment('dev', 'core', 'dev', ['dev-tgw-a', 'dev-tgw-b'], { ipv6Support: true }),
    tgwAttachment('prod', 'core', 'prod', ['prod-tgw-a', 'prod-tgw-b'], {
      securityGroupReferencingSupport: false,
    }),
    tgwAttachment('shared', 'core', 'shared', ['sh-tgw-a', 'sh-tgw-b'], { ipv6Support: true }),
    tgwAttachment('egress', 'core', 'egress', ['eg-tgw-a', 'eg-tgw-b']),
    tgwRouteTable('spokes', 'core', {
      associations: ['dev', 'prod'],
      propagations: ['shared'],
      routes: {
        '0.0.0.0/0': 'egress',
        '10.1.0.0/16': null,
        '10.2.0.0/16': null,
        'prefix-list:quarantine': null,
        ...spokes,
      },
    }),
    tgwRouteTable('core', 'core', {
      associations: ['shared', 'egress'],
      propagations: ['dev', 'prod', 'shared'],
      routes: { '0.0.0.0/0': 'egress' },
    }),

    mainTable('dev-main', 'dev', { '0.0.0.0/0': tgw, '::/0': tgw }),
    routeTable('dev-tgw', 'dev'),
    mainTable('prod-main', 'prod'),
    routeTable('prod-app', 'prod', { '0.0.0.0/0': tgw }),
    mainTable('sh-main', 'shared'),
    routeTable('sh-app', 'shared', {
      '10.1.0.0/16': tgw,
      '10.2.0.0/16': tgw,
      '0.0.0.0/0': tgw,
      [dev6]: tgw,
    }),
    routeTable('sh-b', 'shared', { '10.1.0.0/16': tgw }),
    mainTable('eg-main', 'egress'),
    routeTable('eg-tgw-a', 'egress', { '0.0.0.0/0': 'nat-gateway:nat-a' }),
    routeTable('eg-tgw-b', 'egress', { '0.0.0.0/0': 'nat-gateway:nat-b' }),
    routeTable('eg-pub-a', 'egress', { '0.0.0.0/0': igw, '10.0.0.0/8': tgw }),
    routeTable('eg-pub-b', 'egress', {
      '0.0.0.0/0': igw,
      '10.1.0.0/16': tgw,
      '10.3.0.0/16': tgw,
    }),

    inside('eg-tgw-a', 'egress', '10.0.255.0/28', 'a', 'eg-tgw-a'),
    inside('eg-tgw-b', 'egress', '10.0.255.16/28', 'b', 'eg-tgw-b'),
    inside('eg-pub-a', 'egress', '10.0.1.0/24', 'a', 'eg-pub-a'),
    inside('eg-pub-b', 'egress', '10.0.2.0/24', 'b', 'eg-pub-b'),
    inside('dev-tgw-a', 'dev', '10.1.255.0/28', 'a', 'dev-tgw'),
    inside('dev-tgw-b', 'dev', '10.1.255.16/28', 'b', 'dev-tgw'),
    inside('dev-a', 'dev', '10.1.1.0/24', 'a', null, { ipv6CidrBlock: '2a05:d018:d100:1::/64' }),
    inside('dev-b', 'dev', '10.1.2.0/24', 'b'),
    inside('dev-c', 'dev', '10.1.3.0/24', 'c'),
    inside('prod-tgw-a', 'prod', '10.2.255.0/28', 'a'),
    inside('prod-tgw-b', 'prod', '10.2.255.16/28', 'b', null, {
      networkAclId: 'network-acl:prod-tgw',
    }),
    inside('prod-a', 'prod', '10.2.1.0/24', 'a', 'prod-app', {
      networkAclId: 'network-acl:prod-app',
    }),
    inside('prod-b', 'prod', '10.2.2.0/24', 'b', 'prod-app'),
    inside('prod-db', 'prod', '10.2.9.0/24', 'a'),
    inside('sh-tgw-a', 'shared', '10.3.255.0/28', 'a'),
    inside('sh-tgw-b', 'shared', '10.3.255.16/28', 'b'),
    inside('sh-a', 'shared', '10.3.1.0/24', 'a', 'sh-app', {
      ipv6CidrBlock: '2a05:d018:d300:1::/64',
    }),
    inside('sh-b', 'shared', '10.3.2.0/24', 'b', 'sh-b', { networkAclId: 'network-acl:sh-b' }),

    inside('sh-q', 'shared', '10.3.9.0/24', 'a', 'sh-app'),

    networkAcl(
      'prod-app',
      'prod',
      {
        100: aclAllow('10.3.0.0/16', 'tcp', 443),
        110: aclAllow('0.0.0.0/0', 'tcp', [1024, 65535]),
        120: aclAllow('10.0.0.0/8', 'icmp'),
      },
      {
        100: aclAllow('0.0.0.0/0', 'tcp', 443),
        110: aclAllow('10.3.0.0/16', 'tcp', [32768, 65535]),
        120: aclAllow('10.3.0.0/16', 'udp', 53),
      },
    ),
    networkAcl(
      'prod-tgw',
      'prod',
      {
        100: aclAllow('10.2.0.0/16', 'tcp', 443),
        110: aclAllow('10.2.0.0/16', 'tcp', [1024, 65535]),
      },
      {
        100: aclAllow('10.2.0.0/16', 'tcp', 443),
        110: aclAllow('10.2.0.0/16', 'tcp', [1024, 65535]),
      },
    ),
    networkAcl(
      'sh-b',
      'shared',
      { 100: aclAllow('10.0.0.0/8') },
      { 100: aclAllow('10.0.0.0/8', 'tcp', [1024, 40000]) },
    ),

    securityGroup(
      'dev-app',
      'dev',
      [
        tcp(22, '10.3.0.0/16'),
        tcp(8080, '10.3.2.0/24'),
        rule('icmp', '10.3.0.0/16'),
        tcp(443, shared6),
      ],
      [all('0.0.0.0/0'), all('::/0')],
    ),
    securityGroup('dev-lock', 'dev', [], [tcp(443, 'prefix-list:corp')]),
    securityGroup('dev-out', 'dev', [], [tcp(443, sg('sh-ci'))]),
    securityGroup('prod-app', 'prod', [
      tcp(443, '10.3.0.0/16'),
      tcp(9000, sg('sh-ci')),
      rule('icmp', '10.0.0.0/8'),
    ]),
    securityGroup('prod-db', 'prod', [tcp(5432, sg('prod-app')), tcp(5432, '10.3.0.0/16')]),
    securityGroup(
      'sh-ci',
      'shared',
      [
        tcp(443, sg('dev-app')),
        tcp(8443, sg('prod-app')),
        rule('udp', '10.0.0.0/8', 53),
        { ipProtocol: '47', cidrIpv4: '10.1.0.0/16' },
        tcp(443, dev6),
      ],
      [all('0.0.0.0/0'), all('::/0')],
    ),
    securityGroup('sh-open', 'shared', [all('10.0.0.0/8')]),
    securityGroup('proxy', 'egress', [tcp(3128, '10.0.0.0/8')]),

    host('dev-a', 'dev-a', '10.1.1.10', 'dev-app'),
    host('d6', 'dev-a', '10.1.1.16', 'dev-app', { ipv6Addresses: ['2a05:d018:d100:1::16'] }),
    host('dev-b', 'dev-b', '10.1.2.10', 'dev-app'),
    host('dev-l', 'dev-b', '10.1.2.20', 'dev-lock'),
    host('dev-o', 'dev-b', '10.1.2.30', 'dev-out'),
    host('dev-c', 'dev-c', '10.1.3.10', 'dev-app'),
    host('prod-a', 'prod-a', '10.2.1.10', 'prod-app'),
    host('prod-b', 'prod-b', '10.2.2.10', 'prod-app'),
    host('db', 'prod-db', '10.2.9.10', 'prod-db'),
    host('ci', 'sh-a', '10.3.1.10', 'sh-ci'),
    host('c6', 'sh-a', '10.3.1.16', 'sh-ci', { ipv6Addresses: ['2a05:d018:d300:1::16'] }),
    host('box', 'sh-b', '10.3.2.10', 'sh-open'),
    host('q', 'sh-q', '10.3.9.10', 'sh-open'),
    host('proxy-a', 'eg-pub-a', '10.0.1.50', 'proxy', elastic('52.20.0.50')),
    host('proxy-b', 'eg-pub-b', '10.0.2.50', 'proxy', elastic('52.20.0.51')),
  )
}
