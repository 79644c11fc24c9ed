import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf,
  internetGateway,
  peering,
  prefixList,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

type Routes = Record<string, string | null>
const open = (name: string) => ({ securityGroupIds: [`security-group:${name}`] })
const toB = 'vpc-peering-connection:ab'
const toC = 'vpc-peering-connection:ac'

const site = (name: string, block: string, routes: Routes = {}) => [
  vpc(name, block),
  routeTable(name, name, routes, { main: true }),
  subnet(name, name, block.replace('/16', '/24')),
  securityGroup(name, name, [all('0.0.0.0/0')]),
  workload(name, name, open(name), { privateIpAddress: block.replace('.0/16', '.9') }),
]

/** VPC A peered with B (10.1.0.0/16) and C (10.2.0.0/16), which know the way back. */
const design = (routes: Routes, ...more: readonly unknown[]) =>
  documentOf(
    site('a', '10.0.0.0/16', routes),
    site('b', '10.1.0.0/16', { '10.0.0.0/16': toB }),
    site('c', '10.2.0.0/16', { '10.0.0.0/16': toC }),
    peering('ab', 'a', 'b'),
    peering('ac', 'a', 'c'),
    ...more,
  )
const listOf = (name: string, ...blocks: string[]) => prefixList(name, blocks)

describe('a route by prefix list', () => {
  it('stands for every entry', () => {
    const list = listOf('sites', '10.1.0.0/16', '192.168.0.0/16')
    const answer = ask(design({ 'prefix-list:sites': toB }, list), 'a', 'b')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops.find((hop) => hop.term === 'route table')?.because).toMatchObject({
      destination: 'prefix-list:sites',
    })
  })
  it('and for nothing else', () => {
    const list = listOf('sites', '192.168.0.0/16')
    expect(verdict(design({ 'prefix-list:sites': toB }, list), 'a', 'b')).toBe(
      'NO(NO_ROUTE_TO_DESTINATION)',
    )
  })
  it('a list that is not there matches nothing', () => {
    expect(verdict(design({ 'prefix-list:gone': toB }), 'a', 'b')).toBe(
      'NO(NO_ROUTE_TO_DESTINATION)',
    )
  })
})

describe('RT-7: of equal prefixes a static route counts before one by prefix list', () => {
  const list = listOf('sites', '10.1.0.0/16')
  it.each<readonly [Routes, string]>([
    [{ '10.1.0.0/16': toB, 'prefix-list:sites': null }, 'OK'],
    [{ '10.1.0.0/16': null, 'prefix-list:sites': toB }, 'NO(BAD_STATE_ROUTE)'],
    [{ '10.1.0.0/24': null, 'prefix-list:sites': toB }, 'NO(BAD_STATE_ROUTE)'], // longer (RT-6)
    [{ '10.0.0.0/8': null, 'prefix-list:sites': toB }, 'OK'], // shorter
  ])('%j: %s', (routes, expected) => {
    expect(verdict(design(routes, list), 'a', 'b')).toBe(expected)
  })
})

describe('RT-9: prefix lists that overlap, with different targets', () => {
  const both = (one: string, other: string) => [listOf('one', one), listOf('other', other)]
  const routes = { 'prefix-list:one': toB, 'prefix-list:other': toC }
  it('both ways are followed, and both have to work', () => {
    const answer = ask(design(routes, both('10.1.0.0/16', '10.0.0.0/8')), 'a', 'b')
    expect(answer.verdict).toBe('not-reachable')
    expect(answer.codes[0]).toBe('EDGE_TO_EDGE')
    expect(answer.details).toContain('PARTIAL')
    expect(answer.branches.map((it) => it.verdict)).toEqual(['reachable', 'not-reachable'])
  })
  it('with one target there is nothing to choose', () => {
    const same = { 'prefix-list:one': toB, 'prefix-list:other': toB }
    const answer = ask(design(same, both('10.1.0.0/16', '10.0.0.0/8')), 'a', 'b')
    expect(answer.verdict).toBe('reachable')
    expect(answer.branches).toHaveLength(1)
  })
  it('where only one of them holds the address there is nothing to choose', () => {
    expect(verdict(design(routes, both('10.1.0.0/16', '10.2.0.0/16')), 'a', 'b')).toBe('OK')
  })
  it('a static route between them in length counts where the longer list does not', () => {
    const between = { ...routes, '10.1.0.0/20': toB }
    const answer = ask(design(between, both('10.1.0.0/24', '10.0.0.0/8')), 'a', 'b')
    expect(answer.verdict).toBe('reachable')
    expect(answer.branches).toHaveLength(1)
  })
})

describe('RT-10: where AWS takes no prefix list', () => {
  it('in the table of a gateway', () => {
    const list = listOf('own', '10.0.0.0/24')
    const edge = [
      internetGateway('g', 'a'),
      routeTable(
        'edge',
        'a',
        { 'prefix-list:own': 'workload:fw' },
        { gatewayId: 'internet-gateway:g' },
      ),
      workload('fw', 'a', { ...open('a'), forwarding: 'forward' }, { sourceDestCheck: false }),
      workload('a', 'a', open('a'), { publicAddress: 'elastic-ip' }),
      { id: 'internet:i', kind: 'internet', name: 'Internet' },
    ]
    expect(
      verdict(design({ '0.0.0.0/0': 'internet-gateway:g' }, list, edge), 'internet:i', 'a'),
    ).toBe('OK')
  })
})

describe('RT-12: the services of AWS in a VPC', () => {
  it.each(['169.254.168.0/22', '169.254.169.0/24'])('no route may name %s', (block) => {
    expect(verdict(design({ [block]: toB }), 'a', 'b')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
  it('a wider route is taken, but what is in the range is never forwarded', () => {
    const document = design({ '169.254.0.0/16': toB })
    expect(verdict(document, 'a', '169.254.169.254')).toBe('NOT-MODELLED')
  })
})

describe('a rule of a security group by prefix list (SG-4)', () => {
  const admitting = (...blocks: string[]) =>
    design(
      { '10.1.0.0/16': toB },
      listOf('clients', ...blocks),
      securityGroup('b', 'b', [all('prefix-list:clients')]),
    )
  it.each([
    [['10.0.0.0/16'], 'OK'],
    [['10.9.0.0/16', '10.0.0.9/32'], 'OK'],
    [['10.0.0.8/32'], 'NO(ENI_SG_RULES_MISMATCH)'],
    [[], 'NO(ENI_SG_RULES_MISMATCH)'],
  ])('%j: %s', (blocks, expected) => {
    expect(verdict(admitting(...blocks), 'a', 'b')).toBe(expected)
  })
})
