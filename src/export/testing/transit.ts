import type { Document } from '../../model/document'
import {
  documentOf,
  mainTable,
  prefixList,
  routeTable,
  subnet,
  tgwAttachment,
  tgwPeering,
  tgwRouteTable,
  transitGateway,
  vpc,
} from '../../model/testing/build'

const [other, far] = [{ ownerId: '222222222222' }, { region: 'us-east-1' }]
const peering = 'transit-gateway-peering-attachment:hub-far'

/** A VPC with a subnet in each of two zones and a route to a transit gateway. */
const attachable = (
  name: string,
  number: number,
  gateway: string | null,
  more: Readonly<Record<string, string>> = {},
) => {
  const region = more['region'] ?? 'eu-west-1'
  return [
    vpc(name, `10.${number}.0.0/16`, more),
    mainTable(`${name}-main`, name),
    routeTable(
      `${name}-rt`,
      name,
      gateway === null ? {} : { '10.0.0.0/8': `transit-gateway:${gateway}` },
    ),
    ...['a', 'b'].map((zone, index) =>
      subnet(`${name}-${zone}`, name, `10.${number}.${index}.0/24`, {
        availabilityZone: `${region}${zone}`,
        routeTableId: `route-table:${name}-rt`,
      }),
    ),
  ]
}

const attached = (name: string, gateway: string, more: Readonly<Record<string, unknown>> = {}) =>
  tgwAttachment(name, gateway, name, [`${name}-a`, `${name}-b`], more)

const off = { defaultRouteTableAssociation: false, defaultRouteTablePropagation: false }
const isDefault = { defaultAssociationRouteTable: true, defaultPropagationRouteTable: true }

/** A hub that two accounts use, tables of its own, a blackhole, and a peering to another Region. */
const hub = [
  transitGateway('hub', {
    ...off,
    amazonSideAsn: 64600,
    securityGroupReferencingSupport: true,
    vpnEcmpSupport: false,
    sharedWith: ['222222222222', '333333333333'],
    tags: { Owner: 'network team' },
  }),
  transitGateway('far', { ...off, ...far, amazonSideAsn: 64601 }),
  ...attachable('shared', 1, 'hub'),
  ...attachable('spoke', 2, 'hub', other),
  ...attachable('distant', 3, 'far', far),
  attached('shared', 'hub', { applianceModeSupport: true, ipv6Support: true }),
  attached('spoke', 'hub', { dnsSupport: false, securityGroupReferencingSupport: false }),
  attached('distant', 'far'),
  tgwPeering('hub-far', 'hub', 'far'),
  tgwRouteTable('spokes', 'hub', {
    associations: ['spoke'],
    propagations: ['shared'],
    routes: { '10.3.0.0/16': peering, '192.0.2.0/24': null },
  }),
  tgwRouteTable('services', 'hub', {
    associations: ['shared', peering],
    propagations: ['spoke'],
    routes: { '10.1.0.0/16': 'shared' },
  }),
  tgwRouteTable('far', 'far', {
    associations: ['distant', peering],
    propagations: ['distant'],
    routes: { '0.0.0.0/0': peering },
  }),
]

/** A transit gateway whose default table is as AWS makes it. */
const plain = [
  transitGateway('plain'),
  ...attachable('p', 11, 'plain'),
  ...attachable('q', 12, 'plain'),
  attached('p', 'plain'),
  attached('q', 'plain'),
  tgwRouteTable(
    'plain',
    'plain',
    { associations: ['p', 'q'], propagations: ['p', 'q'] },
    isDefault,
  ),
]

/** A transit gateway whose default table serves some and has a route of its own. */
const mixed = [
  transitGateway('mixed', { sharedWith: ['222222222222'], autoAcceptSharedAttachments: true }),
  ...attachable('m', 21, 'mixed', other),
  ...attachable('n', 22, 'mixed'),
  attached('m', 'mixed'),
  attached('n', 'mixed'),
  tgwRouteTable(
    'mixed default',
    'mixed',
    {
      associations: ['m'],
      propagations: ['m'],
      routes: { '192.0.2.0/24': null, '0.0.0.0/0': 'n' },
    },
    isDefault,
  ),
  tgwRouteTable('apart', 'mixed', { associations: ['n'], propagations: ['m', 'n'] }),
]

/** Transit gateways in every variant that the emulator of AWS can deploy. */
export const transitDocument = (): Document => documentOf(hub, plain, mixed)

/** The same with references to prefix lists, which it cannot. */
export const prefixListDocument = (): Document =>
  documentOf(
    hub,
    prefixList('branches', ['172.16.0.0/12', '192.168.0.0/16']),
    prefixList('blocked', ['198.51.100.0/24']),
    tgwRouteTable('lists', 'hub', {
      routes: { 'prefix-list:branches': 'shared', 'prefix-list:blocked': null },
    }),
  )
