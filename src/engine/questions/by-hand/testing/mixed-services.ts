/*
 * A shop with many services in one VPC, a peered VPC behind it, and a twin of the same addresses.
 *
 *   shop 10.40/16, 100.64/16, 2a05:d018:1000::/56
 *     pub-a, pub-b   0/0, ::/0 → igw, 10.41 → pcx      bastion (Elastic IP), nat, nodes of the balancers
 *     app-a, app-b   0/0 → nat, ::/0 → eigw, 10.41 → pcx   web-a, web-b, fn (Lambda), nodes, nodes-2
 *     pod-a          as app-a, 100.64.0.0/18: pods q by custom networking, external SNAT
 *     db-a, db-b     nothing; a network ACL: in 5432 from app, out ephemeral ports to app     db (RDS)
 *   back 10.41/16    10.40 → pcx; far
 *   twin 10.40/16    nothing but VPC Lattice
 *
 *   service network mesh: 443 to far; shop is associated, with a group for web; twin without any
 */
import {
  aclAllow,
  all,
  documentOf,
  egressOnlyInternetGateway,
  eksCluster,
  eksPods,
  internetGateway,
  latticeAssociation,
  mainTable,
  natGateway,
  networkAcl,
  peering,
  prefixList,
  routeTable,
  securityGroup,
  serviceNetwork,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../../../model/testing/build'
import { mixedBalancers } from './mixed-balancers'
import { elastic, host, rule, sg, type More } from './shorthand'

const pcx = 'vpc-peering-connection:pcx'
const app = '10.40.10.0/23'
const everywhere = [all('0.0.0.0/0'), all('::/0')]

const inShop = (name: string, block: string, by: string, more: More = {}) =>
  subnet(name, 'shop', block, {
    availabilityZone: `eu-west-1${name.at(-1) ?? ''}`,
    routeTableId: `route-table:${by}`,
    ...more,
  })

const groups = [
  securityGroup('bastion', 'shop', [
    tcp(22, 'prefix-list:admins'),
    tcp(22, 'prefix-list:admins-6'),
  ]),
  securityGroup(
    'web',
    'shop',
    [
      tcp(8080, sg('alb')),
      tcp(8081, '0.0.0.0/0'),
      tcp(8081, '::/0'),
      tcp(8082, '10.40.0.0/23'),
      rule('udp', '0.0.0.0/0', 53),
    ],
    everywhere,
  ),
  securityGroup('fn', 'shop'),
  securityGroup('node', 'shop', [tcp(8080, sg('web'))]),
  securityGroup('pod', 'shop', [tcp(8080, sg('web'))]),
  securityGroup('db', 'shop', [
    tcp(5432, sg('web')),
    tcp(5432, sg('node')),
    tcp(5432, sg('fn')),
    tcp(5432, sg('bastion')),
    tcp(5432, sg('pod')),
  ]),
  securityGroup('mesh', 'shop', [tcp(443, sg('web'))], []),
  securityGroup('far', 'back', [
    tcp(8081, '0.0.0.0/0'),
    tcp(8080, '10.40.0.0/23'),
    tcp(5432, sg('node')),
    tcp(22, 'prefix-list:inside'),
    tcp(443, '169.254.171.0/24'),
  ]),
  securityGroup('twin', 'twin'),
  prefixList('admins', ['81.2.69.0/24', '52.95.0.0/16']),
  prefixList('admins-6', ['2600:1f18::/33']),
  prefixList('inside', ['10.40.0.0/24', app]),
]

const clusters = (externalSnat: boolean) => [
  eksCluster('k', 'shop', ['app-a', 'app-b']),
  workload('nodes', ['app-a', 'app-b'], {
    workloadType: 'eks-node-group',
    securityGroupIds: [sg('node')],
  }),
  eksPods('p', 'k', 'nodes'),
  eksCluster('k-2', 'shop', ['app-a', 'app-b'], {
    externalSnat,
    eniConfigs: { 'eu-west-1a': { subnetId: 'subnet:pod-a', securityGroupIds: [sg('pod')] } },
  }),
  workload('nodes-2', 'app-a', { workloadType: 'eks-node-group', securityGroupIds: [sg('node')] }),
  eksPods('q', 'k-2', 'nodes-2'),
]

interface Variant {
  /** What differs of shop, as Block Public Access, and of its subnet pub-a. */
  readonly shop?: More
  readonly pubA?: More
  readonly externalSnat?: boolean
  /** The ports that the network ACL of the databases lets out. */
  readonly answers?: readonly [number, number]
}

export const mixedServices = ({
  shop = {},
  pubA = {},
  externalSnat = true,
  answers = [1024, 65535],
}: Variant = {}) =>
  documentOf(
    { id: 'internet:net', kind: 'internet', name: 'the internet' },
    vpc('shop', '10.40.0.0/16', {
      secondaryCidrBlocks: ['100.64.0.0/16'],
      ipv6CidrBlocks: ['2a05:d018:1000::/56'],
      ...shop,
    }),
    internetGateway('shop', 'shop'),
    egressOnlyInternetGateway('shop', 'shop'),
    natGateway('nat', 'pub-a', { privateIp: '10.40.0.9', publicIp: '52.80.9.9' }),
    mainTable('shop', 'shop'),
    routeTable('pub', 'shop', {
      '0.0.0.0/0': 'internet-gateway:shop',
      '::/0': 'internet-gateway:shop',
      '10.41.0.0/16': pcx,
    }),
    routeTable('app', 'shop', {
      '0.0.0.0/0': 'nat-gateway:nat',
      '::/0': 'egress-only-internet-gateway:shop',
      '10.41.0.0/16': pcx,
    }),
    inShop('pub-a', '10.40.0.0/24', 'pub', { ipv6CidrBlock: '2a05:d018:1000::/64', ...pubA }),
    inShop('pub-b', '10.40.1.0/24', 'pub', { ipv6CidrBlock: '2a05:d018:1000:1::/64' }),
    inShop('app-a', '10.40.10.0/24', 'app', { ipv6CidrBlock: '2a05:d018:1000:a::/64' }),
    inShop('app-b', '10.40.11.0/24', 'app', { ipv6CidrBlock: '2a05:d018:1000:b::/64' }),
    inShop('pod-a', '100.64.0.0/18', 'app'),
    inShop('db-a', '10.40.20.0/24', 'shop', { networkAclId: 'network-acl:db' }),
    inShop('db-b', '10.40.21.0/24', 'shop', { networkAclId: 'network-acl:db' }),
    networkAcl(
      'db',
      'shop',
      { 100: aclAllow(app, 'tcp', 5432) },
      { 100: aclAllow(app, 'tcp', answers) },
    ),
    groups,
    host('bastion', 'pub-a', '10.40.0.10', 'bastion', {
      ...elastic('52.80.2.1'),
      ipv6Addresses: ['2a05:d018:1000::10'],
    }),
    host('web-a', 'app-a', '10.40.10.10', 'web', { ipv6Addresses: ['2a05:d018:1000:a::10'] }),
    host('web-b', 'app-b', '10.40.11.10', 'web'),
    workload('fn', 'app-a', { workloadType: 'lambda-function', securityGroupIds: [sg('fn')] }),
    workload('db', ['db-a', 'db-b'], {
      workloadType: 'rds-db-instance',
      securityGroupIds: [sg('db')],
    }),
    ...clusters(externalSnat),
    mixedBalancers,

    vpc('back', '10.41.0.0/16'),
    mainTable('back', 'back', { '10.40.0.0/16': pcx }),
    subnet('back', 'back', '10.41.1.0/24'),
    peering('pcx', 'shop', 'back'),
    host('far', 'back', '10.41.1.10', 'far'),
    vpc('twin', '10.40.0.0/16'),
    mainTable('twin', 'twin'),
    subnet('twin', 'twin', '10.40.1.0/24'),
    host('twin', 'twin', '10.40.1.10', 'twin'),
    serviceNetwork('mesh', { 443: 'far' }),
    latticeAssociation('shop', 'shop', 'mesh', { securityGroupIds: [sg('mesh')] }),
    latticeAssociation('twin', 'twin', 'mesh'),
  )
