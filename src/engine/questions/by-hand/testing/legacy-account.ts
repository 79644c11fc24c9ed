/*
 * One VPC that grew for years, and its neighbours.
 *
 *   legacy 10.20.0.0/16 + 100.64.0.0/16 + 2a05:d018:bb::/56     zones a, b, c
 *   pub-a 0/24    0/0, ::/0 → igw     web bastion     [NAT nat-a]      zone a
 *   pub-b 1/24    0/0, ::/0 → igw     natty natty2 (NAT instances)     zone b
 *   pub-c 2/24    0/0, ::/0 → igw     pc; Block Public Access          zone c
 *   dmz-a 3/24    0/0, ::/0 → igw     dmz dmz2; ACL: 443 in, 443 out
 *   nat-n 4/24    0/0 → igw           [NAT nat-n]; ACL: 443 in from the VPC, all out
 *   pub-i 5/24    0/0 → igw           pi [NAT nat-i]; Block Public Access for what comes in
 *   pnat  6/24    10.30/16 → shop     [private NAT nat-p]
 *   edge-a 7/24   0/0 → ifw           ea      the internet gateway's edge table leads to edge-a and
 *   edge-b 9/24   0/0 → igw           eb      edge-b by ifw (in 8/24), to edge-c by ifw2, which has
 *   edge-c 16/24  0/0 → igw           ec      no public address
 *   app-a 10/24   0/0 → nat-a, ::/0 → eigw, 64:ff9b::/96 → nat-a, mid → fw, peers
 *   app-b 11/24   0/0 → nat-r (regional, manual: a and c), 10.30.1/24 → copy, partners → far
 *   app-c 12/24   0/0 → nat-r, ::/0 → eigw, mid → fw; ACL: 22 denied before all is allowed
 *   lim   13/24   0/0 → nat-n         lim
 *   viap  14/24   10.30/16 → nat-p    viap
 *   vian  15/24   0/0 → nat-i         vian
 *   ping  17/25, 17.128/25  ACLs of ICMP types
 *   amb   18/24   two prefix lists to two peers; amb2 19/24 one of them beside a static route
 *   old-a 20/24   0/0 → natty, ::/0 → igw (meant private)              old old2
 *   old-b 21/24   0/0 → natty2 (source/destination check on)           old-b
 *   old-c 22/24   0/0 → natty3 (stopped)                               old-c
 *   iso-a 30/24   main: local         iso lone (Elastic IP)            iso-b 31/24 with an ACL: db db2
 *   dead  40/24   routes to all that is gone                           dead
 *   mid   50/24   app-a → fw          mid               fwnet 51/24    fw (a firewall)
 *   six   IPv6 only, DNS64            six
 *   peers: shop 10.30/16 active; copy 10.30/16 active; pend 10.31/16; far 10.32/16 other Region;
 *          clash 10.40/16 + 100.64/16 failed
 *   quiet: a VPC of IPv6 behind an egress-only internet gateway, without an internet gateway
 */
import {
  aclAllow,
  aclDeny,
  all,
  documentOf,
  egressOnlyInternetGateway,
  elasticIp,
  internetGateway,
  mainTable,
  natGateway,
  networkAcl,
  networkInterface,
  peering,
  prefixList,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../../../model/testing/build'

type More = Readonly<Record<string, unknown>>
const igw = 'internet-gateway:igw'
const eigw = 'egress-only-internet-gateway:eigw'
const nat = (name: string) => `nat-gateway:${name}`
const pcx = (name: string) => `vpc-peering-connection:${name}`
const sg = (name: string) => `security-group:${name}`
const acl = (name: string) => ({ networkAclId: `network-acl:${name}` })
const zone = (letter: string) => ({ availabilityZone: `eu-west-1${letter}` })
const v6 = (part: string) => ({ ipv6CidrBlock: `2a05:d018:bb${part}::/64` })
const table = (name: string, routes: Readonly<Record<string, string | null>>) =>
  routeTable(name, 'legacy', routes)
const inside = (name: string, block: string | null, by: string | null, more: More = {}) =>
  subnet(name, 'legacy', block && `10.20.${block}`, {
    routeTableId: by && `route-table:${by}`,
    ...more,
  })
const group = (name: string, rules: readonly unknown[]) =>
  securityGroup(name, 'legacy', rules, [all('0.0.0.0/0'), all('::/0')])
const host = (name: string, subnetName: string, address: string, of: string, face: More = {}) =>
  workload(name, subnetName, { securityGroupIds: [sg(of)] }, { privateIpAddress: address, ...face })
const elastic = (publicIp: string) => ({ publicAddress: 'elastic-ip', publicIp })
const appliance = (name: string, subnetName: string, of: string, more: More, face: More) =>
  workload(
    name,
    subnetName,
    { securityGroupIds: [sg(of)], workloadType: 'appliance', ...more },
    { sourceDestCheck: false, ...face },
  )
const aclIcmp = (icmpType: number) => ({
  ...aclAllow('10.20.0.0/16', 'icmp'),
  icmpType,
  icmpCode: -1,
})
const icmp = (cidrIpv4: string) => ({ ipProtocol: 'icmp', fromPort: -1, toPort: -1, cidrIpv4 })

export const legacy = documentOf(
  { id: 'internet:net', kind: 'internet', name: 'the internet' },
  vpc('legacy', '10.20.0.0/16', {
    secondaryCidrBlocks: ['100.64.0.0/16'],
    ipv6CidrBlocks: ['2a05:d018:bb::/56'],
  }),
  vpc('shop', '10.30.0.0/16'),
  vpc('copy', '10.30.0.0/16', { ownerId: '333333333333' }),
  vpc('quiet', '10.50.0.0/16', { ipv6CidrBlocks: ['2a05:d018:cc::/56'] }),
  vpc('pend', '10.31.0.0/16'),
  vpc('far', '10.32.0.0/16', { region: 'us-east-1' }),
  vpc('clash', '10.40.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/16'] }),
  internetGateway('igw', 'legacy'),
  internetGateway('gone', 'legacy', { attachmentState: 'detached' }),
  egressOnlyInternetGateway('eigw', 'legacy'),
  egressOnlyInternetGateway('quiet', 'quiet'),
  peering('shop', 'legacy', 'shop'),
  peering('copy', 'copy', 'legacy'),
  peering('pend', 'legacy', 'pend', { status: 'pending-acceptance' }),
  peering('far', 'legacy', 'far'),
  peering('clash', 'legacy', 'clash', { status: 'failed' }),
  prefixList('partners', ['10.32.0.0/16', '10.30.2.0/24']),
  prefixList('also', ['10.32.0.0/16']),
  prefixList('office', ['203.0.113.0/24']),

  mainTable('main', 'legacy'),
  table('pub', { '0.0.0.0/0': igw, '::/0': igw }),
  table('pnat', { '10.30.0.0/16': pcx('shop') }),
  table('app-a', {
    '0.0.0.0/0': nat('nat-a'),
    '::/0': eigw,
    '64:ff9b::/96': nat('nat-a'),
    '10.20.50.0/24': 'workload:fw',
    '10.30.0.0/16': pcx('shop'),
    '10.31.0.0/16': pcx('pend'),
    '10.32.0.0/16': pcx('far'),
    '10.40.0.0/16': pcx('clash'),
  }),
  table('app-b', {
    '0.0.0.0/0': nat('nat-r'),
    '10.30.1.0/24': pcx('copy'),
    'prefix-list:partners': pcx('far'),
  }),
  table('app-c', { '0.0.0.0/0': nat('nat-r'), '::/0': eigw, '10.20.50.0/24': 'workload:fw' }),
  table('lim', { '0.0.0.0/0': nat('nat-n') }),
  table('viap', { '10.30.0.0/16': nat('nat-p') }),
  table('vian', { '0.0.0.0/0': nat('nat-i') }),
  table('old-a', { '0.0.0.0/0': 'workload:natty', '::/0': igw }),
  table('old-c', { '0.0.0.0/0': 'workload:natty3' }),
  table('old-b', { '0.0.0.0/0': 'workload:natty2' }),
  table('dead', {
    '0.0.0.0/0': null,
    '10.30.0.0/16': 'internet-gateway:gone',
    '10.31.0.0/16': pcx('pend'),
    '10.32.0.0/16': nat('failed'),
    '10.34.0.0/16': nat('deleted'),
    '10.20.30.0/24': pcx('shop'),
    '::/0': null,
  }),
  table('amb', { 'prefix-list:partners': pcx('far'), 'prefix-list:also': pcx('shop') }),
  table('amb2', { '10.32.0.0/16': pcx('far'), 'prefix-list:also': pcx('shop') }),
  table('mid', { '10.20.10.0/24': 'workload:fw' }),
  table('six', { '64:ff9b::/96': nat('nat-a'), '::/0': eigw }),
  table('edge-out', { '0.0.0.0/0': 'workload:ifw' }),
  routeTable(
    'edge',
    'legacy',
    {
      '10.20.7.0/24': 'workload:ifw',
      '10.20.9.0/24': 'workload:ifw',
      '10.20.16.0/24': 'workload:ifw2',
    },
    { gatewayId: igw },
  ),
  mainTable('quiet', 'quiet', { '::/0': 'egress-only-internet-gateway:quiet' }),
  mainTable('shop', 'shop', { '10.20.10.0/24': pcx('shop'), '10.32.0.0/16': pcx('shop') }),
  routeTable('shop-out', 'shop', { '0.0.0.0/0': pcx('shop') }),
  mainTable('copy', 'copy', { '10.20.0.0/16': pcx('copy') }),
  mainTable('pend', 'pend', { '10.20.0.0/16': pcx('pend') }),
  mainTable('far', 'far', { '10.20.0.0/16': pcx('far') }),

  inside('pub-a', '0.0/24', 'pub', v6('')),
  inside('pub-b', '1.0/24', 'pub', zone('b')),
  inside('pub-c', '2.0/24', 'pub', {
    ...zone('c'),
    internetGatewayBlockMode: 'block-bidirectional',
  }),
  inside('dmz-a', '3.0/24', 'pub', { ...v6(':3'), ...acl('dmz') }),
  inside('nat-n', '4.0/24', 'pub', acl('nat')),
  inside('pub-i', '5.0/24', 'pub', { internetGatewayBlockMode: 'block-ingress' }),
  inside('pnat', '6.0/24', 'pnat'),
  inside('app-a', '10.0/24', 'app-a', v6(':10')),
  inside('app-b', '11.0/24', 'app-b', zone('b')),
  inside('app-c', '12.0/24', 'app-c', { ...zone('c'), ...v6(':12'), ...acl('app') }),
  inside('lim', '13.0/24', 'lim'),
  inside('viap', '14.0/24', 'viap'),
  inside('vian', '15.0/24', 'vian'),
  inside('old-a', '20.0/24', 'old-a', v6(':20')),
  inside('old-c', '22.0/24', 'old-c'),
  inside('old-b', '21.0/24', 'old-b', zone('b')),
  inside('iso-a', '30.0/24', null, v6(':30')),
  inside('iso-b', '31.0/24', null, { ...zone('b'), ...acl('iso') }),
  inside('dead', '40.0/24', 'dead', v6(':40')),
  inside('mid', '50.0/24', 'mid'),
  inside('fwnet', '51.0/24', null),
  inside('six', null, 'six', { ...v6(':60'), enableDns64: true }),
  inside('amb', '18.0/24', 'amb'),
  inside('amb2', '19.0/24', 'amb2'),
  inside('ping-a', '17.0/25', null, acl('ping')),
  inside('ping-b', '17.128/25', null, acl('mute')),
  inside('edge-a', '7.0/24', 'edge-out'),
  inside('ifw', '8.0/24', 'pub'),
  inside('edge-b', '9.0/24', 'pub'),
  inside('edge-c', '16.0/24', 'pub'),
  subnet('q1', 'quiet', '10.50.1.0/24', { ipv6CidrBlock: '2a05:d018:cc:1::/64' }),
  subnet('q2', 'quiet', '10.50.2.0/24', {
    ipv6CidrBlock: '2a05:d018:cc:2::/64',
    internetGatewayBlockMode: 'block-ingress',
  }),
  subnet('q3', 'quiet', '10.50.3.0/24', {
    ipv6CidrBlock: '2a05:d018:cc:3::/64',
    internetGatewayBlockMode: 'block-bidirectional',
  }),
  subnet('shop', 'shop', '10.30.1.0/24'),
  subnet('shop-out', 'shop', '10.30.9.0/24', { routeTableId: 'route-table:shop-out' }),
  subnet('copy', 'copy', '10.30.1.0/24'),
  subnet('pend', 'pend', '10.31.1.0/24'),
  subnet('far', 'far', '10.32.1.0/24', { availabilityZone: 'us-east-1a' }),
  subnet('clash', 'clash', '10.40.1.0/24'),

  networkAcl(
    'dmz',
    'legacy',
    { 100: aclAllow('0.0.0.0/0', 'tcp', 443) },
    { 100: aclAllow('0.0.0.0/0', 'tcp', 443) },
  ),
  networkAcl(
    'nat',
    'legacy',
    { 100: aclAllow('10.20.0.0/16', 'tcp', 443) },
    { 100: aclAllow('0.0.0.0/0') },
  ),
  networkAcl(
    'app',
    'legacy',
    {
      90: aclDeny('0.0.0.0/0', 'tcp', 22),
      100: aclAllow('10.20.0.0/16'),
      110: aclAllow('0.0.0.0/0', 'tcp', [1024, 65535]),
    },
    { 100: aclAllow('0.0.0.0/0') },
  ),
  networkAcl(
    'iso',
    'legacy',
    {
      100: aclAllow('10.20.0.0/16', 'tcp', 5432),
      200: aclDeny('0.0.0.0/0'),
      300: aclAllow('10.20.0.0/16', 'tcp', 22),
    },
    {
      100: aclDeny('10.20.11.0/24', 'tcp', [32768, 40000]),
      200: aclAllow('10.20.0.0/16', 'tcp', [1024, 65535]),
    },
  ),
  networkAcl('ping', 'legacy', { 100: aclIcmp(8) }, { 100: aclIcmp(0) }),
  networkAcl('mute', 'legacy', { 100: aclIcmp(8) }, { 100: aclIcmp(8) }),
  natGateway('nat-a', 'pub-a', { privateIp: '10.20.0.100', publicIp: '52.9.0.100' }),
  natGateway('nat-n', 'nat-n'),
  natGateway('nat-i', 'pub-i'),
  natGateway('nat-p', 'pnat', { connectivityType: 'private' }),
  natGateway('nat-r', '', {
    subnetId: null,
    vpcId: 'vpc:legacy',
    availabilityMode: 'regional',
    availabilityZones: ['eu-west-1a', 'eu-west-1c'],
  }),
  natGateway('failed', 'pub-a', { state: 'failed' }),
  natGateway('deleted', 'pub-a', { state: 'deleted' }),

  group('web', [tcp(443, '0.0.0.0/0'), tcp(443, '::/0')]),
  group('bastion', [tcp(22, 'prefix-list:office'), tcp(2222, sg('web'))]),
  group('app', [
    tcp(8080, sg('web')),
    tcp(22, sg('bastion')),
    tcp(9000, sg('deleted-long-ago')),
    tcp(8081, '10.20.0.100/32'),
    tcp(8082, sg('shop')),
    tcp(8083, sg('far')),
    tcp(8084, '10.30.0.0/16'),
    all('::/0'),
  ]),
  group('db', [tcp(5432, sg('app')), tcp(5432, '10.20.11.0/24'), tcp(22, '10.20.0.0/16')]),
  group('natty', [tcp([80, 443], '10.20.0.0/16'), icmp('10.20.0.0/16')]),
  group('mid', [tcp(8000, '10.20.0.0/16'), tcp(9000, sg('app')), tcp(9001, sg('web'))]),
  group('fw', [all('10.20.0.0/16')]),
  group('open', [all('0.0.0.0/0'), all('::/0')]),
  group('ifw', [all('0.0.0.0/0')]),
  securityGroup('clamp', 'legacy', [], [tcp(5432, sg('db')), tcp(443, sg('copy'))]),
  securityGroup('quiet', 'quiet', [all('::/0')], [all('::/0')]),
  securityGroup('roam', 'legacy', [tcp(443, '10.20.10.0/24')], [], {
    associatedVpcIds: ['vpc:shop'],
  }),
  securityGroup('shop', 'shop', [all('10.20.0.0/16')]),
  securityGroup('copy', 'copy', [all('10.20.0.0/16')]),
  securityGroup('pend', 'pend', [all('10.20.0.0/16')]),
  securityGroup('far', 'far', [tcp(443, '10.20.0.0/16'), tcp(80, sg('app'))]),
  securityGroup('clash', 'clash', [all('0.0.0.0/0')]),

  host('web', 'pub-a', '10.20.0.10', 'web', {
    ...elastic('52.9.0.10'),
    ipv6Addresses: ['2a05:d018:bb::10'],
  }),
  host('bastion', 'pub-a', '10.20.0.30', 'bastion', elastic('52.9.0.30')),
  appliance(
    'natty',
    'pub-b',
    'natty',
    { forwarding: 'masquerade' },
    { privateIpAddress: '10.20.1.20', ...elastic('52.9.0.20') },
  ),
  appliance(
    'natty2',
    'pub-b',
    'natty',
    { forwarding: 'masquerade' },
    { privateIpAddress: '10.20.1.21', sourceDestCheck: true, ...elastic('52.9.0.21') },
  ),
  host('pc', 'pub-c', '10.20.2.10', 'open', elastic('52.9.0.40')),
  host('dmz', 'dmz-a', '10.20.3.10', 'open', {
    ...elastic('52.9.0.50'),
    ipv6Addresses: ['2a05:d018:bb:3::10'],
  }),
  host('dmz2', 'dmz-a', '10.20.3.11', 'open'),
  host('pi', 'pub-i', '10.20.5.10', 'open', elastic('52.9.0.60')),
  host('app1', 'app-a', '10.20.10.10', 'app', { ipv6Addresses: ['2a05:d018:bb:10::10'] }),
  host('app2', 'app-a', '10.20.10.11', 'app'),
  host('aside', 'app-a', '10.20.10.12', 'open', elastic('52.9.0.70')),
  host('multi', 'app-a', '10.20.10.60', 'app'),
  networkInterface('multi-2', 'pub-a', {
    instanceId: 'workload:multi',
    privateIpAddress: '10.20.0.60',
    secondaryPrivateIpAddresses: ['10.20.0.61'],
    groupIds: [sg('web')],
  }),
  elasticIp('second', 'network-interface:multi-2', {
    publicIp: '52.9.0.61',
    privateIpAddress: '10.20.0.61',
  }),
  host('appb', 'app-b', '10.20.11.10', 'open'),
  host('appc', 'app-c', '10.20.12.10', 'open', { ipv6Addresses: ['2a05:d018:bb:12::10'] }),
  host('lim', 'lim', '10.20.13.10', 'open'),
  host('viap', 'viap', '10.20.14.10', 'open'),
  host('vian', 'vian', '10.20.15.10', 'open'),
  host('old', 'old-a', '10.20.20.10', 'open', { ipv6Addresses: ['2a05:d018:bb:20::10'] }),
  host('old2', 'old-a', '10.20.20.11', 'open', elastic('52.9.0.80')),
  appliance(
    'natty3',
    'pub-b',
    'natty',
    { forwarding: 'masquerade', state: 'stopped' },
    { privateIpAddress: '10.20.1.22', ...elastic('52.9.0.22') },
  ),
  host('old-c', 'old-c', '10.20.22.10', 'open'),
  host('old-b', 'old-b', '10.20.21.10', 'open'),
  host('iso', 'iso-a', '10.20.30.10', 'open', { ipv6Addresses: ['2a05:d018:bb:30::10'] }),
  host('lone', 'iso-a', '10.20.30.11', 'open', elastic('52.9.0.90')),
  host('db', 'iso-b', '10.20.31.10', 'db'),
  host('db2', 'iso-b', '10.20.31.11', 'db'),
  host('dead', 'dead', '10.20.40.10', 'open', { ipv6Addresses: ['2a05:d018:bb:40::10'] }),
  host('mid', 'mid', '10.20.50.10', 'mid'),
  appliance('fw', 'fwnet', 'fw', { forwarding: 'forward' }, { privateIpAddress: '10.20.51.10' }),
  workload(
    'six',
    'six',
    { securityGroupIds: [sg('open')] },
    {
      ipv6Addresses: ['2a05:d018:bb:60::10'],
    },
  ),
  workload('dual', ['iso-a', 'app-a'], { securityGroupIds: [sg('open')] }),
  appliance(
    'ifw',
    'ifw',
    'ifw',
    { forwarding: 'forward' },
    { privateIpAddress: '10.20.8.10', ...elastic('52.9.0.110') },
  ),
  appliance('ifw2', 'ifw', 'ifw', { forwarding: 'forward' }, { privateIpAddress: '10.20.8.20' }),
  host('ea', 'edge-a', '10.20.7.10', 'open', elastic('52.9.0.111')),
  host('eb', 'edge-b', '10.20.9.10', 'open', elastic('52.9.0.112')),
  host('ec', 'edge-c', '10.20.16.10', 'open', elastic('52.9.0.113')),
  host('clamp', 'app-b', '10.20.11.20', 'clamp'),
  host('q1', 'q1', '10.50.1.10', 'quiet', { ipv6Addresses: ['2a05:d018:cc:1::10'] }),
  host('q2', 'q2', '10.50.2.10', 'quiet', { ipv6Addresses: ['2a05:d018:cc:2::10'] }),
  host('q3', 'q3', '10.50.3.10', 'quiet', { ipv6Addresses: ['2a05:d018:cc:3::10'] }),
  host('am', 'amb', '10.20.18.10', 'open'),
  host('am2', 'amb2', '10.20.19.10', 'open'),
  host('ping', 'ping-a', '10.20.17.10', 'open'),
  host('pong', 'ping-b', '10.20.17.140', 'open'),
  host('s2', 'shop', '10.30.1.12', 'roam'),
  host('s1', 'shop', '10.30.1.10', 'shop'),
  host('so', 'shop-out', '10.30.9.10', 'shop'),
  host('cp', 'copy', '10.30.1.20', 'copy'),
  host('pe', 'pend', '10.31.1.10', 'pend'),
  host('f1', 'far', '10.32.1.10', 'far'),
  host('cl', 'clash', '10.40.1.10', 'clash'),
)
