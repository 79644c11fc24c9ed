import { describe, expect, it } from 'vitest'
import {
  aclAllow,
  aclDeny,
  aclEntry,
  all,
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  networkAcl,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'
import { resolve } from '../network'
import { ask, verdict } from '../testing/ask'
import { trace } from './trace'

type Entries = Readonly<Record<number, unknown>>
const open = { securityGroupIds: ['security-group:open'] }
const everywhere = '0.0.0.0/0'
const anything: Entries = { 100: aclAllow(everywhere) }
const high = (cidr = everywhere) => aclAllow(cidr, 'tcp', [1024, 65535])

/** Hosts a in subnet A, b1 and b2 in subnet B, whose network ACL has these rules. */
const design = (ingress: Entries = {}, egress: Entries = {}, ...more: readonly unknown[]) =>
  documentOf(
    vpc('v', '10.0.0.0/16', { ipv6CidrBlocks: ['2600:1f00::/56'] }),
    mainTable('main', 'v'),
    subnet('a', 'v', '10.0.1.0/24', { ipv6CidrBlock: '2600:1f00:0:1::/64' }),
    subnet('b', 'v', '10.0.2.0/24', {
      ipv6CidrBlock: '2600:1f00:0:2::/64',
      networkAclId: 'network-acl:b',
    }),
    networkAcl('b', 'v', ingress, egress),
    securityGroup('open', 'v', [all(everywhere), all('::/0')], [all(everywhere), all('::/0')]),
    workload('a', 'a', open, {
      privateIpAddress: '10.0.1.10',
      ipv6Addresses: ['2600:1f00:0:1::10'],
    }),
    workload('b1', 'b', open, { ipv6Addresses: ['2600:1f00:0:2::10'] }),
    workload('b2', 'b', open),
    ...more,
  )
const denied = 'NO(SUBNET_ACL_RESTRICTION)'
const lost = 'NO<-(SUBNET_ACL_RESTRICTION)'

describe('section 9', () => {
  it('row 1: default network ACLs', () => {
    const none = subnet('b', 'v', '10.0.2.0/24', { ipv6CidrBlock: '2600:1f00:0:2::/64' })
    expect(verdict(design({}, {}, none), 'a', 'b1')).toBe('OK')
  })
  it('row 2, ACL-3: a custom one without rules denies everything', () => {
    expect(verdict(design(), 'a', 'b1')).toBe(denied)
    expect(verdict(design(), 'b1', 'a')).toBe(denied)
  })
  it('row 3: in 443, out 1024-65535', () => {
    const document = design({ 100: aclAllow(everywhere, 'tcp', 443) }, { 100: high() })
    expect(verdict(document, 'a', 'b1')).toBe('OK')
    expect(verdict(document, 'a', 'b1', 'tcp/80')).toBe(denied)
  })
  it('row 4: in 443, nothing out', () => {
    const document = design({ 100: aclAllow(everywhere, 'tcp', 443) })
    expect(verdict(document, 'a', 'b1')).toBe(lost)
  })
  it('row 5, ACL-5, trap 3: inside the subnet it is not asked', () => {
    expect(verdict(design(), 'b1', 'b2')).toBe('OK')
    expect(ask(design(), 'b1', 'b2').request.hops.map((hop) => hop.term)).not.toContain(
      'network ACL',
    )
  })
})

describe('ACL-1: one network ACL for each subnet', () => {
  it('the default one where the subnet names none', () => {
    const acl = networkAcl('default', 'v', {}, {}, { isDefault: true })
    const document = design(anything, anything, acl)
    expect(verdict(document, 'b1', 'a')).toBe(denied)
    expect(verdict(document, 'b1', 'b2')).toBe('OK')
  })
})

describe('ACL-2: rules are asked lowest number first', () => {
  it.each<readonly [string, Entries, string]>([
    ['deny 90, allow 100', { 90: aclDeny('10.0.0.0/8'), ...anything }, denied],
    ['allow 90, deny 100', { 90: aclAllow(everywhere), 100: aclDeny('10.0.0.0/8') }, 'OK'],
    ['number 9 comes before 10', { 10: aclDeny(everywhere), 9: aclAllow(everywhere) }, 'OK'],
    ['deny of others', { 90: aclDeny('10.0.9.0/24'), ...anything }, 'OK'],
    ['deny of another port', { 90: aclDeny(everywhere, 'tcp', 22), ...anything }, 'OK'],
    ['deny of another protocol', { 90: aclDeny(everywhere, 'udp', 443), ...anything }, 'OK'],
  ])('%s', (_, ingress, expected) => {
    expect(verdict(design(ingress, anything), 'a', 'b1')).toBe(expected)
  })
  it('the rule that decides is told, the final one too', () => {
    const by = (ingress: Entries) =>
      ask(design(ingress, anything), 'a', 'b1').request.hops.find((hop) => hop.code)
    expect(by({ 90: aclDeny(everywhere) })?.because).toEqual({
      type: 'network-acl-entry',
      networkAclId: 'network-acl:b',
      direction: 'ingress',
      ruleNumber: 90,
    })
    expect(by({})?.text).toContain('rule *')
  })
})

describe('ACL-2: ports in a rule of all protocols', () => {
  const ported = (action: 'allow' | 'deny') => aclEntry(action, everywhere, '-1', 0)
  it('an allow of -1 lets every port by, whatever ports are written in it', () => {
    const rules = { 100: ported('allow') }
    expect(verdict(design(rules, rules), 'a', 'b1')).toBe('OK')
  })
  it('a deny of -1 denies every port', () => {
    expect(
      verdict(design({ 90: ported('deny'), 100: aclAllow(everywhere) }, anything), 'a', 'b1'),
    ).toBe(denied)
  })
  it('a rule of one protocol keeps its ports', () => {
    const rules = { 100: aclAllow(everywhere, 'tcp', 0) }
    expect(verdict(design(rules, anything), 'a', 'b1')).toBe(denied)
  })
})

describe('ACL-3: default network ACLs and IPv6', () => {
  it('an allow for IPv4 is none for IPv6', () => {
    const document = design(anything, anything)
    expect(verdict(document, 'a', '2600:1f00:0:2::10')).toBe(denied)
    const both = { ...anything, 101: aclAllow('::/0') }
    expect(verdict(design(both, both), 'a', '2600:1f00:0:2::10')).toBe('OK')
  })
})

describe('ACL-4, trap 2: the reply is a packet like any other', () => {
  it('to the ephemeral port of the client', () => {
    const only443 = { 100: aclAllow(everywhere, 'tcp', 443) }
    expect(verdict(design(only443, only443), 'a', 'b1')).toBe(lost)
  })
  it('into the subnet of the client too', () => {
    const document = design({ 100: aclAllow(everywhere, 'tcp', 443) }, anything)
    expect(verdict(document, 'b1', 'a')).toBe(lost)
    expect(verdict(design({ 100: high() }, anything), 'b1', 'a')).toBe('OK')
  })
})

describe('ACL-6: what rules look at', () => {
  it('inbound: source and destination port', () => {
    const from = (cidr: string) => design({ 100: aclAllow(cidr, 'tcp', 443) }, anything)
    expect(verdict(from('10.0.1.0/24'), 'a', 'b1')).toBe('OK')
    expect(verdict(from('10.0.2.0/24'), 'a', 'b1')).toBe(denied)
  })
  it('outbound: destination and destination port', () => {
    const to = (cidr: string) => design(anything, { 100: high(cidr) })
    expect(verdict(to('10.0.1.0/24'), 'a', 'b1')).toBe('OK')
    expect(verdict(to('10.0.2.0/24'), 'a', 'b1')).toBe(lost)
    expect(verdict(to('10.0.1.10/32'), 'a', 'b1')).toBe('OK')
    expect(verdict(to('10.0.1.11/32'), 'a', 'b1')).toBe(lost)
  })
  it('any protocol by number, without ports', () => {
    const document = design(
      { 100: aclAllow(everywhere, '50') },
      { 100: aclAllow(everywhere, '50') },
    )
    expect(verdict(document, 'a', 'b1', '50')).toBe('OK')
    expect(verdict(document, 'a', 'b1', '51')).toBe(denied)
  })
  it('ICMP by type and code, the answer by its own', () => {
    const icmp = (icmpType: number, icmpCode = -1) => ({
      100: { ...aclEntry('allow', everywhere, '1'), icmpType, icmpCode },
    })
    expect(verdict(design(icmp(8), icmp(0)), 'a', 'b1', 'icmp')).toBe('OK')
    expect(verdict(design(icmp(8), icmp(8)), 'a', 'b1', 'icmp')).toBe(lost)
    expect(verdict(design(icmp(0), icmp(0)), 'a', 'b1', 'icmp')).toBe(denied)
    expect(verdict(design(icmp(-1), icmp(-1)), 'a', 'b1', 'icmp')).toBe('OK')
    expect(verdict(design(icmp(8, 1), icmp(0)), 'a', 'b1', 'icmp')).toBe(denied)
  })
  it('every port is asked where the question names none', () => {
    const document = design({ 100: aclAllow(everywhere, 'tcp', [0, 65535]) }, anything)
    expect(verdict(document, 'a', 'b1', 'tcp')).toBe('OK')
    const gap = { 90: aclDeny(everywhere, 'tcp', 22), 100: aclAllow(everywhere, 'tcp', [0, 65535]) }
    expect(verdict(design(gap, anything), 'a', 'b1', 'tcp')).toBe(denied)
  })
})

describe('ACL-7: ephemeral ports', () => {
  const out = (from: number, to: number) => ({ 100: aclAllow(everywhere, 'tcp', [from, to]) })
  it.each([
    [32768, 65535, 'OK', false],
    [1024, 65535, 'OK', false],
    [49152, 65535, 'OK', true], // Windows only
    [32768, 61000, 'OK', true], // Linux only
    [1024, 32767, lost, false],
  ] as const)('out %i-%i: %s', (from, to, expected, partial) => {
    const answer = ask(design(anything, out(from, to)), 'a', 'b1')
    expect(verdict(design(anything, out(from, to)), 'a', 'b1')).toBe(expected)
    expect(answer.details.includes('EPHEMERAL_PARTIAL')).toBe(partial)
  })
  it.each([
    [40000, lost],
    [49152, 'OK'],
    [1023, lost],
  ] as const)('a source that sends from %i: %s', (sourcePort, expected) => {
    const network = resolve(design(anything, out(49152, 65535)))
    const answer = trace(network, {
      source: { type: 'resource', id: 'workload:a' },
      destination: { type: 'resource', id: 'workload:b1' },
      protocol: 'tcp',
      port: 443,
      sourcePort,
    })
    expect(answer.codes[0] ?? 'OK').toBe(expected === 'OK' ? 'OK' : 'SUBNET_ACL_RESTRICTION')
    expect(answer.direction).toBe(expected === 'OK' ? null : 'reply')
    expect(answer.details).not.toContain('EPHEMERAL_PARTIAL')
  })
  it('a Lambda function chooses from 1024 up', () => {
    const lambda = workload('a', 'a', { ...open, workloadType: 'lambda-function' })
    expect(ask(design(anything, out(32768, 65535), lambda), 'a', 'b1').details).toContain(
      'EPHEMERAL_PARTIAL',
    )
    expect(ask(design(anything, out(1024, 65535), lambda), 'a', 'b1').details).toEqual([])
  })
  it('several rules together cover them', () => {
    const two = {
      100: aclAllow(everywhere, 'tcp', [32768, 50000]),
      110: aclAllow(everywhere, 'tcp', [50001, 65535]),
    }
    expect(ask(design(anything, two), 'a', 'b1').details).not.toContain('EPHEMERAL_PARTIAL')
  })
  it('a denied part of them is said, too', () => {
    const hole = { 90: aclDeny(everywhere, 'tcp', 40000), ...anything }
    const answer = ask(design(anything, hole), 'a', 'b1')
    expect(answer.verdict).toBe('reachable')
    expect(answer.details).toContain('EPHEMERAL_PARTIAL')
  })
})

describe('ACL-8, NET-17: past a NAT gateway', () => {
  const internet = { id: 'internet:i', kind: 'internet', name: 'Internet' }
  /** A client in its own subnet, a NAT gateway in another; each with its network ACL. */
  const walk = ({
    clientIn = anything,
    clientOut = anything,
    natIn = anything,
    natOut = anything,
  }: Partial<Record<'clientIn' | 'clientOut' | 'natIn' | 'natOut', Entries>>) =>
    documentOf(
      internet,
      vpc('v', '10.0.0.0/16'),
      internetGateway('g', 'v'),
      routeTable('pri', 'v', { '0.0.0.0/0': 'nat-gateway:n' }),
      routeTable('pub', 'v', { '0.0.0.0/0': 'internet-gateway:g' }),
      subnet('pri', 'v', '10.0.1.0/24', {
        routeTableId: 'route-table:pri',
        networkAclId: 'network-acl:pri',
      }),
      subnet('pub', 'v', '10.0.2.0/24', {
        routeTableId: 'route-table:pub',
        networkAclId: 'network-acl:pub',
      }),
      networkAcl('pri', 'v', clientIn, clientOut),
      networkAcl('pub', 'v', natIn, natOut),
      natGateway('n', 'pub'),
      securityGroup('open', 'v', [all(everywhere)]),
      workload('app', 'pri', open),
    )
  const only = (port: number, cidr = everywhere) => ({ 100: aclAllow(cidr, 'tcp', port) })
  it.each<readonly [string, Parameters<typeof walk>[0], string]>([
    ['all open', {}, 'OK'],
    ['the client may send 443', { clientOut: only(443) }, 'OK'],
    ['the client may not', { clientOut: only(80) }, denied],
    [
      'the NAT subnet takes 443 from the client',
      { natIn: { ...only(443, '10.0.1.0/24'), 110: high() } },
      'OK',
    ],
    [
      'but not from elsewhere alone',
      { natIn: { ...only(443, '10.0.9.0/24'), 110: high() } },
      denied,
    ],
    ['row 6: the NAT subnet takes only 443', { natIn: only(443) }, lost],
    [
      'the NAT subnet sends 443 on, and answers in',
      { natOut: { ...only(443), 110: high('10.0.1.0/24') } },
      'OK',
    ],
    ['the NAT subnet sends nothing on', { natOut: { 110: high('10.0.1.0/24') } }, denied],
    ['the NAT subnet sends no answers in', { natOut: only(443) }, lost],
    ['the client takes answers', { clientIn: { 100: high() } }, 'OK'],
    ['the client takes none', { clientIn: only(443) }, lost],
  ])('%s: %s', (_, acls, expected) => {
    expect(verdict(walk(acls), 'app', 'internet:i')).toBe(expected)
  })
  it('answers into the NAT subnet come to the ports of the device, 1024 and up', () => {
    const linux = {
      natIn: { ...only(443, '10.0.1.0/24'), 110: aclAllow(everywhere, 'tcp', [32768, 65535]) },
    }
    const answer = ask(walk(linux), 'app', 'internet:i')
    expect(answer.verdict).toBe('reachable')
    expect(answer.details).toContain('EPHEMERAL_PARTIAL')
  })
  it('in the subnet of the client itself the border is not crossed (ACL-5)', () => {
    const same = documentOf(
      ...Object.values(walk({ natIn: { 100: high() } }).resources),
      workload('app', 'pub', open),
      routeTable('pub', 'v', { '0.0.0.0/0': 'internet-gateway:g', '8.8.8.8/32': 'nat-gateway:n' }),
    )
    expect(ask(same, 'app', '8.8.8.8').request.hops.map((hop) => hop.component)).toContain(
      'nat-gateway:n',
    )
  })
})

describe('ACL-10: the services of AWS in a VPC', () => {
  it('answer whatever the network ACL says', () => {
    expect(verdict(design(), 'b1', '169.254.169.253', 'udp/53')).toBe('OK')
  })
})
