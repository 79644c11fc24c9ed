import { describe, expect, it } from 'vitest'
import {
  all,
  customerGateway,
  directConnectAssociation,
  directConnectGateway,
  documentOf,
  mainTable,
  onPremises,
  securityGroup,
  subnet,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  virtualInterface,
  vpc,
  vpnConnection,
  vpnGateway,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

type More = Readonly<Record<string, unknown>>
const dc = 'on-premises-network:dc'

const site = (
  name: string,
  block: string,
  routes: Readonly<Record<string, string>>,
  more: More,
) => [
  vpc(name, `${block}.0.0/16`),
  mainTable(name, name, routes, more),
  subnet(name, name, `${block}.1.0/24`),
  securityGroup(name, name, [all('0.0.0.0/0')]),
  workload(name, name, { securityGroupIds: [`security-group:${name}`] }),
]

/** Two VPCs by virtual private gateways on one Direct Connect gateway, and a data centre. */
const direct = (
  {
    interface: face = {},
    association = {},
    prefixes = ['192.168.0.0/16'],
  }: { readonly interface?: More; readonly association?: More; readonly prefixes?: string[] } = {},
  ...more: readonly unknown[]
) =>
  documentOf(
    site('a', '10.0', {}, { propagatingVgwIds: ['vpn-gateway:a'] }),
    site('b', '10.1', { '10.0.0.0/16': 'vpn-gateway:b' }, { propagatingVgwIds: ['vpn-gateway:b'] }),
    vpnGateway('a', 'a'),
    vpnGateway('b', 'b'),
    directConnectGateway('d'),
    directConnectAssociation('da', 'd', 'a', association),
    directConnectAssociation('db', 'd', 'b'),
    onPremises('dc', prefixes),
    virtualInterface('vif', 'dc', 'd', face),
    more.flat(),
  )

const componentsOf = (document: ReturnType<typeof direct>, from: string, to: string) =>
  ask(document, from, to).request.hops.map((hop) => hop.component)

describe('Direct Connect to virtual private gateways', () => {
  it('VPN-10: joins a data centre to every VPC on its Direct Connect gateway', () => {
    for (const name of ['a', 'b']) {
      expect(verdict(direct(), name, dc)).toBe('OK')
      expect(verdict(direct(), dc, name)).toBe('OK')
    }
    const hops = componentsOf(direct(), 'a', dc)
    expect(hops.filter((it) => /^(vpn-gateway|direct|virtual)/.test(it))).toEqual([
      'vpn-gateway:a',
      'direct-connect-gateway:d',
      'virtual-interface:vif',
    ])
  })

  it('VPN-10: passes nothing from one VPC on it to another', () => {
    const { codes, sentence } = ask(direct(), 'b', 'a')
    expect(codes[0]).toBe('EDGE_TO_EDGE')
    expect(sentence).toContain('Direct Connect gateway d passes nothing')
    const alone = directConnectAssociation('da', 'd', 'a', { state: 'disassociated' })
    expect(verdict(direct({}, alone), 'b', 'a')).toBe('NO(NO_POSSIBLE_DESTINATION)')
    const stranger = mainTable('b', 'b', { '10.7.0.0/16': 'vpn-gateway:b' })
    expect(verdict(direct({}, stranger), 'b', '10.7.0.1')).toBe('NO(NO_POSSIBLE_DESTINATION)')
  })

  it('VPN-9, VPN-10: of a VPC that nobody announces, the link that should is told', () => {
    const down = { tunnel1Status: 'DOWN', tunnel2Status: 'DOWN' }
    const design = (tunnels: More) =>
      direct(
        { association: { allowedPrefixes: ['10.0.0.0/24'] } },
        site('c', '10.2', {}, { propagatingVgwIds: ['vpn-gateway:c'] }),
        vpnGateway('c', 'c'),
        customerGateway('c', 'dc'),
        vpnConnection('vpn', 'c', 'c', tunnels),
      )
    expect(verdict(design({}), dc, 'c')).toBe('OK')
    expect(verdict(design(down), dc, 'c')).toBe('NO(BAD_STATE_VPN)')
    for (const tunnels of [{}, down]) {
      const { codes, branches } = ask(design(tunnels), dc, 'a')
      expect(codes[0]).toBe('NO_POSSIBLE_DESTINATION')
      expect(branches).toHaveLength(1)
    }
  })

  it('VPN-10: but does where a wider block is announced over the same virtual interface', () => {
    const document = direct({ prefixes: ['10.0.0.0/8'] })
    expect(verdict(document, 'b', 'a')).toBe('OK')
    expect(componentsOf(document, 'b', 'a')).toContain('direct-connect-gateway:d')
  })

  it.each([
    ['BGP is down', { interface: { bgpStatus: 'down' } }],
    ['the virtual interface is down', { interface: { virtualInterfaceState: 'down' } }],
  ])('nothing passes while %s', (_, given) => {
    expect(verdict(direct(given), 'a', dc)).toBe('NO(NO_ROUTE_TO_DESTINATION)')
    expect(verdict(direct(given), dc, 'a')).toBe('NO(BAD_STATE)')
  })

  it('nothing passes by an association that is not there yet', () => {
    const given = { association: { state: 'associating' } }
    expect(verdict(direct(given), 'a', dc)).toBe('NO(NO_ROUTE_TO_DESTINATION)')
    expect(verdict(direct(given), 'b', dc)).toBe('OK')
  })

  it('allowed prefixes announce the blocks inside them, and no others', () => {
    const allowing = (allowedPrefixes: readonly string[]) =>
      verdict(direct({ association: { allowedPrefixes } }), dc, 'a')
    expect(allowing(['10.0.0.0/15'])).toBe('OK')
    expect(allowing(['10.0.0.0/17'])).toBe('NO(NO_POSSIBLE_DESTINATION)')
  })

  it('VPC-11: of two VPCs that announce one block AWS allows one, and which gets the packet is not told', () => {
    const twin = site('b', '10.0', {}, { propagatingVgwIds: ['vpn-gateway:b'] })
    const unfinished = directConnectAssociation('db', 'd', 'b', { state: 'associating' })
    const first = directConnectAssociation('a0', 'd', 'b', { state: 'associating' })
    const gone = directConnectAssociation('db', 'd', 'b', { state: 'disassociated' })
    expect(verdict(direct({}, ...twin), dc, 'a')).toBe('NOT-MODELLED')
    expect(verdict(direct({}, ...twin, unfinished), dc, 'a')).toBe('OK')
    expect(verdict(direct({}, ...twin, first, gone), dc, 'a')).toBe('OK')
  })
  it('a transit virtual interface does not lead to virtual private gateways', () => {
    const given = { interface: { virtualInterfaceType: 'transit' } }
    expect(verdict(direct(given), 'a', dc)).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })

  it('VPN-4: Direct Connect counts before VPN, which takes over when it is down', () => {
    const both = (more: More) =>
      direct({ interface: more }, customerGateway('c', 'dc'), vpnConnection('vpn', 'a', 'c', {}))
    expect(componentsOf(both({}), 'a', dc)).not.toContain('vpn-connection:vpn')
    expect(componentsOf(both({ bgpStatus: 'down' }), 'a', dc)).toContain('vpn-connection:vpn')
    expect(verdict(both({ bgpStatus: 'down' }), 'a', dc)).toBe('OK')
    expect(verdict(both({ bgpStatus: 'down' }), dc, 'a')).toBe('OK')
  })

  it('VPN-5: leads to nothing beyond its VPC', () => {
    expect(verdict(direct(), dc, '10.0.9.9')).toBe('NO(VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS)')
  })

  it('a private virtual interface may end at a virtual private gateway itself', () => {
    const document = documentOf(
      site('a', '10.0', {}, { propagatingVgwIds: ['vpn-gateway:a'] }),
      vpnGateway('a', 'a'),
      onPremises('dc', ['192.168.0.0/16']),
      virtualInterface('vif', 'dc', 'vpn-gateway:a'),
    )
    expect(verdict(document, 'a', dc)).toBe('OK')
    expect(verdict(document, dc, 'a')).toBe('OK')
  })
})

describe('Direct Connect to a transit gateway', () => {
  const association = 'direct-connect-gateway-association:dt'
  const hub = (
    {
      interface: face = {},
      associated = {},
      table = {},
    }: { readonly interface?: More; readonly associated?: More; readonly table?: More } = {},
    ...more: readonly unknown[]
  ) =>
    documentOf(
      ...['10.0', '10.1'].map((block, index) => {
        const name = index === 0 ? 'a' : 'b'
        return [
          ...site(name, block, { '0.0.0.0/0': 'transit-gateway:t' }, {}),
          tgwAttachment(name, 't', name, [name]),
        ]
      }),
      transitGateway('t'),
      directConnectGateway('d'),
      directConnectAssociation('dt', 'd', 'transit-gateway:t', {
        allowedPrefixes: ['10.0.0.0/16'],
        ...associated,
      }),
      onPremises('dc', ['192.168.0.0/16']),
      virtualInterface('vif', 'dc', 'd', { virtualInterfaceType: 'transit', ...face }),
      tgwRouteTable('rt', 't', {
        associations: ['a', 'b', association],
        propagations: ['a', 'b', association],
        ...table,
      }),
      more.flat(),
    )

  it('TGW-1: the association is an attachment', () => {
    expect(verdict(hub(), 'a', dc)).toBe('OK')
    expect(verdict(hub(), dc, 'a')).toBe('OK')
  })

  it('what is not allowed is not announced', () => {
    expect(verdict(hub(), dc, 'b')).toBe('NO(NO_POSSIBLE_DESTINATION)')
    expect(verdict(hub(), 'b', dc)).toBe('NO<-(NO_POSSIBLE_DESTINATION)')
  })

  it('TGW-6, TGW-7: it needs association and propagation', () => {
    const alone = { associations: ['a', 'b'], propagations: ['a', 'b'] }
    expect(verdict(hub({ table: alone }), dc, 'a')).toBe(
      'NO(TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION)',
    )
    expect(verdict(hub({ table: alone }), 'a', dc)).toBe('NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)')
  })

  it('a private virtual interface does not lead to transit gateways', () => {
    const given = { interface: { virtualInterfaceType: 'private' } }
    expect(verdict(hub(given), 'a', dc)).toBe('NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)')
  })

  it('TGW-9: counts before a VPN connection that announces the same', () => {
    const vpn = 'vpn-connection:vpn'
    const both = (face: More) =>
      hub({ interface: face }, customerGateway('c', 'dc'), [
        vpnConnection('vpn', 'transit-gateway:t', 'c'),
        tgwRouteTable('rt', 't', {
          associations: ['a', 'b', association, vpn],
          propagations: ['a', 'b', association, vpn],
        }),
      ])
    expect(componentsOf(both({}), 'a', dc)).not.toContain(vpn)
    expect(componentsOf(both({ bgpStatus: 'down' }), 'a', dc)).toContain(vpn)
    expect(verdict(both({ bgpStatus: 'down' }), 'a', dc)).toBe('OK')
  })
})
