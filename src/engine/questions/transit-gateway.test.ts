import { describe, expect, it } from 'vitest'
import {
  documentOf,
  subnet,
  tgwPeering,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'
import { a, b, gateway, oneTable, site, tgw, two } from '../testing/attached-site'

describe('section 5', () => {
  it('row 1: a default route table, both VPC route tables lead to the transit gateway', () => {
    expect(verdict(two(), 'a', 'b')).toBe('OK')
    expect(verdict(two(), 'b', 'a')).toBe('OK')
  })
  it('row 2: the table of the subnet in B lacks A', () => {
    const document = two({}, { routes: {} })
    expect(verdict(document, 'a', 'b')).toBe('NO<-(NO_ROUTE_TO_DESTINATION)')
    expect(verdict(document, 'b', 'a')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
  it('row 3: A is associated, B does not propagate', () => {
    const table = tgwRouteTable('rt', 't', { associations: ['a', 'b'], propagations: ['a'] })
    expect(verdict(two({}, {}, table), 'a', 'b')).toBe('NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)')
  })
  it('row 4: the zone of the source is not attached', () => {
    const document = two({ zones: ['a', 'c'], attached: ['a'] })
    expect(verdict(document, 'a-c', 'b')).toBe('NO(TGW_ROUTE_AZ_RESTRICTION)')
    expect(verdict(document, 'a', 'b')).toBe('OK')
  })
  it('row 5: the zone of the destination is not attached', () => {
    const document = two({}, { zones: ['a', 'c'], attached: ['a'] })
    expect(verdict(document, 'a', 'b-c')).toBe('NO<-(TGW_ROUTE_AZ_RESTRICTION)')
  })
  it('row 6: A and B are both 10.0.0.0/16 (OVL-1)', () => {
    const twin = site('b', 0)
    const document = documentOf(gateway, a(), twin, oneTable('a', 'b'))
    expect(verdict(document, 'a', 'b')).toBe('NO(CIDR_OVERLAP)')
  })
  const peered = (back: Record<string, string>) =>
    documentOf(
      transitGateway('t'),
      transitGateway('u'),
      a(),
      b({ gateway: 'u' }),
      tgwPeering('tu', 't', 'u'),
      tgwRouteTable('rt', 't', {
        associations: ['a', 'transit-gateway-peering-attachment:tu'],
        propagations: ['a'],
        routes: { '10.1.0.0/16': 'transit-gateway-peering-attachment:tu' },
      }),
      tgwRouteTable('ru', 'u', {
        associations: ['b', 'transit-gateway-peering-attachment:tu'],
        propagations: ['b'],
        routes: back,
      }),
    )
  it('row 7: two transit gateways are peered, a route only on the first', () => {
    expect(verdict(peered({}), 'a', 'b')).toBe('NO<-(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)')
    const both = peered({ '10.0.0.0/16': 'transit-gateway-peering-attachment:tu' })
    expect(verdict(both, 'a', 'b')).toBe('OK')
  })
  it.each([
    ['the source', two({ attachment: { state: 'pendingAcceptance' } }), 'a', 'b'],
    ['the destination', two({}, { attachment: { state: 'pendingAcceptance' } }), 'a', 'b'],
  ])('row 8: the attachment of %s is pending acceptance', (_, document, from, to) => {
    expect(verdict(document, from, to)).toBe('NO(BAD_STATE_ATTACHMENT)')
  })
})

describe('VPC route tables', () => {
  it('TGW-5, trap 17: attaching adds no routes', () => {
    expect(verdict(two({ routes: {} }), 'a', 'b')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
    const { sentence } = ask(two({ routes: {} }), 'a', 'b')
    expect(sentence).toContain('Transit gateway t joins the two VPCs')
  })
  it('TGW-5: VPCs that nothing joins are disconnected', () => {
    const document = documentOf(
      gateway,
      a({ routes: {} }),
      vpc('b', '10.1.0.0/16'),
      subnet('b', 'b', '10.1.0.0/24'),
      workload('b', 'b'),
      oneTable('a'),
    )
    expect(verdict(document, 'a', 'b')).toBe('NO(DISCONNECTED_VPCS)')
  })
  it('TGW-12, trap 20: the table of the attachment’s subnet routes what comes out', () => {
    const closed = two({}, { back: { '10.1.0.0/24': null } })
    expect(verdict(closed, 'a', 'b')).toBe('NO(BAD_STATE_ROUTE)')
    expect(verdict(two({}, { back: { '10.9.0.0/16': null } }), 'a', 'b')).toBe('OK')
  })
  it('TGW-12: a host in the attachment’s own subnet is reached past its table', () => {
    const beside = [oneTable('a', 'b'), workload('beside', 'b-tgw-a')]
    const document = two({}, { back: { '10.0.0.0/8': tgw(), '10.1.100.0/28': null } }, beside)
    expect(verdict(document, 'beside', 'a')).toBe('OK')
  })
  it('TGW-13: without a way back in the table of B’s attachment the reply is lost', () => {
    const table = (propagations: readonly string[]) => [
      tgwRouteTable('ra', 't', { associations: ['a'], propagations: ['b'] }),
      tgwRouteTable('rb', 't', { associations: ['b'], propagations }),
    ]
    expect(verdict(two({}, {}, table([])), 'a', 'b')).toBe(
      'NO<-(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)',
    )
    expect(verdict(two({}, {}, table(['a'])), 'a', 'b')).toBe('OK')
  })
})

describe('the hops', () => {
  it('are told in the order the packet meets them', () => {
    const { request } = ask(two(), 'a', 'b')
    expect(request.hops.map(({ term, name, decision }) => `${term} ${name} ${decision}`)).toEqual([
      'network interface a sends',
      'security group a passes',
      'network ACL default network ACL passes',
      'route table a routes',
      'network ACL default network ACL passes',
      'transit gateway VPC attachment a passes',
      'transit gateway t passes',
      'transit gateway route table rt routes',
      'transit gateway VPC attachment b passes',
      'network ACL default network ACL passes',
      'route table b-tgw routes',
      'network ACL default network ACL passes',
      'security group b passes',
      'network interface b delivers',
    ])
  })
  it('WALK-15: tell behind a drop what else stands in the way', () => {
    const table = tgwRouteTable('rt', 't', { associations: ['a'] })
    const { codes } = ask(two({}, { ingress: [] }, table), 'a', 'b')
    expect(codes).toEqual([
      'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT',
      'SG_HAS_NO_RULES',
      'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION',
    ])
  })
  it('name the route of the transit gateway that decided', () => {
    const hop = ask(two(), 'a', 'b').request.hops.find(
      ({ term }) => term === 'transit gateway route table',
    )
    expect(hop?.because).toEqual({
      type: 'transit-gateway-route',
      routeTableId: 'transit-gateway-route-table:rt',
      destination: '10.1.0.0/16',
      attachmentId: 'transit-gateway-vpc-attachment:b',
    })
  })
})
