import { describe, expect, it } from 'vitest'
import { definitionOf } from '../../kinds/catalogue'
import type { Resource } from '../../kinds/resource'
import { designOf } from '../../model/design'
import { firstAccount, type Document } from '../../model/document'
import {
  documentOf,
  prefixList,
  securityGroup,
  subnet,
  tgwRouteTable,
  transitGateway,
  workload,
} from '../../model/testing/build'
import { resolve } from '../network'
import { ask, verdict } from '../testing/ask'
import { a, b, gateway, oneTable, site, tgw, two, type Site } from '../testing/attached-site'

/** What the palette makes: the transit gateway and its default route table, then the attachments. */
function drawn(change: object): Document {
  const parts = [a(), b()].flat() as { readonly id: string }[]
  const bare = parts.filter(({ id }) => !id.startsWith('transit-gateway-vpc-attachment:'))
  const add = (document: Document, made: readonly Resource[]) =>
    documentOf(...Object.values(document.resources), ...made)
  const context = {
    defaults: { region: 'eu-west-1', ownerId: firstAccount.id },
  }
  const makeGateway = definitionOf({ kind: 'transit-gateway' as const }).draft
  const attach = definitionOf({ kind: 'transit-gateway-vpc-attachment' as const }).draft
  const empty = documentOf(...bare)
  const made = makeGateway({
    ...context,
    id: 'transit-gateway:t',
    design: designOf(empty),
    on: [],
    newId: (kind) => `${kind}:default`,
  })
  const [first, ...tables] = made
  let document = add(empty, [{ ...first, ...change }, ...tables])
  for (const it of ['a', 'b'] as const) {
    const design = designOf(document)
    const [from, to] = [design.get(`vpc:${it}`), design.get('transit-gateway:t')]
    if (!from || !to) throw new Error('nothing to attach')
    const id = `transit-gateway-vpc-attachment:${it}` as const
    document = add(
      document,
      attach({ ...context, id, design, on: [from, to], newId: (kind) => `${kind}:${it}` }),
    )
  }
  return document
}

describe('TGW-8: the default route table', () => {
  it.each([
    ['association and propagation on', {}, 'OK'],
    [
      'association off',
      { defaultRouteTableAssociation: false },
      'NO(TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION)',
    ],
    [
      'propagation off',
      { defaultRouteTablePropagation: false },
      'NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)',
    ],
  ])('%s', (_, change, expected) => {
    expect(verdict(drawn(change), 'a', 'b')).toBe(expected)
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
      oneTable('a', 'b'),
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
