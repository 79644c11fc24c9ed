import { describe, expect, it } from 'vitest'
import {
  aclAllow,
  all,
  documentOf,
  mainTable,
  networkAcl,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

const rule = (ipProtocol: string, fromPort: number | null, toPort: number | null, more = {}) => ({
  ipProtocol,
  fromPort,
  toPort,
  cidrIpv4: '10.0.0.0/8',
  ...more,
})

/** A client that may send anything, and a server whose group has these rules. */
const design = (ingress: readonly unknown[], ...more: readonly unknown[]) =>
  documentOf(
    vpc('v', '10.0.0.0/16', { ipv6CidrBlocks: ['2600:1f00::/56'] }),
    mainTable('m', 'v'),
    subnet('a', 'v', '10.0.1.0/24', { ipv6CidrBlock: '2600:1f00:0:1::/64' }),
    subnet('b', 'v', '10.0.2.0/24', { ipv6CidrBlock: '2600:1f00:0:2::/64' }),
    securityGroup('client', 'v', [], [all('0.0.0.0/0'), all('::/0')]),
    securityGroup('server', 'v', ingress),
    workload(
      'a',
      'a',
      { securityGroupIds: ['security-group:client'] },
      {
        ipv6Addresses: ['2600:1f00:0:1::10'],
      },
    ),
    workload(
      'b',
      'b',
      { securityGroupIds: ['security-group:server'] },
      {
        ipv6Addresses: ['2600:1f00:0:2::10'],
      },
    ),
    ...more,
  )
const mismatch = 'NO(ENI_SG_RULES_MISMATCH)'

describe('SG-4: ICMP by type and code', () => {
  it.each([
    ['any type', rule('icmp', -1, -1), 'icmp', 'OK'],
    ['echo requests, which a ping is', rule('icmp', 8, -1), 'icmp', 'OK'],
    ['echo replies alone', rule('icmp', 0, -1), 'icmp', mismatch],
    ['another type', rule('icmp', 8, -1), 'icmp/3.4', mismatch],
    ['that very type and code', rule('icmp', 3, 4), 'icmp/3.4', 'OK'],
    ['another code', rule('icmp', 3, 1), 'icmp/3.4', mismatch],
    ['the protocol by its number', rule('1', 8, 0), 'icmp', 'OK'],
    ['ICMPv6 is another protocol', rule('icmpv6', -1, -1), 'icmp', mismatch],
  ])('%s: %s', (_, admitted, what, expected) => {
    expect(verdict(design([admitted]), 'a', 'b', what)).toBe(expected)
  })
})

describe('ICMPv6', () => {
  const six = { cidrIpv4: null, cidrIpv6: '::/0' }
  const to = '2600:1f00:0:2::10'
  it.each([
    ['any type', rule('icmpv6', -1, -1, six), 'OK'],
    ['echo requests', rule('icmpv6', 128, -1, six), 'OK'],
    ['the echo requests of ICMP', rule('icmpv6', 8, -1, six), mismatch],
    ['by its number', rule('58', 128, 0, six), 'OK'],
  ])('%s: a ping by IPv6', (_, admitted, expected) => {
    expect(verdict(design([admitted]), 'a', to, 'icmp')).toBe(expected)
    expect(verdict(design([admitted]), 'a', to, 'icmpv6')).toBe(expected)
  })
})

describe('any other protocol, by its number', () => {
  it.each([
    ['50', rule('50', null, null), 'OK'],
    ['51', rule('50', null, null), mismatch],
    ['50', rule('-1', null, null), 'OK'],
    ['6', rule('tcp', 0, 65535), 'OK'], // every port of TCP
    ['6', rule('tcp', 443, 443), mismatch],
  ])('%s', (what, admitted, expected) => {
    expect(verdict(design([admitted]), 'a', 'b', what)).toBe(expected)
  })
})

describe('a range of ports', () => {
  const parts = (document: ReturnType<typeof design>, what: string) =>
    ask(document, 'a', 'b', what).parts.map(
      ({ ports, code }) => `${ports.from}-${ports.to} ${code ?? 'OK'}`,
    )
  it('answered alike has no parts', () => {
    const answer = ask(design([tcp([1, 1000], '10.0.0.0/8')]), 'a', 'b', 'tcp/80-443')
    expect([answer.verdict, answer.parts]).toEqual(['reachable', []])
  })
  it('answered differently is told in parts, and does not pass as a whole', () => {
    const document = design([tcp(80, '10.0.0.0/8'), tcp([443, 500], '10.0.0.0/8')])
    const answer = ask(document, 'a', 'b', 'tcp/79-450')
    expect(answer.verdict).toBe('not-reachable')
    expect(answer.details).toContain('PARTIAL')
    expect(parts(document, 'tcp/79-450')).toEqual([
      '79-79 ENI_SG_RULES_MISMATCH',
      '80-80 OK',
      '81-442 ENI_SG_RULES_MISMATCH',
      '443-450 OK',
    ])
  })
  it('network ACLs divide it too', () => {
    const acl = [
      networkAcl(
        'n',
        'v',
        { 100: aclAllow('10.0.0.0/8', 'tcp', [80, 90]) },
        { 100: aclAllow('0.0.0.0/0') },
      ),
      subnet('b', 'v', '10.0.2.0/24', {
        ipv6CidrBlock: '2600:1f00:0:2::/64',
        networkAclId: 'network-acl:n',
      }),
    ]
    expect(parts(design([all('10.0.0.0/8')], acl), 'tcp/80-100')).toEqual([
      '80-90 OK',
      '91-100 SUBNET_ACL_RESTRICTION',
    ])
  })
  it('without any port every port is meant', () => {
    expect(verdict(design([tcp([0, 65535], '10.0.0.0/8')]), 'a', 'b', 'tcp')).toBe('OK')
    expect(verdict(design([tcp([0, 65534], '10.0.0.0/8')]), 'a', 'b', 'tcp')).toBe(mismatch)
  })
})
