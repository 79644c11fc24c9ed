/*
 * A landing zone: three accounts, two Regions, one data centre.
 *
 *   network (1111…)   egress 10.0/16   NAT gateways nat-a, nat-b, the only internet gateway; host proxy
 *   platform (2222…)  prod 10.1/16     subnets app-a, app-b, app-c shared with the team; db is its own
 *   team (3333…)      dev 10.2/16      attached in its own eu-west-1a, which is euw1-az2
 *                     far 10.65/16     us-east-1: far; lone has no way out
 *   dc 192.168/16     by Direct Connect, and by a VPN connection with BGP as backup
 *
 *   egress-tgw-a 0/0 → nat-a   egress-tgw-b 0/0 → nat-b   pub-a, pub-b  0/0 → igw, 10/8 → eu
 *   svc  0/0 → nat-a, 10/8 and 192.168/16 → eu            prod, dev  0/0 → eu     far  0/0 → us
 *
 *   eu  prod    prod:     direct connect, VPN;  0/0 egress, 10.65/16 peering, 10.2/16 blackhole
 *       dev     dev:      direct connect, VPN;  0/0 egress
 *       egress  egress:   prod, dev;            10.65/16 peering
 *       hybrid  dc links: prod, dev;            0/0 egress, 10.65/16 peering
 *       peer    peering:  prod, direct connect, VPN;  0/0 egress, 10.2/16 blackhole
 *   us  all     far, peering: far;              0/0 peering
 *
 *   Direct Connect announces 10.1/16 and 10.65/16; VPN announces what `hybrid` has, so 10.2/16 too.
 */
import {
  aclAllow,
  all,
  customerGateway,
  directConnectAssociation,
  directConnectGateway,
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  networkAcl,
  onPremises,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  tgwAttachment,
  tgwPeering,
  tgwRouteTable,
  transitGateway,
  virtualInterface,
  vpc,
  vpnConnection,
} from '../../../../model/testing/build'
import { host, sg, type More } from './shorthand'

const platform = '222222222222'
const team = '333333333333'
const eu = 'transit-gateway:eu'
const us = 'transit-gateway:us'
const dx = 'direct-connect-gateway-association:dx'
const vpn = 'vpn-connection:vpn'
const peering = 'transit-gateway-peering-attachment:peering'

/** A subnet in a zone by its name in the account, and by its ID, which is the same in all of them. */
const inside = (
  name: string,
  of: string,
  block: string,
  zone: string,
  id: string,
  more: More = {},
) => subnet(name, of, block, { availabilityZone: zone, availabilityZoneId: id, ...more })
const served = (by: string) => ({ routeTableId: `route-table:${by}` })
const a = ['eu-west-1a', 'euw1-az1'] as const
const b = ['eu-west-1b', 'euw1-az2'] as const
const c = ['eu-west-1c', 'euw1-az3'] as const
const ofTeam = ['eu-west-1a', 'euw1-az2'] as const
const away = ['us-east-1a', 'use1-az1'] as const
const apart = { defaultRouteTableAssociation: false, defaultRouteTablePropagation: false }
const participant = { sharedWith: [team] }

export interface Variant {
  /** What differs of the virtual interface, the VPN connection, and the Direct Connect association. */
  readonly vif?: More
  readonly vpn?: More
  readonly dx?: More
  readonly natB?: More
  readonly prod?: More
  readonly peering?: More
  readonly eu?: More
  /** Further routes of the public subnets, and what else propagates to the table `egress`. */
  readonly pub?: Readonly<Record<string, string>>
  readonly egressLearns?: readonly string[]
  /** Static routes of the transit gateway in us-east-1. */
  readonly usRoutes?: Readonly<Record<string, string>>
}

export function landingZone(variant: Variant = {}) {
  const { pub = {}, egressLearns = [], usRoutes = { '0.0.0.0/0': peering } } = variant
  const pubRoutes = { '0.0.0.0/0': 'internet-gateway:igw', '10.0.0.0/8': eu, ...pub }
  const document = documentOf(
    { id: 'internet:net', kind: 'internet', name: 'the internet' },
    vpc('egress', '10.0.0.0/16'),
    vpc('prod', '10.1.0.0/16', { ownerId: platform }),
    vpc('dev', '10.2.0.0/16', { ownerId: team }),
    vpc('far', '10.65.0.0/16', { ownerId: team, region: 'us-east-1' }),

    internetGateway('igw', 'egress'),
    natGateway('nat-a', 'pub-a', { privateIp: '10.0.1.100', publicIp: '52.10.0.1' }),
    natGateway('nat-b', 'pub-b', {
      privateIp: '10.0.2.100',
      publicIp: '52.10.0.2',
      ...variant.natB,
    }),

    transitGateway('eu', { ...apart, sharedWith: [platform, team], ...variant.eu }),
    transitGateway('us', {
      ...apart,
      region: 'us-east-1',
      amazonSideAsn: 64513,
      sharedWith: [team],
    }),
    tgwAttachment('egress', 'eu', 'egress', ['egress-tgw-a', 'egress-tgw-b']),
    tgwAttachment('prod', 'eu', 'prod', ['prod-tgw-a', 'prod-tgw-b'], variant.prod),
    tgwAttachment('dev', 'eu', 'dev', 'dev-tgw'),
    tgwAttachment('far', 'us', 'far', 'far-tgw'),
    tgwPeering('peering', 'eu', 'us', variant.peering),
    tgwRouteTable('prod', 'eu', {
      associations: ['prod'],
      propagations: [dx, vpn],
      routes: { '0.0.0.0/0': 'egress', '10.65.0.0/16': peering, '10.2.0.0/16': null },
    }),
    tgwRouteTable('dev', 'eu', {
      associations: ['dev'],
      propagations: [dx, vpn],
      routes: { '0.0.0.0/0': 'egress' },
    }),
    tgwRouteTable('egress', 'eu', {
      associations: ['egress'],
      propagations: ['prod', 'dev', ...egressLearns],
      routes: { '10.65.0.0/16': peering },
    }),
    tgwRouteTable('hybrid', 'eu', {
      associations: [dx, vpn],
      propagations: ['prod', 'dev'],
      routes: { '0.0.0.0/0': 'egress', '10.65.0.0/16': peering },
    }),
    tgwRouteTable('peer', 'eu', {
      associations: [peering],
      propagations: ['prod', dx, vpn],
      routes: { '0.0.0.0/0': 'egress', '10.2.0.0/16': null },
    }),
    tgwRouteTable('all', 'us', {
      associations: ['far', peering],
      propagations: ['far'],
      routes: usRoutes,
    }),

    onPremises('dc', ['192.168.0.0/16']),
    directConnectGateway('dxgw', { amazonSideAsn: 64600 }),
    virtualInterface('vif', 'dc', 'dxgw', { virtualInterfaceType: 'transit', ...variant.vif }),
    directConnectAssociation('dx', 'dxgw', eu, {
      allowedPrefixes: ['10.1.0.0/16', '10.65.0.0/16'],
      ...variant.dx,
    }),
    customerGateway('dc', 'dc'),
    vpnConnection('vpn', eu, 'dc', variant.vpn),

    mainTable('egress-main', 'egress'),
    routeTable('to-nat-a', 'egress', { '0.0.0.0/0': 'nat-gateway:nat-a' }),
    routeTable('to-nat-b', 'egress', { '0.0.0.0/0': 'nat-gateway:nat-b' }),
    routeTable('pub', 'egress', pubRoutes),
    routeTable('svc', 'egress', {
      '0.0.0.0/0': 'nat-gateway:nat-a',
      '10.0.0.0/8': eu,
      '192.168.0.0/16': eu,
    }),
    mainTable('prod-main', 'prod', { '0.0.0.0/0': eu }),
    mainTable('dev-main', 'dev', { '0.0.0.0/0': eu }),
    mainTable('far-main', 'far'),
    routeTable('far', 'far', { '0.0.0.0/0': us }),

    inside('egress-tgw-a', 'egress', '10.0.0.0/28', ...a, served('to-nat-a')),
    inside('egress-tgw-b', 'egress', '10.0.0.16/28', ...b, served('to-nat-b')),
    inside('pub-a', 'egress', '10.0.1.0/24', ...a, served('pub')),
    inside('pub-b', 'egress', '10.0.2.0/24', ...b, served('pub')),
    inside('svc', 'egress', '10.0.3.0/24', ...a, served('svc')),
    inside('prod-tgw-a', 'prod', '10.1.0.0/28', ...a),
    inside('prod-tgw-b', 'prod', '10.1.0.16/28', ...b),
    inside('app-a', 'prod', '10.1.1.0/24', ...a, participant),
    inside('app-b', 'prod', '10.1.2.0/24', ...b, participant),
    inside('app-c', 'prod', '10.1.4.0/24', ...c, participant),
    inside('db', 'prod', '10.1.3.0/24', ...a, { networkAclId: 'network-acl:db' }),
    inside('dev-tgw', 'dev', '10.2.0.0/28', ...ofTeam),
    inside('dev-app', 'dev', '10.2.1.0/24', ...ofTeam),
    inside('far-tgw', 'far', '10.65.0.0/28', ...away, served('far')),
    inside('far-app', 'far', '10.65.1.0/24', ...away, served('far')),
    inside('far-lone', 'far', '10.65.2.0/24', ...away),
    networkAcl(
      'db',
      'prod',
      { 100: aclAllow('10.1.0.0/16') },
      { 100: aclAllow('10.0.0.0/8'), 110: aclAllow('192.168.0.0/16') },
    ),

    securityGroup('app', 'prod', [
      tcp(443, '10.0.0.0/8'),
      tcp(443, '192.168.0.0/16'),
      tcp(22, '192.168.10.0/24'),
    ]),
    securityGroup('db', 'prod', [tcp(5432, sg('app')), tcp(5433, '10.65.0.0/16')]),
    securityGroup('dev', 'dev', [tcp(443, '192.168.0.0/16')]),
    securityGroup('far', 'far', [
      tcp(443, '10.1.0.0/16'),
      tcp(443, '192.168.0.0/16'),
      tcp(8443, '10.0.0.0/16'),
      tcp(9000, sg('app')),
    ]),
    securityGroup('proxy', 'egress', [
      tcp(443, '10.0.0.0/8'),
      tcp(443, '192.168.0.0/16'),
      tcp(9000, sg('app')),
    ]),
    securityGroup('closed', 'far', [all('10.65.0.0/16')]),
    host('proxy', 'svc', '10.0.3.10', 'proxy'),
    { ...host('app-a', 'app-a', '10.1.1.10', 'app'), ownerId: team },
    { ...host('app-b', 'app-b', '10.1.2.10', 'app'), ownerId: team },
    { ...host('app-c', 'app-c', '10.1.4.10', 'app'), ownerId: team },
    host('db', 'db', '10.1.3.10', 'db'),
    host('dev', 'dev-app', '10.2.1.10', 'dev'),
    host('far', 'far-app', '10.65.1.10', 'far'),
    host('lone', 'far-lone', '10.65.2.10', 'far'),
    host('shut', 'far-app', '10.65.1.20', 'closed'),
  )
  const named = [
    { id: platform, name: 'Platform' },
    { id: team, name: 'Team' },
  ]
  return { ...document, accounts: [...document.accounts, ...named] }
}
