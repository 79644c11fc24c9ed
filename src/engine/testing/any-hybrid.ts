import fc from 'fast-check'
import {
  clientVpn,
  customerGateway,
  directConnectAssociation,
  directConnectGateway,
  onPremises,
  virtualInterface,
  vpnConnection,
  vpnGateway,
} from '../../model/testing/build'

const block = fc.constantFrom(
  '192.168.0.0/16',
  '192.168.0.0/16',
  '192.168.1.0/24',
  '10.0.1.0/24',
  '52.10.0.0/16',
)
const blocks = fc.uniqueArray(block, { maxLength: 3 })
const tunnel = fc.constantFrom('UP', 'UP', 'UP', 'DOWN')
const state = fc.constantFrom(
  'available',
  'available',
  'available',
  'available',
  'pending',
  'deleted',
)

const connection = (name: string, gateway: string, customer: string) =>
  fc
    .record({
      state,
      staticRoutesOnly: fc.boolean(),
      routes: blocks,
      tunnel1Status: tunnel,
      tunnel2Status: tunnel,
    })
    .map((more) => vpnConnection(name, gateway, customer, more))

/** Two networks outside AWS, three virtual private gateways, connections between them. */
export const anyHybrid: fc.Arbitrary<readonly object[]> = fc
  .tuple(
    fc.record({ prefixes: blocks, routesToAws: fc.option(blocks) }),
    fc.constantFrom('dc', 'office', null),
    fc.constantFrom('attached', 'attached', 'attached', 'detached'),
    connection('one', 'a', 'c'),
    connection('two', 'a', 'd'),
    connection('three', 'b', 'c'),
    fc.constantFrom('a', 'b', 'c'),
    fc.record({
      virtualInterfaceType: fc.constantFrom('private', 'private', 'transit'),
      bgpStatus: fc.constantFrom('up', 'up', 'down'),
      virtualInterfaceState: fc.constantFrom('available', 'available', 'available', 'down'),
    }),
    fc.record({
      state: fc.constantFrom('associated', 'associated', 'associated', 'associating'),
      allowedPrefixes: blocks,
    }),
  )
  .map(
    ([
      { prefixes, routesToAws },
      behind,
      attachmentState,
      one,
      two,
      three,
      home,
      face,
      allowed,
    ]) => [
      onPremises('dc', prefixes, { routesToAws }),
      onPremises('office', ['192.168.0.0/16']),
      customerGateway('c', 'dc'),
      customerGateway('d', behind),
      vpnGateway('a', 'a', { attachmentState }),
      vpnGateway('b', home === 'a' ? 'b' : home),
      one,
      two,
      three,
      clientVpn('a', 'a', ['a'], {
        authorizationRules: { any: { destinationCidr: '0.0.0.0/0' } },
        routes: { all: { destinationCidr: '0.0.0.0/0', targetSubnetId: 'subnet:a' } },
      }),
      directConnectGateway('d'),
      directConnectAssociation('da', 'd', 'a', allowed),
      directConnectAssociation('db', 'd', 'b'),
      virtualInterface('dc', 'dc', 'd', face),
      virtualInterface('office', 'office', 'vpn-gateway:a', face),
    ],
  )
