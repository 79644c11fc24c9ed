import { describe, expect, it } from 'vitest'
import {
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  peering,
  routeTable,
  subnet,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'
import { site, tgw, type Site } from '../testing/attached-site'

type Routes = Record<string, string>

interface Egress {
  /** The spoke. */
  readonly spoke?: Site
  /** The table of the egress VPC's attachment subnet. */
  readonly back?: Routes
  /** The table of the NAT gateway's subnet. */
  readonly out?: Routes
  /** Static routes of the table that the spokes are associated with. */
  readonly spokes?: Record<string, string | null>
  /** What propagates to the table that the egress VPC is associated with. */
  readonly egress?: readonly string[]
  readonly nat?: object
  readonly more?: readonly object[]
}

/** Spoke a reaches the internet by the NAT gateway of VPC e, over the transit gateway. (TGW-22) */
const central = ({
  spoke = { routes: { '0.0.0.0/0': tgw() } },
  back = { '0.0.0.0/0': 'nat-gateway:n' },
  out = { '0.0.0.0/0': 'internet-gateway:e', '10.0.0.0/8': tgw() },
  spokes = { '0.0.0.0/0': 'e' },
  egress = ['a'],
  nat = {},
  more = [],
}: Egress = {}) =>
  documentOf(
    transitGateway('t'),
    site('a', 0, spoke),
    site('e', 9, { back }),
    internetGateway('e', 'e'),
    routeTable('out', 'e', out),
    subnet('out', 'e', '10.9.200.0/24', { routeTableId: 'route-table:out' }),
    natGateway('n', 'out', { ...nat }),
    tgwRouteTable('spokes', 't', { associations: ['a'], routes: spokes }),
    tgwRouteTable('egress', 't', { associations: ['e'], propagations: egress }),
    more,
  )

describe('TGW-22: central egress', () => {
  it.each([
    ['complete (NET-14)', {}, 'OK'],
    [
      'no default route in the spoke',
      { spoke: { routes: { '10.0.0.0/8': tgw() } } },
      'NO(NO_ROUTE_TO_DESTINATION)',
    ],
    [
      'no default route in the spokes’ table',
      { spokes: {} },
      'NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)',
    ],
    [
      'no NAT gateway in the table of the attachment’s subnet',
      { back: {} },
      'NO(NO_ROUTE_TO_DESTINATION)',
    ],
    [
      'no way back in the table of the egress VPC',
      { egress: [] },
      'NO<-(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)',
    ],
    [
      'CL-6: no way back in the table of the NAT gateway’s subnet',
      { out: { '0.0.0.0/0': 'internet-gateway:e' } },
      'NO<-(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)',
    ],
    [
      'NET-9, trap 4: the NAT gateway’s own subnet leads nowhere',
      { out: { '10.0.0.0/8': tgw() } },
      'NO(NO_ROUTE_TO_DESTINATION)',
    ],
    [
      'NET-16: a private NAT gateway',
      { nat: { connectivityType: 'private' } },
      'NO(IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS)',
    ],
    [
      'trap 21, NET-7: the internet gateway without a NAT gateway',
      { back: { '0.0.0.0/0': 'internet-gateway:e' } },
      'NO(IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS)',
    ],
  ] satisfies [string, Egress, string][])('%s', (_, parts, expected) => {
    expect(verdict(central(parts), 'a', '8.8.8.8')).toBe(expected)
  })
  it('tells by way of what', () => {
    expect(ask(central(), 'a', '8.8.8.8').sentence).toContain(
      'by way of transit gateway t, NAT gateway n and internet gateway e',
    )
  })
  it('TGW-10: a blackhole keeps spokes apart beside the default route', () => {
    const apart = central({
      spokes: { '0.0.0.0/0': 'e', '10.0.0.0/8': null },
      more: site('b', 1),
    })
    expect(verdict(apart, 'a', 'b')).toBe('NO(TGW_RTB_BAD_STATE_ROUTE)')
    expect(verdict(apart, 'a', '8.8.8.8')).toBe('OK')
  })
})

describe('NET-13, trap 6: who may use a NAT gateway', () => {
  it('what comes over a peering connection may not', () => {
    const more = [
      vpc('p', '10.7.0.0/16'),
      mainTable('p', 'p', { '0.0.0.0/0': 'vpc-peering-connection:pe' }),
      subnet('p', 'p', '10.7.0.0/24'),
      workload('p', 'p'),
      peering('pe', 'p', 'e'),
    ]
    expect(verdict(central({ more }), 'p', '8.8.8.8')).toBe('NO(EDGE_TO_EDGE)')
  })
  it('what comes over a transit gateway may', () => {
    expect(verdict(central(), 'a', '8.8.8.8')).toBe('OK')
  })
})

describe('NET-11, trap 5: what the far side of a transit gateway sees', () => {
  it('is the private address of the NAT gateway, public or not', () => {
    const document = documentOf(
      transitGateway('t'),
      site('a', 0, { routes: { '10.1.0.0/16': 'nat-gateway:n' } }),
      internetGateway('a', 'a'),
      routeTable('out', 'a', { '0.0.0.0/0': 'internet-gateway:a', '10.1.0.0/16': tgw() }),
      subnet('out', 'a', '10.0.200.0/24', { routeTableId: 'route-table:out' }),
      natGateway('n', 'out'),
      site('b', 1),
      tgwRouteTable('rt', 't', { associations: ['a', 'b'], propagations: ['a', 'b'] }),
    )
    const answer = ask(document, 'a', 'b')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops.at(-1)?.after.source).toBe('10.0.200.4')
  })
})
