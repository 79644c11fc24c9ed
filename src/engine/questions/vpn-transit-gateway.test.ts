import { describe, expect, it } from 'vitest'
import {
  all,
  customerGateway,
  documentOf,
  mainTable,
  onPremises,
  securityGroup,
  subnet,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
  vpnConnection,
  vpnGateway,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

type More = Readonly<Record<string, unknown>>
const dc = 'on-premises-network:dc'
const down = { tunnel1Status: 'DOWN', tunnel2Status: 'DOWN' }
const over = 'vpn-connection:vpn'

/** Two VPCs and a data centre on one transit gateway. */
const hub = (
  {
    connection = {},
    table = {},
    gateway = {},
  }: { readonly connection?: More; readonly table?: More; readonly gateway?: More } = {},
  ...more: readonly unknown[]
) =>
  documentOf(
    ...['10.0', '10.1'].map((block, index) => {
      const name = index === 0 ? 'a' : 'b'
      return [
        vpc(name, `${block}.0.0/16`),
        mainTable(name, name, { '0.0.0.0/0': 'transit-gateway:t' }),
        subnet(name, name, `${block}.1.0/24`),
        securityGroup(name, name, [all('0.0.0.0/0')]),
        workload(name, name, { securityGroupIds: [`security-group:${name}`] }),
        tgwAttachment(name, 't', name, [name]),
      ]
    }),
    transitGateway('t', gateway),
    onPremises('dc', ['192.168.0.0/16']),
    customerGateway('c', 'dc'),
    vpnConnection('vpn', 'transit-gateway:t', 'c', connection),
    tgwRouteTable('rt', 't', {
      associations: ['a', 'b', over],
      propagations: ['a', 'b', over],
      ...table,
    }),
    more.flat(),
  )

describe('a Site-to-Site VPN connection as an attachment of a transit gateway', () => {
  it('TGW-1: joins what is outside AWS to every VPC whose routes lead there', () => {
    for (const name of ['a', 'b']) {
      expect(verdict(hub(), name, dc)).toBe('OK')
      expect(verdict(hub(), dc, name)).toBe('OK')
    }
  })

  it('TGW-6: forwards nothing that comes in without an association', () => {
    const table = { associations: ['a', 'b'] }
    expect(verdict(hub({ table }), dc, 'a')).toBe('NO(TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION)')
  })

  it('TGW-7: without propagation or a static route it is not found', () => {
    const table = { propagations: ['a', 'b'] }
    expect(verdict(hub({ table }), 'a', dc)).toBe('NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)')
    const routes = { '192.168.0.0/16': over }
    expect(verdict(hub({ table: { ...table, routes } }), 'a', dc)).toBe('OK')
  })

  it('TGW-7: its static routes are none of the transit gateway', () => {
    const connection = { staticRoutesOnly: true, routes: ['192.168.0.0/16'] }
    expect(verdict(hub({ connection }), 'a', dc)).toBe('NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)')
    const table = { routes: { '192.168.0.0/16': over } }
    expect(verdict(hub({ connection, table }), 'a', dc)).toBe('OK')
  })

  it('VPN-9: down, it is told as that', () => {
    expect(verdict(hub({ connection: down }), 'a', dc)).toBe('NO(TGW_BAD_STATE_VPN)')
    expect(verdict(hub({ connection: down }), dc, 'a')).toBe('NO(TGW_BAD_STATE_VPN)')
    const table = { routes: { '192.168.0.0/16': over } }
    expect(verdict(hub({ connection: down, table }), 'a', dc)).toBe('NO(TGW_BAD_STATE_VPN)')
  })

  it('TGW-9: a VPC counts before a connection that announces the same block', () => {
    const document = hub({}, onPremises('twin', ['10.1.0.0/16']), customerGateway('c2', 'twin'), [
      vpnConnection('other', 'transit-gateway:t', 'c2'),
      tgwRouteTable('rt', 't', {
        associations: ['a', 'b', over, 'vpn-connection:other'],
        propagations: ['a', 'b', over, 'vpn-connection:other'],
      }),
    ])
    const { request } = ask(document, 'a', 'b')
    expect(request.delivered).toBe(true)
    expect(request.hops.map((hop) => hop.component)).not.toContain('vpn-connection:other')
  })

  it('VPN-12: of two that announce the same block both have to work', () => {
    const twice = (more: More) =>
      hub({}, customerGateway('c2', 'dc'), [
        vpnConnection('other', 'transit-gateway:t', 'c2', more),
        tgwRouteTable('rt', 't', {
          associations: ['a', 'b', over, 'vpn-connection:other'],
          propagations: ['a', 'b', over, 'vpn-connection:other'],
        }),
      ])
    expect(ask(twice({}), 'a', dc).branches.length).toBeGreaterThan(1)
    expect(verdict(twice({}), 'a', dc)).toBe('OK')
    // BGP takes the route of the one that is down away
    expect(verdict(twice(down), 'a', dc)).toBe('OK')
  })

  it('EP-4, VPN-5: what one VPN connection brings may go on to another VPC, unlike behind a virtual private gateway', () => {
    const { request } = ask(hub(), dc, 'b')
    expect(request.hops.map((hop) => hop.component)).toContain('transit-gateway-route-table:rt')
  })
})

describe('CL-17: a network with connections to a transit gateway and to a VPC of its own', () => {
  const both = (gateway: More) =>
    hub(
      { gateway },
      vpc('v', '10.9.0.0/16'),
      vpnGateway('g', 'v'),
      vpnConnection('vpn2', 'vpn-gateway:g', 'c'),
    )
  it('sends by the one that announces the destination', () => {
    expect(verdict(both({}), dc, 'a')).toBe('OK')
  })
  it('sends by the transit gateway where nobody told what that announces', () => {
    const undescribed = 'aws ec2 describe-transit-gateway-route-tables'
    const document = documentOf(
      ...Object.values(both({ undescribed }).resources).filter(
        ({ kind }) => kind !== 'transit-gateway-route-table',
      ),
    )
    expect(verdict(document, dc, 'a')).toBe('NOT-MODELLED')
  })
})
