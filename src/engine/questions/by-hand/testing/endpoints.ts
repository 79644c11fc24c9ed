/*
 * A VPC whose private subnets have no exit but endpoints, and who else may use those.
 *
 *   app 10.20/16   endpoints in eps-a (zone a), eps-b (zone b) and eps-c (zone c)
 *     pub     0/0 → igw            pub (Elastic IP), nat
 *     pri     10.21 → pcx, 10.22 → tgw; S3, DynamoDB      pri, strict, bucket; pri-b in zone b
 *     natted  0/0 → nat            natted
 *     both    0/0 → nat; S3        both
 *     dead    nothing              dead
 *     fenced  table pri, a network ACL that lets only S3 answer
 *     eps-a   10.21 → pcx, 10.22 → tgw, on-premises propagated; eps-b  10.21 → pcx; eps-c  nothing
 *     tgw-in  S3                   the attachment's subnet, in zone a
 *   peer 10.21/16  peered with app: peer sends app and S3 there, narrow the endpoints alone
 *   spoke 10.22/16 0/0 → tgw, which sends it to app; an endpoint of its own, without DNS names
 *   dc 192.168/16  over a VPN on a virtual private gateway of app; sends app and S3 there
 */
import {
  all,
  aclAllow,
  awsService,
  customerGateway,
  gatewayEndpoint,
  interfaceEndpoint,
  internetGateway,
  mainTable,
  natGateway,
  networkAcl,
  onPremises,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
  vpnConnection,
  vpnGateway,
} from '../../../../model/testing/build'
import { elastic, host, sg, type More } from './shorthand'

export const s3Block = '52.218.0.0/17'
const tgw = 'transit-gateway:core'
const pcx = 'vpc-peering-connection:pcx'

const inApp = (name: string, number: string, by: string, zone = 'a', more: More = {}) =>
  subnet(name, 'app', `10.20.${number}`, {
    availabilityZone: `eu-west-1${zone}`,
    availabilityZoneId: `euw1-az-${zone}`,
    routeTableId: `route-table:${by}`,
    ...more,
  })

/** An endpoint in app for an AWS service or another's. */
const endpoint = (
  name: string,
  service: string,
  addresses: Readonly<Record<string, string>>,
  group: string,
  more: More = {},
) =>
  interfaceEndpoint(name, 'app', service, [], {
    subnets: Object.fromEntries(
      Object.entries(addresses).map(([zone, privateIp]) => [`subnet:eps-${zone}`, { privateIp }]),
    ),
    securityGroupIds: [sg(group)],
    ...more,
  })

const services = [
  awsService('s3', { prefixes: [s3Block] }),
  awsService('ddb', { service: 'dynamodb', prefixes: ['52.94.24.0/23'] }),
  awsService('s3-far', { region: 'eu-central-1', prefixes: ['52.219.168.0/22'] }),
  awsService('sqs', { service: 'any', prefixes: ['52.95.115.0/24'] }),
  awsService('kms', { service: 'any', prefixes: ['52.95.116.0/24'] }),
  awsService('ssm', { service: 'any', prefixes: ['52.95.117.0/24'] }),
  awsService('secrets', { service: 'any', prefixes: ['52.95.118.0/24'] }),
]

const groups = [
  securityGroup('open', 'app'),
  securityGroup('strict', 'app', [], [all('10.0.0.0/8')]),
  securityGroup('bucket', 'app', [], [tcp(443, s3Block)]),
  securityGroup('eps', 'app', [tcp(443, '10.0.0.0/8'), tcp(443, '192.168.0.0/16')], []),
  securityGroup('any', 'app', [all('10.0.0.0/8'), all('192.168.0.0/16')], []),
  securityGroup('shut', 'app', [tcp(443, '10.20.1.0/24')], []),
]

/** The VPC app, with what it reaches and who reaches it; endpoint services come from elsewhere. */
export const consumer = [
  services,
  { id: 'internet:net', kind: 'internet', name: 'the internet' },
  vpc('app', '10.20.0.0/16', { enableDnsHostnames: true }),
  internetGateway('app', 'app'),
  natGateway('nat', 'pub', { privateIp: '10.20.0.9', publicIp: '52.30.0.9' }),
  mainTable('dead', 'app'),
  routeTable('pub', 'app', { '0.0.0.0/0': 'internet-gateway:app' }),
  routeTable('pri', 'app', { '10.21.0.0/16': pcx, '10.22.0.0/16': tgw }),
  routeTable('natted', 'app', { '0.0.0.0/0': 'nat-gateway:nat' }),
  routeTable('both', 'app', { '0.0.0.0/0': 'nat-gateway:nat' }),
  routeTable(
    'eps-a',
    'app',
    { '10.21.0.0/16': pcx, '10.22.0.0/16': tgw },
    { propagatingVgwIds: ['vpn-gateway:vgw'] },
  ),
  routeTable('eps-b', 'app', { '10.21.0.0/16': pcx }),
  routeTable('tgw-in', 'app'),
  networkAcl(
    'fenced',
    'app',
    { 100: aclAllow(s3Block, 'tcp', [1024, 65535]) },
    { 100: aclAllow('0.0.0.0/0', 'tcp', 443) },
  ),
  inApp('pub', '0.0/24', 'pub'),
  inApp('pri', '1.0/24', 'pri'),
  inApp('pri-b', '2.0/24', 'pri', 'b'),
  inApp('dead', '3.0/24', 'dead'),
  inApp('natted', '4.0/24', 'natted'),
  inApp('both', '5.0/24', 'both'),
  inApp('fenced', '7.0/24', 'pri', 'a', { networkAclId: 'network-acl:fenced' }),
  inApp('eps-a', '8.0/26', 'eps-a'),
  inApp('eps-b', '8.64/26', 'eps-b', 'b'),
  inApp('eps-c', '8.128/26', 'dead', 'c'),
  inApp('tgw-in', '255.0/28', 'tgw-in'),
  groups,
  host('pub', 'pub', '10.20.0.10', 'open', elastic('52.30.0.1')),
  host('pri', 'pri', '10.20.1.10', 'open'),
  host('strict', 'pri', '10.20.1.11', 'strict'),
  host('bucket', 'pri', '10.20.1.12', 'bucket'),
  host('pri-b', 'pri-b', '10.20.2.10', 'open'),
  host('dead', 'dead', '10.20.3.10', 'open'),
  host('natted', 'natted', '10.20.4.10', 'open'),
  host('both', 'both', '10.20.5.10', 'open'),
  host('fenced', 'fenced', '10.20.7.10', 'open'),

  gatewayEndpoint('s3', 'app', 's3', ['pri', 'both', 'tgw-in']),
  gatewayEndpoint('ddb', 'app', 'ddb', ['pri']),
  endpoint('sqs', 'aws-service:sqs', { a: '10.20.8.10', b: '10.20.8.70' }, 'eps', {
    privateDnsEnabled: true,
  }),
  endpoint('kms', 'aws-service:kms', { a: '10.20.8.12' }, 'any'),
  endpoint('ssm', 'aws-service:ssm', { a: '10.20.8.13' }, 'shut'),
  endpoint('secrets', 'aws-service:secrets', { a: '10.20.8.14' }, 'eps', { state: 'pending' }),
  endpoint('svc', 'svc', { a: '10.20.8.11', b: '10.20.8.71' }, 'any'),
  endpoint('svc-c', 'svc', { c: '10.20.8.140' }, 'any'),
  endpoint('waiting', 'svc', { a: '10.20.8.15' }, 'any', { state: 'pendingAcceptance' }),
  endpoint('free', 'free', { a: '10.20.8.16' }, 'any'),

  vpc('peer', '10.21.0.0/16'),
  peering('pcx', 'app', 'peer'),
  mainTable('peer', 'peer', { '10.20.0.0/16': pcx, [s3Block]: pcx }),
  routeTable('narrow', 'peer', { '10.20.8.0/24': pcx }),
  subnet('peer', 'peer', '10.21.1.0/24'),
  subnet('narrow', 'peer', '10.21.2.0/24', { routeTableId: 'route-table:narrow' }),
  securityGroup('peer', 'peer'),
  host('peer', 'peer', '10.21.1.10', 'peer'),
  host('narrow', 'narrow', '10.21.2.10', 'peer'),

  vpc('spoke', '10.22.0.0/16', { enableDnsHostnames: false }),
  mainTable('spoke', 'spoke', { '0.0.0.0/0': tgw }),
  subnet('spoke', 'spoke', '10.22.1.0/24'),
  securityGroup('spoke', 'spoke', [tcp(443, '10.22.0.0/16')]),
  host('spoke', 'spoke', '10.22.1.10', 'spoke'),
  interfaceEndpoint('sqs-spoke', 'spoke', 'aws-service:sqs', 'spoke', {
    securityGroupIds: [sg('spoke')],
    privateDnsEnabled: true,
  }),
  transitGateway('core', {
    defaultRouteTableAssociation: false,
    defaultRouteTablePropagation: false,
  }),
  tgwAttachment('app', 'core', 'app', 'tgw-in'),
  tgwAttachment('spoke', 'core', 'spoke', 'spoke'),
  tgwRouteTable('core', 'core', {
    associations: ['app', 'spoke'],
    propagations: ['app', 'spoke'],
    routes: { '0.0.0.0/0': 'app' },
  }),

  onPremises('dc', ['192.168.0.0/16'], { routesToAws: ['10.20.0.0/16', s3Block] }),
  customerGateway('dc', 'dc'),
  vpnGateway('vgw', 'app'),
  vpnConnection('dc', 'vgw', 'dc'),
]
