import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf,
  mainTable,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

const member = (name: string, block: string, routes: Readonly<Record<string, string>>) => [
  vpc(name, `${block}.0.0/16`),
  mainTable(name, name, routes),
  subnet(name, name, `${block}.1.0/24`),
  securityGroup(name, name, [all('0.0.0.0/0')]),
  workload(name, name, { securityGroupIds: [`security-group:${name}`] }),
]

describe('a peering connection as an end', () => {
  const toB = { '10.1.0.0/16': 'vpc-peering-connection:ab' }
  const toA = { '10.0.0.0/16': 'vpc-peering-connection:ab' }
  const pair = (ofA: Readonly<Record<string, string>>, ofB: Readonly<Record<string, string>>) =>
    documentOf(
      member('a', '10.0', ofA),
      member('b', '10.1', ofB),
      member('c', '10.2', {}),
      peering('ab', 'a', 'b'),
    )
  it.each([
    ['a', 'vpc-peering-connection:ab', toB, toA, 'OK'],
    ['vpc-peering-connection:ab', 'a', toB, toA, 'OK'],
    ['a', 'vpc-peering-connection:ab', {}, toA, 'NO(NO_ROUTE_TO_DESTINATION)'],
    ['a', 'vpc-peering-connection:ab', toB, {}, 'NO<-(NO_ROUTE_TO_DESTINATION)'],
    ['vpc-peering-connection:ab', 'a', {}, toA, 'NO<-(NO_ROUTE_TO_DESTINATION)'],
    // joined by nothing
    ['c', 'vpc-peering-connection:ab', toB, toA, 'NO(DISCONNECTED_VPCS)'],
  ])('%s to %s, routes %o and %o: %s', (from, to, ofA, ofB, expected) => {
    expect(verdict(pair(ofA, ofB), from, to)).toBe(expected)
  })

  it('is passed by a packet that takes another connection', () => {
    const twice = documentOf(
      member('a', '10.0', { '10.1.0.0/16': 'vpc-peering-connection:other' }),
      member('b', '10.1', { '10.0.0.0/16': 'vpc-peering-connection:other' }),
      peering('ab', 'a', 'b'),
      peering('other', 'a', 'b'),
    )
    expect(verdict(twice, 'a', 'vpc-peering-connection:ab')).toBe('NO(NO_POSSIBLE_DESTINATION)')
    expect(verdict(twice, 'a', 'vpc-peering-connection:other')).toBe('OK')
  })
})

describe('a transit gateway as an end', () => {
  const over = { '10.0.0.0/8': 'transit-gateway:t' }
  const hub = (ofB: Readonly<Record<string, string>> = over, more: readonly unknown[] = []) =>
    documentOf(
      member('a', '10.0', over),
      member('b', '10.1', ofB),
      transitGateway('t'),
      tgwRouteTable('rt', 't', {
        associations: ['a', 'b'].map((it) => `transit-gateway-vpc-attachment:${it}`),
        propagations: ['a', 'b'].map((it) => `transit-gateway-vpc-attachment:${it}`),
      }),
      tgwAttachment('a', 't', 'a', ['a']),
      tgwAttachment('b', 't', 'b', ['b']),
      more,
    )
  it('stands for the VPCs attached to it, the asking one aside', () => {
    expect(verdict(hub(), 'a', 'transit-gateway:t')).toBe('OK')
    expect(verdict(hub(), 'transit-gateway:t', 'a')).toBe('OK')
    expect(verdict(hub({}), 'a', 'transit-gateway:t')).toBe('NO<-(NO_ROUTE_TO_DESTINATION)')
  })

  it('is reached where one host beyond it is; others that are not are told', () => {
    const more = [member('c', '10.2', {}), tgwAttachment('c', 't', 'c', ['c'])].flat()
    for (const [from, to] of [
      ['a', 'transit-gateway:t'],
      ['transit-gateway:t', 'a'],
    ] as const) {
      const answer = ask(hub(over, more), from, to)
      expect(answer.verdict).toBe('reachable')
      expect(answer.details).toContain('PARTIAL')
    }
    expect(verdict(hub({}, more), 'transit-gateway:t', 'a')).toMatch(/^NO/)
  })

  it('asks one of the subnets that route and filter alike', () => {
    const more = [
      subnet('b2', 'b', '10.1.2.0/24'),
      subnet('b3', 'b', '10.1.3.0/24', { routeTableId: 'route-table:none' }),
      routeTable('none', 'b', {}),
    ]
    const { branches } = ask(hub(over, more), 'a', 'transit-gateway:t')
    expect(branches.map(({ verdict: it }) => it).toSorted()).toEqual(['not-reachable', 'reachable'])
  })

  it('without an attachment stands for nobody', () => {
    const lone = documentOf(member('a', '10.0', over), transitGateway('t'))
    expect(verdict(lone, 'a', 'transit-gateway:t')).toBe('NOT-MODELLED')
  })
})
