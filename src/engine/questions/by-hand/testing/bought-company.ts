/*
 * A company and one it bought, with the same address plan, on one transit gateway.
 *
 *   tgw core, eu-west-1                                        tgw far, us-east-1
 *   ├─ corp 10.0.0.0/16 + 100.64.1.0/24   private NAT 100.64.1.10    ├─ west  10.80.0.0/16
 *   ├─ acq  10.0.0.0/16 + 100.64.2.0/24   ALB, NLB in 100.64.2/24    └─ west2 10.81.0.0/16
 *   ├─ labs 10.0.0.0/16 + 100.64.3.0/24   private NAT towards an igw
 *   ├─ hub  10.50.0.0/16 ── pcx hd ── data            core ── ocean ── far
 *   ├─ eks  10.60.0.0/16 + 100.65.0.0/16 (pods) ── pcx ed ── data
 *   ├─ data 10.70.0.0/16 + 10.71.0.0/16   enters by a subnet with a network ACL of its own
 *   ├─ zones 10.90.0.0/16   attached in a and b, the latter by a subnet whose ACL denies everything
 *   ├─ late 10.91.0.0/16 (pending acceptance), loose 10.92.0.0/16 (no association)
 *   ├─ four 10.93.0.0/16    IPv6, but its attachment without
 *   └─ own  10.94.0.0/16    host and attachment in one subnet, with a network ACL
 *
 *   core's tables   corp:   100.64.2/24 acq, 100.64.3/24 labs, 10.50/16 hub, 10.80.0.0/15 ocean
 *                   acq:    100.64.1/24 corp, 10.50/16 hub
 *                   labs:   100.64.1/24 corp, 100.64.2/24 blackhole
 *                   shared: the others; all propagate (10.0/16 only corp's: CL-11),
 *                           10.80/16 ocean (10.81/16 forgotten), 10.70.9/24 blackhole,
 *                           10.71/16 eks (wrong, and before data's own: TGW-9)
 *                   ocean:  hub propagates
 *   far's table     west, west2 propagate, 10.50/16 ocean (nothing of corp)
 *   in the VPCs     corp-b is in a zone that corp's attachment does not serve; hub's table has
 *                   10.70.2/24 hd, 10.70.3/24 deleted, 10.60.2/24 hd (wrong), the rest tgw;
 *                   data-2 and data-4 answer hub over hd, data-1 over the transit gateway
 */
import {
  aclAllow,
  all,
  documentOf,
  eksCluster,
  eksPods,
  internetGateway,
  listener,
  loadBalancer,
  mainTable,
  natGateway,
  networkAcl,
  peering,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  tcp,
  tgwAttachment,
  tgwPeering,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../../../model/testing/build'

const core = 'transit-gateway:core'
const far = 'transit-gateway:far'
const ocean = 'transit-gateway-peering-attachment:ocean'
const pcx = (name: string) => `vpc-peering-connection:${name}`
const sg = (name: string) => `security-group:${name}`
const a = 'eu-west-1a'
const b = 'eu-west-1b'
const served = (
  name: string,
  vpcName: string,
  cidrBlock: string,
  by: string | null = null,
  more: Readonly<Record<string, unknown>> = {},
) => subnet(name, vpcName, cidrBlock, { routeTableId: by && `route-table:${by}`, ...more })
const host = (
  name: string,
  subnetName: string,
  privateIpAddress: string,
  group: string,
  face: Readonly<Record<string, unknown>> = {},
) => workload(name, subnetName, { securityGroupIds: [sg(group)] }, { privateIpAddress, ...face })
const udp = (port: number, cidrIpv4: string) => ({
  ipProtocol: 'udp',
  fromPort: port,
  toPort: port,
  cidrIpv4,
})
const anyIcmp = (cidrIpv4: string) => ({ ipProtocol: 'icmp', fromPort: -1, toPort: -1, cidrIpv4 })

const hub6 = '2a05:d018:aa:100::/56'
const zones6 = '2a05:d018:aa:300::/56'
const four6 = '2a05:d018:aa:400::/56'
const data6 = '2a05:d018:aa:200::/56'

export const company = documentOf(
  { id: 'internet:net', kind: 'internet', name: 'the internet' },
  vpc('corp', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.1.0/24'] }),
  vpc('acq', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.2.0/24'], ownerId: '222222222222' }),
  vpc('labs', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.3.0/24'] }),
  vpc('hub', '10.50.0.0/16', { ipv6CidrBlocks: [hub6] }),
  vpc('eks', '10.60.0.0/16', { secondaryCidrBlocks: ['100.65.0.0/16'] }),
  vpc('data', '10.70.0.0/16', { secondaryCidrBlocks: ['10.71.0.0/16'], ipv6CidrBlocks: [data6] }),
  vpc('zones', '10.90.0.0/16', { ipv6CidrBlocks: [zones6] }),
  vpc('loose', '10.92.0.0/16'),
  vpc('own', '10.94.0.0/16'),
  vpc('four', '10.93.0.0/16', { ipv6CidrBlocks: [four6] }),
  vpc('late', '10.91.0.0/16'),
  vpc('west', '10.80.0.0/16', { region: 'us-east-1' }),
  vpc('west2', '10.81.0.0/16', { region: 'us-east-1' }),

  transitGateway('core', {
    defaultRouteTableAssociation: false,
    defaultRouteTablePropagation: false,
    securityGroupReferencingSupport: true,
    sharedWith: ['222222222222'],
  }),
  transitGateway('far', {
    region: 'us-east-1',
    defaultRouteTableAssociation: false,
    defaultRouteTablePropagation: false,
  }),
  tgwAttachment('corp', 'core', 'corp', 'corp-r'),
  tgwAttachment('acq', 'core', 'acq', ['acq-lb-a', 'acq-lb-b']),
  tgwAttachment('labs', 'core', 'labs', 'labs-r'),
  tgwAttachment('hub', 'core', 'hub', 'hub-a', { ipv6Support: true }),
  tgwAttachment('eks', 'core', 'eks', ['eks-node-a', 'eks-node-b']),
  tgwAttachment('data', 'core', 'data', 'data-tgw', { securityGroupReferencingSupport: false }),
  tgwAttachment('zones', 'core', 'zones', ['zones-tgw-a', 'zones-tgw-b'], {
    ipv6Support: true,
  }),
  tgwAttachment('own', 'core', 'own', 'own'),
  tgwAttachment('loose', 'core', 'loose', 'loose'),
  tgwAttachment('four', 'core', 'four', 'four'),
  tgwAttachment('late', 'core', 'late', 'late', { state: 'pendingAcceptance' }),
  tgwAttachment('west', 'far', 'west', 'west'),
  tgwAttachment('west2', 'far', 'west2', 'west2'),
  tgwPeering('ocean', 'core', 'far'),
  tgwRouteTable('corp', 'core', {
    associations: ['corp'],
    routes: {
      '100.64.2.0/24': 'acq',
      '100.64.3.0/24': 'labs',
      '10.50.0.0/16': 'hub',
      '10.80.0.0/15': ocean,
    },
  }),
  tgwRouteTable('acq', 'core', {
    associations: ['acq'],
    routes: { '100.64.1.0/24': 'corp', '10.50.0.0/16': 'hub' },
  }),
  tgwRouteTable('labs', 'core', {
    associations: ['labs'],
    routes: { '100.64.1.0/24': 'corp', '100.64.2.0/24': null },
  }),
  tgwRouteTable('shared', 'core', {
    associations: ['hub', 'eks', 'data', 'zones', 'late', 'four', 'own'],
    propagations: [
      'corp',
      'acq',
      'labs',
      'hub',
      'eks',
      'data',
      'zones',
      'late',
      'loose',
      'four',
      'own',
    ],
    routes: { '10.80.0.0/16': ocean, '10.70.9.0/24': null, '10.71.0.0/16': 'eks' },
  }),
  tgwRouteTable('ocean', 'core', { associations: [ocean], propagations: ['hub'] }),
  tgwRouteTable('far', 'far', {
    associations: ['west', 'west2', ocean],
    propagations: ['west', 'west2'],
    routes: { '10.50.0.0/16': ocean },
  }),
  peering('hd', 'hub', 'data'),
  peering('ed', 'eks', 'data'),
  peering('refused', 'corp', 'acq', { status: 'failed' }),

  routeTable('corp-app', 'corp', {
    '100.64.2.0/24': 'nat-gateway:corp',
    '100.64.3.0/24': 'nat-gateway:corp',
    '10.50.0.0/16': core,
    '10.80.0.0/15': core,
  }),
  routeTable('corp-r', 'corp', { '100.64.2.0/24': core, '100.64.3.0/24': core }),
  mainTable('acq-main', 'acq'),
  routeTable('acq-r', 'acq', { '100.64.1.0/24': core, '10.50.0.0/16': core }),
  routeTable('acq-stray', 'acq', { '10.50.0.0/16': core }),
  routeTable('labs-app', 'labs', { '100.64.1.0/24': core, '0.0.0.0/0': 'nat-gateway:labs' }),
  routeTable('labs-r', 'labs', { '100.64.1.0/24': core, '100.64.2.0/24': core }),
  routeTable('labs-pub', 'labs', { '0.0.0.0/0': 'internet-gateway:labs' }),
  mainTable('hub', 'hub', {
    '10.0.0.0/16': core,
    '100.64.0.0/10': core,
    '10.60.0.0/16': core,
    '10.60.2.0/24': pcx('hd'),
    '10.70.0.0/16': core,
    '10.70.2.0/24': pcx('hd'),
    '10.70.3.0/24': null,
    '10.80.0.0/15': core,
    '10.90.0.0/15': core,
    '10.92.0.0/15': core,
    '10.94.0.0/16': core,
    '10.71.0.0/16': core,
    [zones6]: core,
    [four6]: core,
    [data6]: pcx('hd'),
  }),
  routeTable('eks-node', 'eks', {
    '10.50.0.0/16': core,
    '100.64.0.0/22': core,
    '10.70.0.0/15': pcx('ed'),
    '0.0.0.0/0': 'nat-gateway:eks',
  }),
  routeTable('eks-pod', 'eks', {
    '10.50.0.0/16': core,
    '10.70.0.0/16': pcx('ed'),
    '0.0.0.0/0': 'nat-gateway:eks',
  }),
  routeTable('eks-pub', 'eks', { '0.0.0.0/0': 'internet-gateway:eks' }),
  mainTable('data-1', 'data', { '10.50.0.0/16': core, '10.60.0.0/16': pcx('ed') }),
  routeTable('data-2', 'data', { '10.50.0.0/16': pcx('hd'), [hub6]: pcx('hd') }),
  routeTable('data-5', 'data', { '10.60.0.0/16': pcx('ed'), '100.65.0.0/16': pcx('ed') }),
  mainTable('zones', 'zones', { '10.50.0.0/16': core, [hub6]: core }),
  mainTable('own', 'own', { '10.50.0.0/16': core }),
  mainTable('loose', 'loose', { '10.50.0.0/16': core }),
  mainTable('four', 'four', { '10.50.0.0/16': core, [hub6]: core }),
  mainTable('late', 'late', { '10.50.0.0/16': core }),
  mainTable('west', 'west', { '10.0.0.0/8': far }),
  mainTable('west2', 'west2', { '10.0.0.0/8': far }),

  served('corp-app', 'corp', '10.0.1.0/24', 'corp-app'),
  served('corp-b', 'corp', '10.0.2.0/24', 'corp-app', { availabilityZone: b }),
  served('corp-c', 'corp', '10.0.3.0/24', 'corp-app'),
  served('corp-r', 'corp', '100.64.1.0/25', 'corp-r'),
  served('acq-app', 'acq', '10.0.1.0/24'),
  served('acq-b', 'acq', '10.0.2.0/24', null, { availabilityZone: b }),
  served('acq-stray', 'acq', '10.0.3.0/24', 'acq-stray'),
  served('acq-lb-a', 'acq', '100.64.2.0/26', 'acq-r'),
  served('acq-lb-b', 'acq', '100.64.2.64/26', 'acq-r', { availabilityZone: b }),
  served('labs-app', 'labs', '10.0.1.0/24', 'labs-app'),
  served('labs-r', 'labs', '100.64.3.0/25', 'labs-r'),
  served('labs-pub', 'labs', '10.0.9.0/24', 'labs-pub'),
  served('hub-a', 'hub', '10.50.1.0/24', null, { ipv6CidrBlock: '2a05:d018:aa:101::/64' }),
  served('eks-pub', 'eks', '10.60.0.0/24', 'eks-pub'),
  served('eks-node-a', 'eks', '10.60.1.0/24', 'eks-node'),
  served('eks-node-b', 'eks', '10.60.2.0/24', 'eks-node', { availabilityZone: b }),
  served('eks-node-x', 'eks', '10.60.3.0/24', 'eks-node'),
  served('eks-pod-a', 'eks', '100.65.0.0/18', 'eks-pod'),
  served('eks-pod-b', 'eks', '100.65.64.0/18', 'eks-pod', { availabilityZone: b }),
  served('data-tgw', 'data', '10.70.0.0/28', null, { networkAclId: 'network-acl:data-tgw' }),
  served('data-1', 'data', '10.70.1.0/24', null, { ipv6CidrBlock: '2a05:d018:aa:201::/64' }),
  served('data-2', 'data', '10.70.2.0/24', 'data-2', { ipv6CidrBlock: '2a05:d018:aa:202::/64' }),
  served('data-3', 'data', '10.70.3.0/24'),
  served('data-4', 'data', '10.70.4.0/24', 'data-2'),
  served('data-5', 'data', '10.70.5.0/24', 'data-5'),
  served('data-9', 'data', '10.70.9.0/24'),
  served('zones-tgw-a', 'zones', '10.90.0.0/28'),
  served('zones-tgw-b', 'zones', '10.90.0.16/28', null, {
    availabilityZone: b,
    networkAclId: 'network-acl:closed',
  }),
  served('zones-a', 'zones', '10.90.1.0/24', null, { ipv6CidrBlock: '2a05:d018:aa:301::/64' }),
  served('own', 'own', '10.94.1.0/24', null, { networkAclId: 'network-acl:own' }),
  served('loose', 'loose', '10.92.1.0/24'),
  served('four', 'four', '10.93.1.0/24', null, { ipv6CidrBlock: '2a05:d018:aa:401::/64' }),
  served('data-s', 'data', '10.71.1.0/24'),
  served('zones-b', 'zones', '10.90.2.0/24', null, { availabilityZone: b }),
  served('late', 'late', '10.91.1.0/24'),
  served('west', 'west', '10.80.1.0/24', null, { availabilityZone: 'us-east-1a' }),
  served('west2', 'west2', '10.81.1.0/24', null, { availabilityZone: 'us-east-1a' }),
  networkAcl(
    'data-tgw',
    'data',
    { 100: aclAllow('10.70.0.0/16', 'tcp', [1024, 65535]) },
    { 100: aclAllow('10.70.0.0/16', 'tcp', 5432), 110: aclAllow('10.70.0.0/16', 'tcp', 22) },
  ),
  networkAcl('closed', 'zones'),
  networkAcl(
    'own',
    'own',
    { 100: aclAllow('10.94.0.0/16', 'tcp', 22) },
    { 100: aclAllow('10.50.0.0/16', 'tcp', 22) },
  ),
  internetGateway('labs', 'labs'),
  internetGateway('eks', 'eks'),
  natGateway('corp', 'corp-r', { connectivityType: 'private', privateIp: '100.64.1.10' }),
  natGateway('labs', 'labs-pub', { connectivityType: 'private', privateIp: '10.0.9.10' }),
  natGateway('eks', 'eks-pub', { privateIp: '10.60.0.10', publicIp: '52.5.0.10' }),

  securityGroup('corp', 'corp', [tcp(22, '10.50.0.0/16')]),
  securityGroup('corp-open', 'corp', [all('0.0.0.0/0')]),
  securityGroup('alb', 'acq', [
    tcp(443, '100.64.1.0/24'),
    tcp(8443, '100.64.1.0/24'),
    tcp([444, 447], '100.64.1.0/24'),
    tcp(443, '10.50.0.0/16'),
    tcp(443, '10.60.0.0/16'),
  ]),
  securityGroup('orders', 'acq', [tcp(8080, sg('alb'))]),
  securityGroup('ledger', 'acq', [tcp(5432, '100.64.2.0/24')]),
  securityGroup('syslog', 'acq', [udp(514, '100.64.1.0/24'), udp(162, '100.64.2.0/24')]),
  securityGroup('acq-open', 'acq', [all('0.0.0.0/0')]),
  securityGroup('labs', 'labs', [all('0.0.0.0/0')]),
  securityGroup(
    'hub',
    'hub',
    [tcp(443, '100.65.0.0/16'), tcp(22, '10.0.0.0/8'), all(data6)],
    [all('0.0.0.0/0'), all('::/0')],
  ),
  securityGroup('nodes', 'eks'),
  securityGroup('pods', 'eks', [tcp(8080, '10.50.0.0/16'), tcp(8080, '10.70.0.0/16')]),
  securityGroup('tool', 'eks', [
    tcp(8080, sg('pods')),
    tcp(8081, sg('nodes')),
    tcp(9100, sg('hub')),
    tcp(22, '10.50.0.0/16'),
  ]),
  securityGroup('d1', 'data', [
    tcp(5432, '10.50.0.0/16'),
    tcp(5432, sg('nodes')),
    tcp(5432, '100.65.0.0/16'),
    tcp(8080, '0.0.0.0/0'),
    anyIcmp('0.0.0.0/0'),
    all(hub6),
  ]),
  securityGroup('d2', 'data', [
    tcp(22, sg('hub')),
    tcp(8080, '10.50.0.0/16'),
    anyIcmp('10.50.0.0/16'),
    tcp(9000, sg('pods')),
    all(hub6),
  ]),
  securityGroup('d4', 'data', [tcp(5432, '10.50.0.0/16'), tcp(22, sg('hub'))]),
  securityGroup('data-open', 'data', [all('0.0.0.0/0')]),
  securityGroup('zones', 'zones', [all('0.0.0.0/0'), all('::/0')]),
  securityGroup('own', 'own', [all('0.0.0.0/0')]),
  securityGroup('nlb2', 'hub', [tcp(80, '10.50.0.0/16'), tcp(80, '10.90.0.0/16')]),
  securityGroup('h2', 'hub', [tcp(80, sg('nlb2'))]),
  securityGroup('loose', 'loose', [all('0.0.0.0/0')]),
  securityGroup('four', 'four', [all('0.0.0.0/0'), all('::/0')]),
  securityGroup('late', 'late', [all('0.0.0.0/0')]),
  securityGroup('west', 'west', [all('0.0.0.0/0')]),
  securityGroup('west2', 'west2', [all('0.0.0.0/0')]),

  host('c1', 'corp-app', '10.0.1.10', 'corp'),
  host('cb', 'corp-b', '10.0.2.10', 'corp'),
  host('twin', 'corp-c', '10.0.3.10', 'corp-open'),
  host('corp-gate', 'corp-r', '100.64.1.20', 'corp-open'),
  host('orders', 'acq-app', '10.0.1.20', 'orders'),
  host('ledger', 'acq-b', '10.0.2.30', 'ledger'),
  host('syslog', 'acq-b', '10.0.2.40', 'syslog'),
  host('stray', 'acq-stray', '10.0.3.10', 'acq-open'),
  host('acq-gate', 'acq-lb-a', '100.64.2.20', 'acq-open'),
  host('lab', 'labs-app', '10.0.1.30', 'labs'),
  host('labs-gate', 'labs-r', '100.64.3.20', 'labs'),
  host('h1', 'hub-a', '10.50.1.10', 'hub', { ipv6Addresses: ['2a05:d018:aa:101::10'] }),
  host('tool', 'eks-node-a', '10.60.1.50', 'tool'),
  host('tool-b', 'eks-node-b', '10.60.2.50', 'tool'),
  host('d1', 'data-1', '10.70.1.10', 'd1', { ipv6Addresses: ['2a05:d018:aa:201::10'] }),
  host('d2', 'data-2', '10.70.2.10', 'd2', { ipv6Addresses: ['2a05:d018:aa:202::10'] }),
  host('d3', 'data-3', '10.70.3.10', 'data-open'),
  host('d4', 'data-4', '10.70.4.10', 'd4'),
  host('d5', 'data-5', '10.70.5.10', 'data-open'),
  host('d9', 'data-9', '10.70.9.10', 'data-open'),
  host('za', 'zones-a', '10.90.1.10', 'zones', { ipv6Addresses: ['2a05:d018:aa:301::10'] }),
  host('ow', 'own', '10.94.1.10', 'own'),
  host('h2', 'hub-a', '10.50.1.20', 'h2'),
  host('lo', 'loose', '10.92.1.10', 'loose'),
  host('fo', 'four', '10.93.1.10', 'four', { ipv6Addresses: ['2a05:d018:aa:401::10'] }),
  host('ds', 'data-s', '10.71.1.10', 'data-open'),
  host('zb', 'zones-b', '10.90.2.10', 'zones'),
  host('l1', 'late', '10.91.1.10', 'late'),
  host('w1', 'west', '10.80.1.10', 'west'),
  host('w2', 'west2', '10.81.1.10', 'west2'),
  workload('nodes', ['eks-node-a', 'eks-node-b'], {
    workloadType: 'eks-node-group',
    securityGroupIds: [sg('nodes')],
  }),
  workload('nodes-x', 'eks-node-x', {
    workloadType: 'eks-node-group',
    securityGroupIds: [sg('nodes')],
  }),
  eksCluster('prod', 'eks', ['eks-node-a', 'eks-node-b'], {
    excludeSnatCidrs: ['10.50.0.0/16'],
    eniConfigs: {
      [a]: { subnetId: 'subnet:eks-pod-a', securityGroupIds: [sg('pods')] },
      [b]: { subnetId: 'subnet:eks-pod-b', securityGroupIds: [sg('pods')] },
    },
  }),
  eksCluster('ext', 'eks', ['eks-node-x', 'eks-node-b'], {
    externalSnat: true,
    eniConfigs: { [a]: { subnetId: 'subnet:eks-pod-a', securityGroupIds: [sg('pods')] } },
  }),
  eksPods('web', 'prod', 'nodes'),
  eksPods('agent', 'prod', 'nodes', { hostNetwork: true }),
  eksPods('ext', 'ext', 'nodes-x'),

  targetGroup('orders', 'acq', ['workload:orders'], { protocol: 'HTTP', port: 8080 }),
  targetGroup(
    'mixed',
    'acq',
    ['workload:orders', { targetId: 'workload:ledger', health: 'unhealthy' }],
    { protocol: 'HTTP', port: 8080 },
  ),
  targetGroup('sick', 'acq', [{ targetId: 'workload:ledger', health: 'unhealthy' }], {
    protocol: 'HTTP',
    port: 8080,
  }),
  targetGroup('empty', 'acq', [], { protocol: 'HTTP', port: 8080 }),
  targetGroup('echo', 'acq', ['workload:acq-gate'], { port: 7 }),
  targetGroup('ledger', 'acq', ['10.0.2.30'], { targetType: 'ip', port: 5432 }),
  targetGroup('syslog', 'acq', ['10.0.2.40'], {
    targetType: 'ip',
    protocol: 'UDP',
    port: 514,
    crossZone: true,
  }),
  targetGroup('trap', 'acq', ['10.0.2.40'], {
    targetType: 'ip',
    protocol: 'UDP',
    port: 162,
    crossZone: true,
  }),
  targetGroup('to-alb', 'acq', ['load-balancer:alb'], { targetType: 'alb', port: 443 }),
  targetGroup('remote', 'hub', ['10.70.1.10'], { targetType: 'ip', port: 5432 }),
  targetGroup('remote-kept', 'hub', ['10.70.1.10'], {
    targetType: 'ip',
    port: 5432,
    preserveClientIp: true,
  }),
  loadBalancer('alb', 'acq', [], {
    subnets: {
      'subnet:acq-lb-a': { privateIPv4Address: '100.64.2.10' },
      'subnet:acq-lb-b': { privateIPv4Address: '100.64.2.74' },
    },
    securityGroupIds: [sg('alb')],
    listeners: {
      443: listener('HTTPS', 'orders'),
      444: listener('HTTP', 'mixed'),
      445: listener('HTTP', 'sick'),
      446: listener('HTTP', 'empty'),
      447: { protocol: 'HTTP', defaultAction: { type: 'fixed-response' } },
    },
  }),
  loadBalancer('nlb', 'acq', [], {
    type: 'network',
    subnets: {
      'subnet:acq-lb-a': { privateIPv4Address: '100.64.2.11' },
      'subnet:acq-lb-b': { privateIPv4Address: '100.64.2.75' },
    },
    securityGroupIds: null,
    listeners: {
      5432: listener('TCP', 'ledger'),
      514: listener('UDP', 'syslog'),
      162: listener('UDP', 'trap'),
      443: listener('TCP', 'to-alb'),
      7: listener('TCP', 'echo'),
    },
  }),
  targetGroup('h2', 'hub', ['workload:h2']),
  loadBalancer('hub-nlb2', 'hub', 'hub-a', {
    type: 'network',
    securityGroupIds: [sg('nlb2')],
    listeners: { 80: listener('TCP', 'h2') },
  }),
  targetGroup('elsewhere', 'zones', ['10.90.2.10'], { targetType: 'ip' }),
  loadBalancer('zones-nlb', 'zones', 'zones-a', {
    type: 'network',
    securityGroupIds: null,
    crossZone: true,
    listeners: { 80: listener('TCP', 'elsewhere') },
  }),
  loadBalancer('hub-nlb', 'hub', [], {
    type: 'network',
    subnets: { 'subnet:hub-a': { privateIPv4Address: '10.50.1.100' } },
    securityGroupIds: null,
    listeners: { 5432: listener('TCP', 'remote'), 6432: listener('TCP', 'remote-kept') },
  }),
)
