import fc from 'fast-check'
import type { Document } from '../../model/document'
import {
  all,
  connectAttachment,
  customerGateway,
  directConnectAssociation,
  directConnectGateway,
  documentOf,
  internetGateway,
  natGateway,
  onPremises,
  peering,
  prefixList,
  subnet,
  tgwAttachment,
  tgwPeering,
  tgwRouteTable,
  transitGateway,
  virtualInterface,
  vpnConnection,
  workload,
} from '../../model/testing/build'
import { site, tgw } from './attached-site'

/** Usually what makes sense, so that packets get somewhere; now and then anything. */
const mostly = <Value>(sensible: Value, any: fc.Arbitrary<Value>, weight = 9) =>
  fc.oneof({ arbitrary: fc.constant(sensible), weight }, { arbitrary: any, weight: 1 })

const names = ['a', 'b', 'c'] as const
const name = fc.constantFrom<string>(...names)
const gateway = mostly('t', fc.constant('u'), 4)
const region = mostly('eu-west-1', fc.constant('us-east-1'), 20)
const state = mostly(
  'available',
  fc.constantFrom('modifying', 'pendingAcceptance', 'deleted', 'failed'),
)
const hybrid = [
  'vpn-connection:t',
  'vpn-connection:u',
  'direct-connect-gateway-association:t',
  'transit-gateway-connect:wan',
]
const whole = [...names, 'odd', 'transit-gateway-peering-attachment:tu', ...hybrid]
const attachment = fc.constantFrom(...whole, 'gone')
const attachments = mostly<readonly string[]>(
  whole,
  fc.uniqueArray(attachment, { maxLength: 5 }),
  3,
)
const destination = fc.constantFrom(
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.0.0.0/16',
  '10.1.0.0/16',
  '10.1.0.4/32',
  '10.2.0.0/16',
  '192.168.0.0/16',
  '192.168.1.0/24',
  'prefix-list:p',
  'prefix-list:q',
)
const routes = mostly<Readonly<Record<string, string | null>>>(
  {},
  fc.dictionary(destination, fc.option(attachment), { maxKeys: 3, noNullPrototype: true }),
  2,
)
const zones = mostly<readonly string[]>(['a', 'b'], fc.constantFrom(['a'], ['c', 'a']), 3)
const target = fc.constantFrom(
  null,
  tgw('t'),
  tgw('u'),
  'vpc-peering-connection:ab',
  'nat-gateway:b',
)
const ingress = mostly<readonly object[]>(
  [all('0.0.0.0/0')],
  fc.constantFrom([all('security-group:a')], [all('10.0.0.0/16')], []),
  3,
)

const outside = fc.constantFrom(
  ['192.168.0.0/16'],
  ['192.168.0.0/16', '192.168.1.0/24'],
  ['192.168.1.0/24', '10.1.0.0/16'],
  ['0.0.0.0/0'],
)

/** A network outside AWS that both transit gateways have a VPN connection with, and one Direct Connect. */
const anyOutside = fc
  .record({
    prefixes: outside,
    routesToAws: mostly(null, outside, 4),
    connections: fc.tuple(
      ...(['t', 'u'] as const).map((of) =>
        fc
          .record({
            tunnel1Status: fc.constantFrom('UP', 'DOWN'),
            tunnel2Status: fc.constantFrom('UP', 'DOWN'),
            staticRoutesOnly: fc.boolean(),
            state: mostly('available', fc.constantFrom('pending', 'deleted')),
          })
          .map((more) => vpnConnection(of, tgw(of), 'c', more)),
      ),
    ),
    gateway,
    association: fc.record({
      state: mostly('associated', fc.constant('associating')),
      allowedPrefixes: mostly<readonly string[]>(
        ['10.0.0.0/8'],
        fc.constantFrom([], ['10.1.0.0/16'], ['10.1.0.0/24', '10.0.0.0/16']),
        2,
      ),
    }),
    face: fc.record({
      virtualInterfaceType: mostly('transit', fc.constant('private')),
      bgpStatus: mostly('up', fc.constant('down'), 3),
    }),
  })
  .map(({ prefixes, routesToAws, connections, gateway: of, association, face }) => [
    onPremises('dc', prefixes, { routesToAws }),
    customerGateway('c', 'dc'),
    ...connections,
    directConnectGateway('d'),
    directConnectAssociation('t', 'd', tgw(of), association),
    virtualInterface('dc', 'dc', 'd', face),
  ])

/** A VPC of three, attached to a transit gateway, with hosts in one or two zones. */
const anySite = (it: string, octet: number) =>
  fc
    .record({
      octet: mostly(octet, fc.constantFrom(0, 1)),
      zones,
      attached: zones,
      gateway,
      routes: fc
        .record({
          wide: gateway,
          odd: fc.dictionary(destination, target, { maxKeys: 2, noNullPrototype: true }),
        })
        .chain(({ wide, odd }) =>
          mostly<Record<string, string | null>>(
            { '10.0.0.0/8': tgw(wide), '192.168.0.0/16': tgw(wide) },
            fc.constant({ '0.0.0.0/0': tgw(wide), ...odd }),
            3,
          ),
        ),
      ingress,
      attachment: fc.record({
        state,
        applianceModeSupport: fc.boolean(),
        ipv6Support: fc.boolean(),
        securityGroupReferencingSupport: fc.boolean(),
      }),
    })
    .map(({ octet: second, ...more }) => site(it, second, more))

const parts: fc.Arbitrary<readonly object[]> = fc
  .tuple(
    fc.tuple(...names.map(anySite)),
    fc
      .tuple(region, fc.boolean(), region, fc.boolean())
      .map(([one, first, other, second]) => [
        transitGateway('t', { region: one, securityGroupReferencingSupport: first }),
        transitGateway('u', { region: other, securityGroupReferencingSupport: second }),
      ]),
    // usually the way of b to the other transit gateway, by a subnet of its own
    fc
      .record({ of: mostly('b', name), to: mostly('u', gateway), state, odd: fc.boolean() })
      .map(({ of, to, state: its, odd }) => [
        subnet('odd', of, '10.1.200.0/28'),
        tgwAttachment('odd', to, of, odd ? ['odd', 'a-a'] : ['odd'], { state: its }),
      ]),
    anyOutside,
    state.map((its) => [tgwPeering('tu', 't', 'u', { state: its }), peering('ab', 'a', 'b')]),
    fc.tuple(
      ...(['t', 'u'] as const).map((of) =>
        fc
          .record({
            gateway: mostly<string>(of, gateway),
            associations: attachments,
            propagations: attachments,
            routes,
          })
          .map(({ gateway: to, ...lists }) => tgwRouteTable(of, to, lists)),
      ),
    ),
  )
  .map((lists) => [
    ...lists.flat(2),
    internetGateway('b', 'b'),
    natGateway('b', 'b-a'),
    workload('sdwan', 'b-a', { workloadType: 'appliance' }),
    connectAttachment('wan', 't', 'sdwan', 'b', { prefixes: ['172.16.0.0/16', '10.2.0.0/16'] }),
    prefixList('p', ['10.1.0.0/16', '10.2.0.0/16']),
    prefixList('q', ['10.2.0.0/16']),
  ])

/** Three VPCs, a network outside AWS and two transit gateways, possible or not. */
export const anyTransitNetwork: fc.Arbitrary<Document> = parts.map((each) => documentOf(...each))

/** Hosts of such a network, and what is not one. */
export const anyTransitEnd = fc.constantFrom(
  ...names,
  ...names,
  ...names,
  'a-b',
  'subnet:b-a',
  'subnet:c-tgw-a',
  '10.0.0.4',
  '10.1.0.4',
  '10.1.0.99',
  '10.7.0.1',
  'on-premises-network:dc',
  'on-premises-network:dc',
  '192.168.1.9',
  '172.16.0.1',
  '8.8.8.8',
)
