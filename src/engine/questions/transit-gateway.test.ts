import { describe, expect, it } from 'vitest'
import {
  documentOf,
  internetGateway,
  mainTable,
  peering,
  prefixList,
  securityGroup,
  subnet,
  tgwAttachment,
  tgwPeering,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../model/testing/build'
import { resolve } from '../network'
import { ask, verdict } from '../testing/ask'
import { site, tgw, type Site } from '../testing/attached-site'

const gateway = transitGateway('t')
/** One table for everything: what a default transit gateway does. (TGW-8) */
const shared = (...names: readonly string[]) =>
  tgwRouteTable('rt', 't', { associations: names, propagations: names })
const a = (more: Site = {}) => site('a', 0, more)
const b = (more: Site = {}) => site('b', 1, more)
const two = (one: Site = {}, other: Site = {}, ...more: readonly unknown[]) =>
  documentOf(gateway, a(one), b(other), more.length > 0 ? more.flat() : shared('a', 'b'))

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
    const document = documentOf(gateway, a(), twin, shared('a', 'b'))
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

describe('attachments', () => {
  it.each([
    ['TGW-1: a VPC of another Region', { vpc: { region: 'us-east-1' } }],
    [
      'TGW-2: two subnets of one zone',
      { attachment: { subnetIds: ['subnet:a-tgw-a', 'subnet:a-a'] } },
    ],
    ['TGW-2: no subnet', { attachment: { subnetIds: [] } }],
    ['TGW-2: a subnet of another VPC', { attachment: { subnetIds: ['subnet:b-a'] } }],
    [
      'TGW-2: an IPv6-only subnet',
      {
        vpc: { ipv6CidrBlocks: ['2600:1f00::/56'] },
        attachmentSubnet: { cidrBlock: null, ipv6CidrBlock: '2600:1f00::/64' },
      },
    ],
  ] satisfies [string, Site][])('%s is refused, so nothing is guessed', (_, one) => {
    expect(verdict(two(one), 'a', 'b')).toBe('NOT-MODELLED')
  })
  it('TGW-2: a VPC is attached to a transit gateway once; an attachment that is over does not count', () => {
    const again = (state: string) => [
      shared('a', 'b'),
      tgwAttachment('again', 't', 'a', 'a-a', { state }),
    ]
    expect(verdict(two({}, {}, again('available')), 'a', 'b')).toBe('NOT-MODELLED')
    expect(verdict(two({}, {}, again('deleted')), 'a', 'b')).toBe('OK')
  })
  it('TGW-2: a VPC may be attached to two transit gateways', () => {
    const other = [shared('a', 'b'), transitGateway('u'), tgwAttachment('au', 'u', 'a', 'a-a')]
    expect(verdict(two({}, {}, other), 'a', 'b')).toBe('OK')
  })
  it('TGW-3: any subnet of an attached zone reaches the transit gateway', () => {
    const document = two({ zones: ['a', 'b'] })
    expect(verdict(document, 'a', 'b')).toBe('OK')
    expect(verdict(document, 'a-b', 'b')).toBe('OK')
  })
  it('TGW-3: a host in the attachment’s own subnet reaches it too', () => {
    const document = two({ attached: [], attachment: { subnetIds: ['subnet:a-a'] } })
    expect(verdict(document, 'a', 'b')).toBe('OK')
  })
  it('TGW-3: zone IDs count where both subnets have one', () => {
    const ids = (one: string, other: string) =>
      two({
        subnet: { availabilityZoneId: one },
        attachmentSubnet: { availabilityZoneId: other },
      })
    expect(verdict(ids('euw1-az1', 'euw1-az2'), 'a', 'b')).toBe('NO(TGW_ROUTE_AZ_RESTRICTION)')
    expect(verdict(ids('euw1-az1', 'euw1-az1'), 'a', 'b')).toBe('OK')
  })
  it.each([
    ['available', 'OK'],
    ['modifying', 'OK'],
    ...[
      'initiating',
      'initiatingRequest',
      'pendingAcceptance',
      'pending',
      'rollingBack',
      'rejecting',
      'rejected',
      'deleting',
      'deleted',
      'failing',
      'failed',
    ].map((state): [string, string] => [state, 'NO(BAD_STATE_ATTACHMENT)']),
  ])('TGW-18: an attachment that is %s (CL-1)', (state, expected) => {
    expect(verdict(two({ attachment: { state } }), 'a', 'b')).toBe(expected)
  })
  it('TGW-18: a VPC of another account, accepted and not yet', () => {
    const foreign = (state: string) =>
      documentOf(
        transitGateway('t', { sharedWith: ['222222222222'] }),
        a({ zones: ['a', 'b'] }),
        b({ zones: ['a', 'b'], vpc: { ownerId: '222222222222' }, attachment: { state } }),
        shared('a', 'b'),
      )
    expect(verdict(foreign('available'), 'a', 'b')).toBe('OK')
    expect(verdict(foreign('pendingAcceptance'), 'b', 'a')).toBe('NO(BAD_STATE_ATTACHMENT)')
  })
})

describe('zones on the far side (TGW-4, VPC-24)', () => {
  const closed = (zone: string) => ({
    id: `network-acl:${zone}`,
    kind: 'network-acl',
    name: zone,
    vpcId: 'vpc:b',
  })
  /** B is attached in a and b, and its attachment subnet in one of them lets nothing out. */
  const shut = (zone: 'a' | 'b', one: Site, other: Site = {}) => {
    const document = two(one, { zones: ['a', 'b'], ...other }, shared('a', 'b'), closed(zone))
    const id = `subnet:b-tgw-${zone}` as const
    const subnetThere = document.resources[id]
    if (subnetThere?.kind !== 'subnet') throw new Error('no such subnet')
    return {
      ...document,
      resources: {
        ...document.resources,
        [id]: { ...subnetThere, networkAclId: `network-acl:${zone}` as const },
      },
    }
  }
  it('keeps to the zone of the source where that is attached', () => {
    expect(verdict(shut('b', {}), 'a', 'b')).toBe('OK')
    expect(verdict(shut('a', {}), 'a', 'b')).toBe('NO(SUBNET_ACL_RESTRICTION)')
  })
  it('takes any attached zone where the zone of the source is not', () => {
    const answer = ask(shut('b', { zones: ['c'] }), 'a', 'b')
    expect(answer.verdict).toBe('not-reachable')
    expect(answer.details).toContain('PARTIAL')
    expect(answer.branches.map(({ verdict: each }) => each)).toEqual(['reachable', 'not-reachable'])
  })
  it('compares zone IDs across accounts, never names', () => {
    const foreign = { vpc: { ownerId: '222222222222' } }
    // without IDs, either zone may be that of the source
    expect(ask(shut('b', {}, foreign), 'a', 'b').details).toContain('PARTIAL')
    const named = { attachmentSubnet: { availabilityZoneId: 'euw1-az1' } }
    const document = documentOf(
      gateway,
      a({ subnet: { availabilityZoneId: 'euw1-az1' }, ...named }),
      b({ ...foreign, ...named }),
      shared('a', 'b'),
    )
    expect(ask(document, 'a', 'b').branches).toHaveLength(1)
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
      shared('a'),
    )
    expect(verdict(document, 'a', 'b')).toBe('NO(DISCONNECTED_VPCS)')
  })
  it('TGW-12, trap 20: the table of the attachment’s subnet routes what comes out', () => {
    const closed = two({}, { back: { '10.1.0.0/24': null } })
    expect(verdict(closed, 'a', 'b')).toBe('NO(BAD_STATE_ROUTE)')
    expect(verdict(two({}, { back: { '10.9.0.0/16': null } }), 'a', 'b')).toBe('OK')
  })
  it('TGW-12: a host in the attachment’s own subnet is reached past its table', () => {
    const beside = [shared('a', 'b'), workload('beside', 'b-tgw-a')]
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

describe('transit gateway route tables', () => {
  it('TGW-6: an attachment without association', () => {
    const table = tgwRouteTable('rt', 't', { associations: ['b'], propagations: ['a', 'b'] })
    expect(verdict(two({}, {}, table), 'a', 'b')).toBe('NO(TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION)')
    expect(verdict(two({}, {}, table), 'b', 'a')).toBe(
      'NO<-(TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION)',
    )
  })
  it('TGW-6: associated with a table of another transit gateway is not associated', () => {
    const table = [
      transitGateway('u'),
      tgwRouteTable('rt', 't', { associations: ['b'], propagations: ['a', 'b'] }),
      tgwRouteTable('ru', 'u', { associations: ['a'], propagations: ['a', 'b'] }),
    ]
    expect(verdict(two({}, {}, table), 'a', 'b')).toBe('NO(TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION)')
  })
  it('TGW-6, TGW-7, trap 17: association is for what comes in, propagation for what goes out', () => {
    // the other way round it would have no route there, and one to itself
    const table = [
      tgwRouteTable('ra', 't', { associations: ['a'], propagations: ['a'] }),
      tgwRouteTable('rb', 't', { associations: ['b'], propagations: ['b'] }),
    ]
    expect(verdict(two({}, {}, table), 'a', 'b')).toBe('NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)')
  })
  it('TGW-7: all blocks of a VPC propagate, secondary ones included', () => {
    const more = [
      shared('a', 'b'),
      subnet('b2', 'b', '100.64.0.0/24'),
      workload('b2', 'b2'),
      securityGroup('open', 'b', [{ ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' }]),
    ]
    const routes = { '10.0.0.0/8': tgw(), '100.64.0.0/16': tgw() }
    const document = two({ routes }, { vpc: { secondaryCidrBlocks: ['100.64.0.0/16'] } }, more)
    expect(verdict(document, 'b2', 'a')).toBe('OK')
    const routesOf = resolve(document).transitGatewayTablesOf('transit-gateway:t')[0]?.routes
    expect(routesOf?.map((it) => it.destination).sort()).toEqual([
      '10.0.0.0/16',
      '10.1.0.0/16',
      '100.64.0.0/16',
    ])
  })
  const c = (more: Site = {}) => site('c', 2, more)
  const routed = (routes: Record<string, string | null>, ...more: readonly unknown[]) =>
    documentOf(
      gateway,
      a(),
      b(),
      c(),
      tgwRouteTable('rt', 't', {
        associations: ['a', 'b', 'c'],
        propagations: ['a', 'b', 'c'],
        routes,
      }),
      more.flat(),
    )
  it.each([
    ['the longest prefix decides', { '10.1.0.0/24': 'c' }, 'NO(NO_ROUTE_TO_DESTINATION)'],
    [
      'a static route hides an equal propagated one',
      { '10.1.0.0/16': 'c' },
      'NO(NO_ROUTE_TO_DESTINATION)',
    ],
    ['a shorter static route does not', { '10.0.0.0/8': 'c' }, 'OK'],
    ['nor one for others', { '10.7.0.0/16': 'c' }, 'OK'],
  ])('TGW-9: %s', (_, routes, expected) => {
    expect(verdict(routed(routes), 'a', 'b')).toBe(expected)
  })
  it('TGW-9: a static route goes before an equal one by prefix list, that before a propagated one', () => {
    const list = prefixList('p', ['10.1.0.0/16'])
    expect(verdict(routed({ 'prefix-list:p': 'c' }, list), 'a', 'b')).toBe(
      'NO(NO_ROUTE_TO_DESTINATION)',
    )
    expect(verdict(routed({ 'prefix-list:p': 'c', '10.1.0.0/16': 'b' }, list), 'a', 'b')).toBe('OK')
  })
  it('TGW-9: where two prefix lists name one prefix, both ways have to work', () => {
    const lists = [prefixList('p', ['10.1.0.0/16']), prefixList('q', ['10.1.0.0/16'])]
    const document = routed({ 'prefix-list:p': 'c', 'prefix-list:q': 'b' }, lists)
    const answer = ask(document, 'a', 'b')
    expect(answer.verdict).toBe('not-reachable')
    expect(answer.details).toContain('PARTIAL')
  })
  it.each([
    ['TGW-10: a blackhole', { '10.1.0.0/16': null }, 'NO(TGW_RTB_BAD_STATE_ROUTE)'],
    [
      'TGW-10: a blackhole beside a default route',
      { '0.0.0.0/0': 'b', '10.1.0.0/24': null },
      'NO(TGW_RTB_BAD_STATE_ROUTE)',
    ],
    ['TGW-10: a wider blackhole loses', { '10.0.0.0/8': null }, 'OK'],
    [
      'CL-1: a route to an attachment that is gone',
      { '10.1.0.0/24': 'gone' },
      'NO(TGW_RTB_BAD_STATE_ROUTE)',
    ],
  ])('%s', (_, routes, expected) => {
    expect(verdict(routed(routes), 'a', 'b')).toBe(expected)
  })
  it('CL-1: a static route to an attachment that is pending', () => {
    const table = tgwRouteTable('rt', 't', {
      associations: ['a', 'b'],
      propagations: ['a'],
      routes: { '10.1.0.0/16': 'b' },
    })
    expect(verdict(two({}, { attachment: { state: 'pending' } }, table), 'a', 'b')).toBe(
      'NO(BAD_STATE_ATTACHMENT)',
    )
  })
  it('TGW-19: IPv6 blocks propagate only with IPv6 support, which filters nothing', () => {
    const six = (block: string, ipv6Support: boolean): Site => ({
      vpc: { ipv6CidrBlocks: [`${block}::/56`] },
      subnet: { ipv6CidrBlock: `${block}::/64`, assignIpv6AddressOnCreation: true },
      routes: { '10.0.0.0/8': tgw(), '2600:1f00::/24': tgw() },
      ingress: [
        { ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' },
        { ipProtocol: '-1', cidrIpv6: '::/0' },
      ],
      egress: [
        { ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' },
        { ipProtocol: '-1', cidrIpv6: '::/0' },
      ],
      attachment: { ipv6Support },
    })
    const ask6 = (support: boolean, routes: Record<string, string> = {}) => {
      const document = documentOf(
        gateway,
        a(six('2600:1f00:0:a00', support)),
        b(six('2600:1f00:0:b00', support)),
        tgwRouteTable('rt', 't', { associations: ['a', 'b'], propagations: ['a', 'b'], routes }),
      )
      const there = resolve(document).interfacesOf('workload:b')[0]?.addresses[1]?.ip
      return verdict(document, 'a', there ?? 'b has no IPv6 address')
    }
    expect(ask6(true)).toBe('OK')
    expect(ask6(false)).toBe('NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)')
    expect(ask6(false, { '2600:1f00:0:a00::/56': 'a', '2600:1f00:0:b00::/56': 'b' })).toBe('OK')
  })
})

describe('overlapping VPCs (TGW-11, CL-11)', () => {
  const twins = (...propagations: readonly string[]) =>
    documentOf(
      gateway,
      a({ routes: { '10.0.0.0/8': tgw(), '100.64.0.0/10': tgw() } }),
      b(),
      vpc('late', '10.1.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/16'] }),
      mainTable('late', 'late', { '10.0.0.0/16': tgw() }),
      subnet('late-a', 'late', '10.1.0.0/24'),
      subnet('late-b', 'late', '100.64.0.0/24'),
      securityGroup('late', 'late', [{ ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' }]),
      workload('late', 'late-a', { securityGroupIds: ['security-group:late'] }),
      workload('late-b', 'late-b', { securityGroupIds: ['security-group:late'] }),
      tgwAttachment('late', 't', 'late', 'late-a'),
      tgwRouteTable('rt', 't', { associations: ['a', 'b', 'late'], propagations }),
    )
  it('the one attached first keeps the block, trap 19', () => {
    expect(verdict(twins('a', 'b', 'late'), 'a', 'b')).toBe('OK')
    expect(verdict(twins('a', 'b', 'late'), 'a', 'late')).toBe('NO(CIDR_OVERLAP)')
    expect(verdict(twins('a', 'late', 'b'), 'a', 'late')).toBe('OK')
  })
  it('blocks of the later one that overlap nothing propagate all the same', () => {
    expect(verdict(twins('a', 'b', 'late'), 'a', 'late-b')).toBe('OK')
  })
  it('answers of the later one go out, those to it go astray', () => {
    expect(verdict(twins('a', 'b', 'late'), 'late', 'a')).toBe('NO<-(RETURN_PATH_ASYMMETRIC)')
  })
  it('tells what is withheld, and on whose account', () => {
    const [table] = resolve(twins('a', 'b', 'late')).transitGatewayTablesOf('transit-gateway:t')
    expect(table?.withheld).toEqual([
      {
        attachmentId: 'transit-gateway-vpc-attachment:late',
        block: '10.1.0.0/16',
        earlier: 'transit-gateway-vpc-attachment:b',
        earlierBlock: '10.1.0.0/16',
      },
    ])
  })
  it('a wider block is withheld as a whole', () => {
    const document = documentOf(
      gateway,
      a(),
      site('b', 1, { vpc: { cidrBlock: '10.1.0.0/20' }, attachmentSubnet: {} }),
      site('wide', 1),
      tgwRouteTable('rt', 't', {
        associations: ['a', 'wide'],
        propagations: ['a', 'b', 'wide'],
      }),
      workload('far', 'wide-tgw-a'),
    )
    const answer = ask(document, 'a', 'far')
    expect(answer.codes[0]).toBe('TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT')
    expect(answer.request.hops.find((hop) => hop.code)?.related).toEqual(['CIDR_OVERLAP'])
  })
  it('overlapping VPCs that propagate to different tables do not meet', () => {
    const document = documentOf(
      gateway,
      a(),
      b(),
      site('twin', 1),
      tgwRouteTable('r1', 't', { associations: ['a', 'b'], propagations: ['a', 'b'] }),
      tgwRouteTable('r2', 't', { associations: ['twin'], propagations: ['twin'] }),
    )
    const tables = resolve(document).transitGatewayTablesOf('transit-gateway:t')
    expect(tables.flatMap((table) => table.withheld)).toEqual([])
  })
})

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
      shared('a', 'b'),
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
