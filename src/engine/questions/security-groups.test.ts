import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf,
  mainTable,
  peering,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

type Wearing = { readonly securityGroupIds?: readonly string[] }

const wearing = (...names: readonly string[]) => ({
  securityGroupIds: names.map((name) => `security-group:${name}`),
})
const udp = (from: number, to: number, block: string) => ({
  ...tcp([from, to], block),
  ipProtocol: 'udp',
})
const rule = (ipProtocol: string, fromPort: number | null, toPort: number | null) => ({
  ipProtocol,
  fromPort,
  toPort,
  cidrIpv4: '0.0.0.0/0',
})
const group = securityGroup
const everywhere = [all('0.0.0.0/0')]

/** A client and a server in two subnets of one VPC. */
const pair = (client: Wearing, server: Wearing, ...groups: readonly unknown[]) =>
  documentOf(
    vpc('v', '10.0.0.0/16'),
    mainTable('v', 'v'),
    subnet('c', 'v', '10.0.1.0/24'),
    subnet('s', 'v', '10.0.2.0/24'),
    workload('client', 'c', client, { privateIpAddress: '10.0.1.5' }),
    workload('server', 's', server, { privateIpAddress: '10.0.2.5' }),
    ...groups,
  )

const serverGroup = (egress?: readonly unknown[]) =>
  group('server', 'v', [tcp(443, '10.0.0.0/16')], egress)

describe('section 8', () => {
  it('row 1: the server admits 443 from the block, the client lets all out', () => {
    const document = pair(wearing('client'), wearing('server'), group('client', 'v'), serverGroup())
    expect(verdict(document, 'client', 'server')).toBe('OK')
    expect(verdict(document, 'client', 'server', 'tcp/444')).toBe('NO(ENI_SG_RULES_MISMATCH)')
    expect(verdict(document, 'client', 'server', 'udp/443')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
  it('row 2: a server without egress rules still answers', () => {
    const document = pair(
      wearing('client'),
      wearing('server'),
      group('client', 'v'),
      serverGroup([]),
    )
    expect(verdict(document, 'client', 'server')).toBe('OK')
  })
  it('row 3: the client lets nothing out', () => {
    const document = pair(
      wearing('client'),
      wearing('server'),
      group('client', 'v', [], []),
      serverGroup(),
    )
    expect(verdict(document, 'client', 'server')).toBe('NO(SG_HAS_NO_RULES)')
  })
  it('row 4: both in one group that does not name itself', () => {
    const closed = group('x', 'v', [tcp(22, '10.9.0.0/16')])
    expect(verdict(pair(wearing('x'), wearing('x'), closed), 'client', 'server')).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
    const open = group('x', 'v', [all('security-group:x')])
    expect(verdict(pair(wearing('x'), wearing('x'), open), 'client', 'server')).toBe('OK')
  })
})

describe('SG-1: groups act at every interface', () => {
  it('within a subnet too', () => {
    const document = documentOf(
      vpc('v', '10.0.0.0/16'),
      subnet('s', 'v', '10.0.1.0/24'),
      group('open', 'v', []),
      workload('one', 's', wearing('open')),
      workload('two', 's', wearing('open')),
    )
    expect(verdict(document, 'one', 'two')).toBe('NO(SG_HAS_NO_RULES)')
  })
})

describe('SG-2: all groups of an interface are one union', () => {
  const one = group('one', 'v', [tcp(22, '0.0.0.0/0')], [])
  const two = group('two', 'v', [tcp(443, '0.0.0.0/0')])
  it('a rule of any of them admits', () => {
    const document = pair(wearing('two'), wearing('one', 'two'), one, two)
    const answer = ask(document, 'client', 'server')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops.find((hop) => hop.text.includes('admits'))?.because).toEqual({
      type: 'rule',
      securityGroupId: 'security-group:two',
      direction: 'ingress',
      rule: 'rule-1',
    })
  })
  it('"no rules at all" counts over the union (CL-8)', () => {
    const empty = group('empty', 'v', [], [])
    const document = pair(wearing('two'), wearing('empty', 'one'), one, two, empty)
    expect(verdict(document, 'client', 'server')).toBe('NO(ENI_SG_RULES_MISMATCH)')
    const bare = pair(wearing('two'), wearing('empty'), two, empty)
    expect(verdict(bare, 'client', 'server')).toBe('NO(SG_HAS_NO_RULES)')
  })
})

describe('SG-3: an interface without groups is in the default group', () => {
  it('members reach each other', () => {
    expect(verdict(pair({}, {}), 'client', 'server')).toBe('OK')
  })
  it('nobody else gets in, but members get out', () => {
    const document = pair(wearing('open'), {}, group('open', 'v', everywhere))
    expect(verdict(document, 'client', 'server')).toBe('NO(ENI_SG_RULES_MISMATCH)')
    expect(verdict(document, 'server', 'client')).toBe('OK')
  })
})

describe('SG-4: protocols, ports and ICMP types', () => {
  it.each([
    [tcp([400, 443], '0.0.0.0/0'), 'tcp/443', true],
    [tcp([443, 500], '0.0.0.0/0'), 'tcp/443', true],
    [tcp([444, 500], '0.0.0.0/0'), 'tcp/443', false],
    [rule('-1', null, null), '50', true],
    [rule('50', null, null), '50', true],
    [rule('51', null, null), '50', false],
    [rule('6', 443, 443), 'tcp/443', true],
    [rule('tcp', 443, 443), '6/443', true],
    [rule('6', null, null), 'tcp/443', false], // EC2 takes no such rule
    [udp(53, 53, '0.0.0.0/0'), 'udp/53', true],
    [udp(53, 53, '0.0.0.0/0'), 'tcp/53', false],
    [rule('icmp', -1, -1), 'icmp', true],
    [rule('icmp', 8, -1), 'icmp', true],
    [rule('icmp', 8, 0), 'icmp', true],
    [rule('icmp', 3, 4), 'icmp', false], // only "fragmentation needed"
    [rule('1', -1, -1), 'icmp', true],
    [tcp([0, 65535], '0.0.0.0/0'), 'icmp', false],
    [tcp([0, 65535], '0.0.0.0/0'), 'tcp', true],
    [tcp([1, 65535], '0.0.0.0/0'), 'tcp', false], // every port means port 0 too
    [tcp(443, '10.0.1.5/32'), 'tcp/443', true],
    [tcp(443, '10.0.1.4/32'), 'tcp/443', false],
  ])('%j and %s: %s', (ingress, what, admits) => {
    const document = pair(
      wearing('client'),
      wearing('server'),
      group('client', 'v'),
      group('server', 'v', [ingress]),
    )
    expect(verdict(document, 'client', 'server', what) === 'OK').toBe(admits)
  })
})

const sites = (status: string, region: string) => (egress: readonly unknown[]) =>
  documentOf(
    vpc('a', '10.0.0.0/16'),
    mainTable('a', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
    subnet('a', 'a', '10.0.0.0/24'),
    group('a', 'a', [], egress),
    workload('a', 'a', wearing('a')),
    vpc('b', '10.1.0.0/16', { region }),
    mainTable('b', 'b', { '10.0.0.0/16': 'vpc-peering-connection:ab' }),
    subnet('b', 'b', '10.1.0.0/24'),
    group('b', 'b', everywhere),
    workload('b', 'b', wearing('b')),
    peering('ab', 'a', 'b', { status }),
  )

describe('SG-6: how far a reference reaches', () => {
  it.each([
    ['active', 'eu-west-1', 'OK'],
    ['pending-acceptance', 'eu-west-1', 'NO(SG_REFERENCES_NOT_PRESERVED)'],
    ['active', 'us-east-1', 'NO(SG_REFERENCES_NOT_PRESERVED)'],
  ])(
    'outbound over a peering connection that is %s, peer in %s: %s',
    (status, region, expected) => {
      const document = sites(status, region)([all('security-group:b')])
      expect(verdict(document, 'a', 'b')).toBe(expected)
    },
  )
  it('outbound to a group that the other end is not in', () => {
    const document = sites('active', 'eu-west-1')([all('security-group:a')])
    expect(verdict(document, 'a', 'b')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
})
