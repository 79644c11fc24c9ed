import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf,
  internetGateway,
  mainTable,
  peering,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

const at = (privateIpAddress: string) => ({ privateIpAddress })
const elastic = (publicIp: string) => ({ publicAddress: 'elastic-ip', publicIp })
const inGroup = (name: string) => ({ securityGroupIds: [`security-group:${name}`] })

describe('SG-10: what AWS itself answers is not filtered by security groups', () => {
  const design = documentOf(
    vpc('a', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/24'] }),
    subnet('one', 'a', '10.0.1.0/24'),
    securityGroup('mute', 'a', [], []),
    workload('host', 'one', inGroup('mute')),
  )
  it.each([
    ['10.0.0.2', 'udp/53', 'OK'],
    ['169.254.169.254', 'tcp/80', 'OK'],
    ['169.254.170.2', 'tcp/80', 'NOT-MODELLED'],
    ['10.0.1.2', 'udp/53', 'NO(SG_HAS_NO_RULES)'], // the third address of a mere subnet
    ['100.64.0.2', 'udp/53', 'NO(SG_HAS_NO_RULES)'], // and of a secondary block
  ])('%s %s: %s', (to, what, expected) => {
    expect(verdict(design, 'host', to, what)).toBe(expected)
  })
})

const crowd = (size: number) =>
  Array.from({ length: size }, (_, index) => workload(`a${index}`, 'tiny'))

const crowded = (size: number) =>
  documentOf(
    vpc('a', '10.0.0.0/16'),
    subnet('roomy', 'a', '10.0.0.0/24'),
    subnet('tiny', 'a', '10.0.1.0/28'),
    workload('client', 'roomy'),
    workload('wide', ['roomy', 'tiny']),
    crowd(size),
  )

describe('VPC-18: a host that finds no address in one of its subnets is not judged by the others', () => {
  it.each([
    ['client', 'wide', 10, 'OK'],
    ['client', 'wide', 11, 'NOT-MODELLED'],
    ['wide', 'client', 10, 'OK'],
    ['wide', 'client', 11, 'NOT-MODELLED'],
  ])('%s → %s beside %i others: %s', (from, to, others, expected) => {
    expect(verdict(crowded(others), from, to)).toBe(expected)
  })
})

describe('VPC-14: a public range used as a VPC block is not found on the internet', () => {
  const design = documentOf(
    vpc('a', '10.0.0.0/16', { secondaryCidrBlocks: ['44.10.0.0/24'] }),
    vpc('b', '10.1.0.0/16'),
    internetGateway('ib', 'b'),
    mainTable('mb', 'b', { '0.0.0.0/0': 'internet-gateway:ib' }),
    subnet('own', 'a', '44.10.0.0/25'),
    subnet('b', 'b', '10.1.0.0/24'),
    workload('own', 'own', {}, at('44.10.0.10')),
    workload('client', 'b', {}, elastic('52.0.0.1')),
  )
  it.each([
    ['44.10.0.10', 'NO(NO_POSSIBLE_DESTINATION)'],
    ['own', 'NO(NO_POSSIBLE_DESTINATION)'],
    ['44.11.0.10', 'OK'],
  ])('client → %s: %s', (to, expected) => {
    expect(verdict(design, 'client', to)).toBe(expected)
  })
})

describe('NET-6: a private destination comes before the missing public address', () => {
  it.each([
    ['bare', ['IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS']],
    ['public', []],
  ])('%s: also %j', (from, also) => {
    const design = documentOf(
      vpc('a', '10.0.0.0/16'),
      vpc('b', '10.1.0.0/16'),
      peering('p', 'a', 'b'),
      internetGateway('ia', 'a'),
      mainTable('ma', 'a', { '0.0.0.0/0': 'internet-gateway:ia' }),
      subnet('a', 'a', '10.0.0.0/24'),
      subnet('b', 'b', '10.1.0.0/24'),
      workload('bare', 'a'),
      workload('public', 'a', {}, elastic('52.0.0.1')),
      workload('far', 'b'),
    )
    const { codes, request } = ask(design, from, 'far')
    expect(codes[0]).toBe('IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS')
    expect(request.hops.find((hop) => hop.code === codes[0])?.related).toEqual([
      'NO_POSSIBLE_DESTINATION',
      ...also,
    ])
  })
})

describe('WALK-13: a place outside is as reachable as the least of its addresses', () => {
  const partner = {
    id: 'public-address:partner',
    kind: 'public-address',
    name: 'partner',
    cidrBlock: '203.0.113.0/24',
  }
  const design = (admitted: string, away: Readonly<Record<string, string | null>> = {}) =>
    documentOf(
      partner,
      vpc('a', '10.0.0.0/16'),
      internetGateway('ia', 'a'),
      mainTable('ma', 'a', { '0.0.0.0/0': 'internet-gateway:ia', ...away }),
      subnet('a', 'a', '10.0.0.0/24'),
      securityGroup('web', 'a', [tcp(443, admitted)]),
      workload('web', 'a', inGroup('web'), elastic('52.0.0.1')),
    )
  it.each([
    ['203.0.113.0/24', 'OK', []],
    ['203.0.112.0/23', 'OK', []],
    ['203.0.113.0/25', 'NO(ENI_SG_RULES_MISMATCH)', ['PARTIAL']],
    ['203.0.113.1/32', 'NO(ENI_SG_RULES_MISMATCH)', ['PARTIAL']],
    ['198.51.100.0/24', 'NO(ENI_SG_RULES_MISMATCH)', []],
  ])('with %s admitted it comes in: %s %j', (admitted, expected, details) => {
    const document = design(admitted)
    expect(verdict(document, 'public-address:partner', 'web')).toBe(expected)
    expect(ask(document, 'public-address:partner', 'web').details).toEqual(details)
  })
  it.each([
    [{}, 'OK'],
    [{ '203.0.113.128/25': null }, 'NO(BAD_STATE_ROUTE)'],
    [{ '203.0.114.0/24': null }, 'OK'],
  ])('with routes %j it is reached: %s', (away, expected) => {
    expect(verdict(design('0.0.0.0/0', away), 'web', 'public-address:partner')).toBe(expected)
  })
})

describe('SG-4: an address that AWS has yet to choose matches no narrower rule by accident', () => {
  const design = (admitted: string, more = {}) =>
    documentOf(
      vpc('a', '10.0.0.0/16'),
      subnet('a', 'a', '10.0.0.0/24'),
      securityGroup('server', 'a', [tcp(443, admitted)]),
      securityGroup('open', 'a', [all('0.0.0.0/0')]),
      workload('client', 'a', inGroup('open'), more),
      workload('server', 'a', inGroup('server'), at('10.0.0.99')),
    )
  it.each([
    ['10.0.0.4/32', {}, 'NO(ENI_SG_RULES_MISMATCH)'],
    ['10.0.0.0/28', {}, 'NO(ENI_SG_RULES_MISMATCH)'],
    ['10.0.0.4/32', at('10.0.0.4'), 'OK'],
    ['10.0.0.0/24', {}, 'OK'],
    ['10.0.0.0/16', {}, 'OK'],
  ])('%s admits %j: %s', (admitted, face, expected) => {
    expect(verdict(design(admitted, face), 'client', 'server')).toBe(expected)
  })
})

describe('RT-5: a route that AWS refuses is told where local decides in its stead', () => {
  it.each([
    [{ '10.0.1.0/24': 'vpc-peering-connection:p' }, true],
    [{ '10.0.2.0/24': 'vpc-peering-connection:p' }, false],
  ])('%j: %s', (routes, told) => {
    const design = documentOf(
      vpc('a', '10.0.0.0/16'),
      vpc('b', '10.1.0.0/16'),
      peering('p', 'a', 'b'),
      mainTable('ma', 'a', routes),
      subnet('one', 'a', '10.0.0.0/24'),
      subnet('two', 'a', '10.0.1.0/24'),
      workload('client', 'one'),
      workload('server', 'two'),
    )
    const texts = ask(design, 'client', 'server').request.hops.map((hop) => hop.text)
    expect(texts.some((text) => text.includes('AWS refuses the route 10.0.1.0/24'))).toBe(told)
  })
})
