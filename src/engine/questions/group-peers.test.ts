import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf,
  mainTable,
  peering,
  prefixList,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { verdict } from '../testing/ask'

const wearing = (...names: readonly string[]) => ({
  securityGroupIds: names.map((name) => `security-group:${name}`),
})
const everything = [all('0.0.0.0/0'), all('::/0')]

/** A client and a server, both dual-stack, in two subnets of one VPC. */
const pair = (
  server: readonly unknown[],
  client: readonly unknown[] = everything,
  ...more: readonly unknown[]
) =>
  documentOf(
    vpc('v', '10.0.0.0/16', { ipv6CidrBlocks: ['2001:db8::/56'] }),
    mainTable('v', 'v'),
    subnet('c', 'v', '10.0.1.0/24', { ipv6CidrBlock: '2001:db8:0:1::/64' }),
    subnet('s', 'v', '10.0.2.0/24', { ipv6CidrBlock: '2001:db8:0:2::/64' }),
    securityGroup('client', 'v', [], client),
    securityGroup('server', 'v', server),
    workload('client', 'c', wearing('client'), { ipv6Addresses: ['2001:db8:0:1::10'] }),
    workload('server', 's', wearing('server'), { ipv6Addresses: ['2001:db8:0:2::10'] }),
    ...more,
  )

const six = '2001:db8:0:2::10'

describe('SG-4: the peer of a rule', () => {
  it('is IPv4 or IPv6, and a rule of one says nothing of the other', () => {
    const four = pair([tcp(443, '0.0.0.0/0')])
    expect(verdict(four, 'client', 'server')).toBe('OK')
    expect(verdict(four, 'client', six)).toBe('NO(ENI_SG_RULES_MISMATCH)')
    const other = pair([tcp(443, '::/0')])
    expect(verdict(other, 'client', six)).toBe('OK')
    expect(verdict(other, 'client', 'server')).toBe('NO(ENI_SG_RULES_MISMATCH)')
    expect(verdict(pair([tcp(443, '::/0')], [all('0.0.0.0/0')]), 'client', six)).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
  })
  it('is a prefix list: every entry of it, and none that it lacks', () => {
    const rules = [tcp(443, 'prefix-list:p')]
    const listed = prefixList('p', ['10.0.9.0/24', '10.0.1.0/24'])
    expect(verdict(pair(rules, everything, listed), 'client', 'server')).toBe('OK')
    const without = prefixList('p', ['10.0.9.0/24'])
    expect(verdict(pair(rules, everything, without), 'client', 'server')).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
  })
  it('is a prefix list on the way out too', () => {
    const rules = [tcp(443, '10.0.0.0/16')]
    const list = prefixList('p', ['10.0.2.0/24'])
    expect(verdict(pair(rules, [all('prefix-list:p')], list), 'client', 'server')).toBe('OK')
    const other = prefixList('p', ['10.0.3.0/24'])
    expect(verdict(pair(rules, [all('prefix-list:p')], other), 'client', 'server')).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
  })
  it('is a group, whatever the family of the packet (SG-5)', () => {
    const document = pair([tcp(443, 'security-group:client')])
    expect(verdict(document, 'client', 'server')).toBe('OK')
    expect(verdict(document, 'client', six)).toBe('OK')
  })
  it('of ICMP has a type and a code, and ICMPv6 is a protocol of its own', () => {
    const icmp = (ipProtocol: string, type: number | null, block: object) => ({
      ipProtocol,
      fromPort: type,
      toPort: type === null ? null : -1,
      ...block,
    })
    const v4 = { cidrIpv4: '10.0.0.0/16' }
    const v6 = { cidrIpv6: '2001:db8::/56' }
    expect(verdict(pair([icmp('icmp', 8, v4)]), 'client', 'server', 'icmp')).toBe('OK')
    expect(verdict(pair([icmp('icmp', 3, v4)]), 'client', 'server', 'icmp')).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
    expect(verdict(pair([icmp('icmpv6', 128, v6)]), 'client', six, 'icmp')).toBe('OK')
    expect(verdict(pair([icmp('icmpv6', null, v6)]), 'client', six, 'icmp')).toBe('OK')
    expect(verdict(pair([icmp('icmp', 8, v6)]), 'client', six, 'icmp')).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
  })
})

describe('SG-9: a group associated with a further VPC', () => {
  const peered = (associatedVpcIds: readonly string[]) =>
    documentOf(
      vpc('a', '10.0.0.0/16'),
      vpc('b', '10.1.0.0/16'),
      mainTable('a', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
      mainTable('b', 'b', { '10.0.0.0/16': 'vpc-peering-connection:ab' }),
      subnet('a', 'a', '10.0.1.0/24'),
      subnet('b', 'b', '10.1.1.0/24'),
      peering('ab', 'a', 'b'),
      { ...securityGroup('web', 'a', [tcp(443, '10.0.0.0/8')]), associatedVpcIds },
      workload('client', 'a'),
      workload('server', 'b', wearing('web')),
    )
  it('filters there as at home', () => {
    expect(verdict(peered(['vpc:b']), 'client', 'server')).toBe('OK')
    expect(verdict(peered(['vpc:b']), 'client', 'server', 'tcp/80')).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
  })
  it('is refused by AWS where it is not associated, so nothing is told', () => {
    expect(verdict(peered([]), 'client', 'server')).toBe('NOT-MODELLED')
  })
})

describe('SG-10: what AWS itself answers in every VPC', () => {
  it.each([
    ['169.254.169.254', 'NOT-MODELLED'], // which answers to tcp/80 alone
    ['10.0.0.2', 'OK'],
    ['fd00:ec2::253', 'OK'],
  ])('%s passes no group: %s', (address, expected) => {
    const document = pair([tcp(443, '0.0.0.0/0')], [])
    expect(verdict(document, 'client', address, 'udp/53')).toBe(expected)
  })
})
