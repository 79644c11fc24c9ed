import type { Document } from '../../model/document'
import {
  clientVpn,
  connectAttachment,
  customerGateway,
  directConnectAssociation,
  directConnectGateway,
  documentOf,
  mainTable,
  onPremises,
  routeTable,
  securityGroup,
  subnet,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  virtualInterface,
  vpc,
  vpnConnection,
  vpnGateway,
} from '../../model/testing/build'

const premises = onPremises('office', ['192.168.0.0/16'])
const routers = [
  customerGateway('router', 'office', { ipAddress: '203.0.113.5', bgpAsn: 65010 }),
  customerGateway('large', 'office', { ipAddress: '203.0.113.6', bgpAsn: 4200000001 }),
  customerGateway('unknown', null),
]

/** A VPC with a virtual private gateway: propagation, a route of its own, an edge, both kinds of routing. */
const privateGateway = [
  vpc('a', '10.1.0.0/16'),
  mainTable('a-main', 'a'),
  routeTable('a-learns', 'a', {}, { propagatingVgwIds: ['vpn-gateway:vgw'] }),
  routeTable('a-static', 'a', { '192.168.0.0/16': 'vpn-gateway:vgw' }),
  routeTable('a-edge', 'a', {}, { gatewayId: 'vpn-gateway:vgw' }),
  subnet('a-one', 'a', '10.1.1.0/24', { routeTableId: 'route-table:a-learns' }),
  subnet('a-two', 'a', '10.1.2.0/24', { routeTableId: 'route-table:a-static' }),
  vpnGateway('vgw', 'a', { amazonSideAsn: 64620 }),
  vpnConnection('by bgp', 'vgw', 'router'),
  vpnConnection('static', 'vgw', 'large', {
    staticRoutesOnly: true,
    routes: ['192.168.1.0/24', '192.168.0.0/24'],
    tunnel2Status: 'DOWN',
  }),
  vpc('b', '10.2.0.0/16'),
  mainTable('b-main', 'b'),
  vpnGateway('loose', 'b', { attachmentState: 'detached' }),
]

/** A transit gateway with a VPC; its tables are for the cases to draw. */
const hub = (name: string, number: number, more: Readonly<Record<string, unknown>> = {}) => [
  transitGateway(name, { amazonSideAsn: 64700 + number, ...more }),
  vpc(`${name}-vpc`, `10.${number}.0.0/16`),
  mainTable(`${name}-main`, `${name}-vpc`),
  routeTable(`${name}-rt`, `${name}-vpc`, { '192.168.0.0/16': `transit-gateway:${name}` }),
  subnet(`${name}-subnet`, `${name}-vpc`, `10.${number}.0.0/24`, {
    routeTableId: `route-table:${name}-rt`,
  }),
  tgwAttachment(`${name}-vpc`, name, `${name}-vpc`, `${name}-subnet`),
]

/** Both attachments on the table that AWS makes with the transit gateway. */
const byDefault = [
  ...hub('hub', 11),
  vpnConnection('hub vpn', 'transit-gateway:hub', 'unknown'),
  tgwRouteTable(
    'hub-table',
    'hub',
    {
      associations: ['hub-vpc', 'vpn-connection:hub vpn'],
      propagations: ['hub-vpc', 'vpn-connection:hub vpn'],
    },
    { defaultAssociationRouteTable: true, defaultPropagationRouteTable: true },
  ),
]

const off = { defaultRouteTableAssociation: false, defaultRouteTablePropagation: false }

/** A VPN connection on tables of its own, which a template cannot fill before somebody looks up an ID. */
const byTables = [
  ...hub('own', 12, off),
  vpnConnection('own vpn', 'transit-gateway:own', 'router', { staticRoutesOnly: true }),
  tgwRouteTable('vpcs', 'own', {
    associations: ['own-vpc'],
    routes: { '192.168.0.0/16': 'vpn-connection:own vpn' },
  }),
  tgwRouteTable('sites', 'own', {
    associations: ['vpn-connection:own vpn'],
    propagations: ['own-vpc', 'vpn-connection:own vpn'],
  }),
]

/** VPN connections as the emulator of AWS deploys them from either language. */
export const hybridDocument = (): Document =>
  documentOf(premises, routers, privateGateway, byDefault)

/** The same with what only Terraform deploys at once. */
export const hybridTablesDocument = (): Document =>
  documentOf(
    premises,
    routers,
    privateGateway,
    byDefault,
    byTables,
    vpc('main', '10.3.0.0/16'),
    mainTable('learns', 'main', {}, { propagatingVgwIds: ['vpn-gateway:of main'] }),
    subnet('in main', 'main', '10.3.1.0/24'),
    vpnGateway('of main', 'main'),
  )

const [other, far] = [{ ownerId: '222222222222' }, { region: 'us-east-1' }]

/** Direct Connect, Client VPN and Connect attachments, which the emulator of AWS does not know. */
export const directConnectDocument = (): Document =>
  documentOf(
    premises,
    directConnectGateway('private/side', { amazonSideAsn: 64801, tags: { Owner: 'network team' } }),
    directConnectGateway('transit — side', { amazonSideAsn: 64802 }),
    vpc('a', '10.1.0.0/16'),
    subnet('a-one', 'a', '10.1.1.0/24'),
    vpnGateway('vgw', 'a'),
    vpc('theirs', '10.2.0.0/16', other),
    vpnGateway('their vgw', 'theirs', { amazonSideAsn: 64803 }),
    vpc('far', '10.3.0.0/16', far),
    vpnGateway('far vgw', 'far', { amazonSideAsn: 64804 }),
    directConnectAssociation('own', 'private/side', 'vgw'),
    directConnectAssociation('foreign', 'private/side', 'their vgw', {
      allowedPrefixes: ['10.2.0.0/16', '10.0.0.0/8'],
    }),
    directConnectAssociation('distant', 'private/side', 'far vgw'),
    virtualInterface('private', 'office', 'private/side'),
    vpc('direct', '10.4.0.0/16'),
    vpnGateway('direct vgw', 'direct', { amazonSideAsn: 64805 }),
    virtualInterface('without gateway', 'office', 'vpn-gateway:direct vgw', { bgpStatus: 'down' }),
    ...hub('own', 12, off),
    directConnectAssociation('hub', 'transit — side', 'transit-gateway:own', {
      allowedPrefixes: ['10.12.0.0/16'],
    }),
    virtualInterface('transit', 'office', 'transit — side', { virtualInterfaceType: 'transit' }),
    tgwRouteTable('table', 'own', {
      associations: ['own-vpc', 'direct-connect-gateway-association:hub'],
      propagations: [
        'own-vpc',
        'direct-connect-gateway-association:hub',
        'transit-gateway-connect:sdwan',
        'transit-gateway-connect:sdwan over direct',
      ],
    }),
    connectAttachment('sdwan', 'own', 'on-premises-network:office', 'own-vpc', {
      prefixes: ['172.20.0.0/16'],
      peers: {
        'peer-1': { peerAddress: '10.12.0.10', insideCidrBlock: '169.254.100.0/29' },
        'peer-2': { insideCidrBlock: '169.254.100.8/29', peerAsn: 64712, bgpStatus: 'down' },
      },
    }),
    connectAttachment(
      'sdwan over direct',
      'own',
      'on-premises-network:office',
      'direct-connect-gateway-association:hub',
      { peers: {} },
    ),
    securityGroup('clients', 'a'),
    clientVpn('people', 'a', ['a-one'], {
      securityGroupIds: ['security-group:clients'],
      authorizationRules: {
        'rule-1': { destinationCidr: '10.1.0.0/16' },
        'rule-2': { destinationCidr: '0.0.0.0/0' },
      },
      routes: { 'route-1': { destinationCidr: '192.168.0.0/16', targetSubnetId: 'subnet:a-one' } },
      splitTunnel: true,
    }),
  )
