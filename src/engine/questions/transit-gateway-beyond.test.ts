import { describe, expect, it } from 'vitest'
import {
  documentOf,
  internetGateway,
  mainTable,
  peering,
  subnet,
  tgwAttachment,
  tgwPeering,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'
import { a, b, gateway, oneTable, site, tgw } from '../testing/attached-site'

describe('peered transit gateways (TGW-14)', () => {
  const pa = 'transit-gateway-peering-attachment:tu'
  interface Peered {
    readonly state?: string
    readonly associations?: readonly string[]
    readonly propagations?: readonly string[]
    readonly routes?: Record<string, string>
    readonly region?: string
  }
  const peered = ({
    state = 'available',
    associations = ['b', pa],
    propagations = ['b'],
    routes = { '10.0.0.0/16': pa },
    region = 'us-east-1',
  }: Peered = {}) =>
    documentOf(
      transitGateway('t'),
      transitGateway('u', { region }),
      a(),
      b({ gateway: 'u', vpc: { region } }),
      tgwPeering('tu', 't', 'u', { state }),
      tgwRouteTable('rt', 't', {
        associations: ['a', pa],
        propagations: ['a'],
        routes: { '10.1.0.0/16': pa },
      }),
      tgwRouteTable('ru', 'u', { associations, propagations, routes }),
    )
  it.each([
    ['two Regions, static routes on both', {}, 'OK'],
    ['one Region', { region: 'eu-west-1' }, 'OK'],
    ['not accepted', { state: 'pendingAcceptance' }, 'NO(BAD_STATE_ATTACHMENT)'],
    [
      'no association on the far side',
      { associations: ['b'] },
      'NO(TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION)',
    ],
    [
      'peering attachments do not propagate',
      { routes: {}, propagations: ['b', pa] },
      'NO<-(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)',
    ],
  ] satisfies [string, Peered, string][])('%s', (_, more, expected) => {
    expect(verdict(peered(more), 'a', 'b')).toBe(expected)
  })
  it('TGW-21: two transit gateways share one peering attachment; one that is over does not count', () => {
    const again = (state: string) => ({
      ...peered(),
      resources: {
        ...peered().resources,
        ...documentOf(tgwPeering('again', 'u', 't', { state })).resources,
      },
    })
    expect(verdict(again('available'), 'a', 'b')).toBe('NOT-MODELLED')
    expect(verdict(again('rejected'), 'a', 'b')).toBe('OK')
  })
  it('names both transit gateways on the way', () => {
    expect(ask(peered(), 'a', 'b').sentence).toContain(
      'by way of transit gateway t and transit gateway u',
    )
  })
  it('tells that the transit gateways join the VPCs where a route lacks', () => {
    const document = peered()
    const cut = {
      ...document,
      resources: {
        ...document.resources,
        'route-table:a': documentOf(mainTable('a', 'a')).resources['route-table:a'],
      },
    } as typeof document
    expect(verdict(cut, 'a', 'b')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
})

describe('what comes out of a transit gateway and would leave the VPC again (TGW-17)', () => {
  const beyond = (back: Record<string, string>, ...more: readonly unknown[]) =>
    documentOf(
      gateway,
      a({ routes: { '0.0.0.0/0': tgw() } }),
      b({ back }),
      internetGateway('b', 'b'),
      tgwRouteTable('rt', 't', {
        associations: ['a', 'b'],
        propagations: ['a', 'b'],
        routes: { '0.0.0.0/0': 'b' },
      }),
      more.flat(),
    )
  it('NET-7, trap 21: not by an internet gateway without NAT', () => {
    const document = beyond({ '0.0.0.0/0': 'internet-gateway:b' })
    expect(verdict(document, 'a', '8.8.8.8')).toBe('NO(IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS)')
  })
  it('not by a peering connection', () => {
    const far = [
      vpc('c', '10.2.0.0/16'),
      mainTable('c', 'c', { '10.0.0.0/8': 'vpc-peering-connection:bc' }),
      subnet('c', 'c', '10.2.0.0/24'),
      workload('c', 'c'),
      peering('bc', 'b', 'c'),
    ]
    const document = beyond({ '10.2.0.0/16': 'vpc-peering-connection:bc' }, far)
    expect(verdict(document, 'a', 'c')).toBe('NO(PCX_REQUIRES_ADDRESS_IN_VPC_CIDR)')
  })
  it('nor what a peering connection would bring, by a transit gateway (CL-2)', () => {
    const document = documentOf(
      gateway,
      vpc('p', '10.9.0.0/16'),
      mainTable('p', 'p', { '10.0.0.0/16': 'vpc-peering-connection:pb' }),
      subnet('p', 'p', '10.9.0.0/24'),
      workload('p', 'p'),
      peering('pb', 'p', 'b'),
      a(),
      b(),
      oneTable('a', 'b'),
    )
    expect(verdict(document, 'p', 'a')).toBe('NO(PEERING_TRANSITIVE)')
  })
  it('but by another transit gateway it may', () => {
    const document = documentOf(
      gateway,
      transitGateway('u'),
      a(),
      b({ back: { '10.2.0.0/16': tgw('u') } }),
      tgwAttachment('bu', 'u', 'b', 'b-a'),
      site('c', 2, { gateway: 'u' }),
      tgwRouteTable('rt', 't', {
        associations: ['a', 'b'],
        propagations: ['a', 'b'],
        routes: { '10.2.0.0/16': 'b' },
      }),
      tgwRouteTable('ru', 'u', {
        associations: ['c', 'bu'],
        propagations: ['c', 'bu'],
        routes: { '10.0.0.0/16': 'bu' },
      }),
    )
    // the way back lands in subnet b-a, whose table sends 10.0.0.0/8 to t
    expect(verdict(document, 'a', 'c')).toBe('OK')
  })
  it('WALK-14: two that send it to each other', () => {
    const document = beyond({ '0.0.0.0/0': tgw() })
    expect(verdict(document, 'a', '8.8.8.8')).toBe('NO(LOOP_DETECTED)')
  })
})
