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
import { verdict } from '../testing/ask'

const far = '2600:9000::1'

/** A dual-stack host whose routes for both families lead to this gateway. */
const site = (gateway: string, ...more: readonly unknown[]) =>
  documentOf(
    vpc('v', '10.0.0.0/16', { ipv6CidrBlocks: ['2600:1f00::/56'] }),
    mainTable('v', 'v', { '2600:9000::/28': gateway, '192.168.0.0/16': gateway }),
    subnet('s', 'v', '10.0.1.0/24', { ipv6CidrBlock: '2600:1f00:0:1::/64' }),
    securityGroup('app', 'v', [], [all('::/0'), all('0.0.0.0/0')]),
    workload(
      'app',
      's',
      { securityGroupIds: ['security-group:app'] },
      { ipv6Addresses: ['2600:1f00:0:1::10'] },
    ),
    onPremises('dc', ['192.168.0.0/16']),
    ...more,
  )

const direct = [
  directConnectGateway('d'),
  virtualInterface('vif', 'dc', 'd'),
  directConnectAssociation('da', 'd', 'g'),
]
const vpn = [customerGateway('c', 'dc'), vpnConnection('vpn', 'g', 'c')]

describe('RT-13, VPN-8: IPv6 to a virtual private gateway', () => {
  it('by VPN alone AWS takes no such route', () => {
    const document = site('vpn-gateway:g', vpnGateway('g', 'v'), ...vpn)
    expect(verdict(document, 'app', far)).toBe('NO(NO_ROUTE_TO_DESTINATION)')
    expect(verdict(document, 'app', '192.168.7.7')).toBe('OK')
  })
  it('towards Direct Connect it does, and what becomes of the packet is not told', () => {
    const document = site('vpn-gateway:g', vpnGateway('g', 'v'), ...vpn, ...direct)
    expect(verdict(document, 'app', far)).toBe('NOT-MODELLED')
    expect(verdict(document, 'app', '192.168.7.7')).toBe('OK')
  })
})

describe('VPN-8: IPv6 to what joins a transit gateway to a network outside AWS', () => {
  const vpnOn = [customerGateway('c', 'dc'), vpnConnection('vpn', 'transit-gateway:t', 'c')]
  const directOn = [
    directConnectGateway('d'),
    virtualInterface('vif', 'dc', 'd', { virtualInterfaceType: 'transit' }),
    directConnectAssociation('dt', 'd', 'transit-gateway:t', { allowedPrefixes: ['10.0.0.0/16'] }),
  ]
  const hub = (to: string, links: readonly unknown[]) =>
    site(
      'transit-gateway:t',
      transitGateway('t'),
      tgwAttachment('v', 't', 'v', 's', { ipv6Support: true }),
      tgwRouteTable('rt', 't', {
        associations: ['v', to],
        propagations: ['v', to],
        routes: { '2600:9000::/28': to },
      }),
      ...links,
    )
  it.each([
    ['vpn-connection:vpn', vpnOn],
    ['direct-connect-gateway-association:dt', directOn],
  ])('%s', (to, links) => {
    expect(verdict(hub(to, links), 'app', far)).toBe('NOT-MODELLED')
    expect(verdict(hub(to, links), 'app', '192.168.7.7')).toBe('OK')
  })
})
