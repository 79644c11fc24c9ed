import { describe, expect, it } from 'vitest'
import {
  aclAllow,
  all,
  documentOf,
  egressOnlyInternetGateway,
  inspectionEndpoint,
  internetGateway,
  mainTable,
  natGateway,
  networkAcl,
  networkFirewall,
  prefixList,
  routeTable,
  securityGroup,
  subnet,
  tens,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

type More = Readonly<Record<string, unknown>>
const open = { securityGroupIds: ['security-group:open'] }
const a = 'vpc-endpoint:fw-a'
const b = 'vpc-endpoint:fw-b'

/** Hosts a and b, each subnet sending what is for the other to these endpoints. */
const between = (
  firewall: unknown = networkFirewall('fw', 'v'),
  { there = a, back = a, endpoint = {} }: { there?: string; back?: string; endpoint?: More } = {},
  ...more: readonly unknown[]
) =>
  documentOf(
    vpc('v', '10.0.0.0/16', { ipv6CidrBlocks: ['2001:db8:1200::/56'] }),
    mainTable('main', 'v'),
    routeTable('a', 'v', { '10.0.2.0/24': there }),
    routeTable('b', 'v', { '10.0.1.0/24': back }),
    subnet('a', 'v', '10.0.1.0/24', { routeTableId: 'route-table:a' }),
    subnet('b', 'v', '10.0.2.0/24', { routeTableId: 'route-table:b' }),
    subnet('fw-a', 'v', '10.0.3.0/24'),
    subnet('fw-b', 'v', '10.0.4.0/24', { availabilityZone: 'eu-west-1b' }),
    securityGroup('open', 'v', [all('0.0.0.0/0'), all('::/0')], [all('0.0.0.0/0'), all('::/0')]),
    workload('a', 'a', open),
    workload('b', 'b', open),
    inspectionEndpoint('fw-a', 'v', 'fw', 'fw-a', endpoint),
    inspectionEndpoint('fw-b', 'v', 'fw', 'fw-b'),
    firewall,
    ...more,
  )

const rule = (action: string, more: More = {}) => ({ action, ...more })
const https = { protocol: 'tcp', fromPort: 443, toPort: 443 }
const strict = { ruleOrder: 'STRICT_ORDER' }

it('WALK-13: a place outside is met by every part that the rules of a firewall tell apart', () => {
  const partner = {
    id: 'public-address:partner',
    kind: 'public-address',
    name: 'partner',
    cidrBlock: '203.0.113.0/24',
  }
  const inspected = (denied: string) =>
    documentOf(
      partner,
      vpc('v', '10.0.0.0/16'),
      mainTable('main', 'v', { '0.0.0.0/0': a }),
      routeTable('fw', 'v', { '0.0.0.0/0': 'nat-gateway:n' }),
      routeTable('nat', 'v', { '0.0.0.0/0': 'internet-gateway:g', '10.0.1.0/24': a }),
      subnet('a', 'v', '10.0.1.0/24'),
      subnet('fw-a', 'v', '10.0.3.0/24', { routeTableId: 'route-table:fw' }),
      subnet('nat', 'v', '10.0.4.0/24', { routeTableId: 'route-table:nat' }),
      internetGateway('g', 'v'),
      natGateway('n', 'nat'),
      securityGroup('open', 'v', [all('0.0.0.0/0')]),
      workload('a', 'a', open),
      inspectionEndpoint('fw-a', 'v', 'fw', 'fw-a'),
      networkFirewall('fw', 'v', [rule('DROP', { destination: denied })]),
    )
  expect(verdict(inspected('203.0.113.128/25'), 'a', 'public-address:partner')).toBe(
    'NO(FIREWALL_RULES_RESTRICTION)',
  )
  expect(verdict(inspected('203.0.112.128/25'), 'a', 'public-address:partner')).toBe('OK')
})

describe('EP-12: an endpoint for inspection is a route target', () => {
  it('the packet leaves by the table of its subnet, and the reply comes by the same one', () => {
    const answer = ask(between(), 'a', 'b')
    expect(answer.verdict).toBe('reachable')
    const told = answer.request.hops.map(({ term }) => term)
    expect(told).toContain('firewall endpoint')
    expect(told.slice(told.indexOf('firewall endpoint') + 1)).toEqual([
      'network ACL',
      'route table',
      'network ACL',
      'security group',
      'network interface',
    ])
    expect(answer.reply?.hops.map((hop) => hop.component)).toContain(a)
  })
  it('RT-20: the table of its subnet has to know the way', () => {
    const table = mainTable('main', 'v', { '10.0.2.0/24': a })
    expect(verdict(between(networkFirewall('fw', 'v'), {}, table), 'a', 'b')).toBe(
      'NO(LOOP_DETECTED)',
    )
  })
  it.each([
    ['request by one, reply by the other', { there: a, back: b }, 'NO<-(MIDDLEBOX_ASYMMETRIC)'],
    ['both by the endpoint of another zone', { there: b, back: b }, 'OK'],
    ['EP-8: not available', { endpoint: { state: 'pending' } }, 'NO(BAD_STATE)'],
    ['in no subnet', { endpoint: { subnets: {} } }, 'NOT-MODELLED'],
    [
      'in two subnets',
      { endpoint: { subnets: { 'subnet:fw-a': {}, 'subnet:fw-b': {} } } },
      'NOT-MODELLED',
    ],
    ['of no service', { endpoint: { serviceId: null } }, 'NOT-MODELLED'],
  ])('CL-7: %s', (_, how, expected) => {
    expect(verdict(between(networkFirewall('fw', 'v'), how), 'a', 'b')).toBe(expected)
  })
  it('CL-7: the reply past the firewall', () => {
    const past = routeTable('b', 'v')
    expect(verdict(between(networkFirewall('fw', 'v'), {}, past), 'a', 'b')).toBe(
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
    )
  })
  it('CL-7: the request past the firewall', () => {
    const past = routeTable('a', 'v')
    expect(verdict(between(networkFirewall('fw', 'v'), {}, past), 'a', 'b')).toBe(
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
    )
  })
  it('a firewall that is not READY', () => {
    const firewall = networkFirewall('fw', 'v', [], { status: 'PROVISIONING' })
    expect(verdict(between(firewall), 'a', 'b')).toBe('NO(BAD_STATE)')
  })
  it('RT-10: not the target of a route by prefix list, which AWS refuses', () => {
    const byList = routeTable('a', 'v', { 'prefix-list:p': a })
    const list = prefixList('p', ['10.0.2.0/24'])
    const answer = ask(between(networkFirewall('fw', 'v'), { back: b }, byList, list), 'a', 'b')
    expect(answer.request.hops.map((hop) => hop.component)).not.toContain(a)
  })
  it('its network ACL is asked on the way in and out (ACL-5)', () => {
    const closed = networkAcl('n', 'v', { 100: aclAllow('10.0.1.0/24') })
    const home = subnet('fw-a', 'v', '10.0.3.0/24', { networkAclId: 'network-acl:n' })
    expect(verdict(between(networkFirewall('fw', 'v'), {}, closed, home), 'a', 'b')).toBe(
      'NO(SUBNET_ACL_RESTRICTION)',
    )
  })
  it('SG-7: the group of the sender is not known behind it', () => {
    const mine = securityGroup('mine', 'v', [all('security-group:open')])
    const host = workload('b', 'b', { securityGroupIds: ['security-group:mine'] })
    expect(verdict(between(networkFirewall('fw', 'v'), {}, mine, host), 'a', 'b')).toBe(
      'NO(SG_REFERENCES_NOT_PRESERVED)',
    )
  })
})

describe('stateless rules', () => {
  const stateless = (rules: readonly unknown[], more: More = {}) =>
    networkFirewall('fw', 'v', [], { statelessRules: tens(rules), ...more })
  const dropByDefault = { statelessDefaultAction: 'aws:drop' }
  it.each([
    ['a default that drops', stateless([], dropByDefault), 'NO(FIREWALL_RULES_RESTRICTION)'],
    ['a default that passes', stateless([], { statelessDefaultAction: 'aws:pass' }), 'OK'],
    [
      'what passes there has to pass back: answers are asked too',
      stateless([rule('aws:pass', https)], dropByDefault),
      'NO<-(FIREWALL_RULES_RESTRICTION)',
    ],
    [
      'passed both ways',
      stateless(
        [
          rule('aws:pass', https),
          rule('aws:pass', { protocol: 'tcp', sourceFromPort: 443, sourceToPort: 443 }),
        ],
        dropByDefault,
      ),
      'OK',
    ],
    [
      'CL-7: forwarded there and passed back, the stateful engine sees half a connection',
      stateless([rule('aws:pass', { source: '10.0.2.0/24' })]),
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
    ],
    [
      'CL-7: passed there and forwarded back',
      stateless([rule('aws:pass', { source: '10.0.1.0/24' })]),
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
    ],
    [
      'the lowest priority number decides',
      stateless([rule('aws:drop', { source: '10.0.1.0/24' }), rule('aws:pass')]),
      'NO(FIREWALL_RULES_RESTRICTION)',
    ],
    [
      'near miss: the other source',
      stateless([rule('aws:drop', { source: '10.0.9.0/24' }), rule('aws:pass')]),
      'OK',
    ],
    ['a finer group before all others', stateless([rule('OTHER_RULE_GROUP')]), 'NOT-MODELLED'],
    [
      'a finer group for other traffic',
      stateless([rule('OTHER_RULE_GROUP', { protocol: 'udp' })]),
      'OK',
    ],
    [
      'ACL-7: dropped for some of the ports that the client may choose',
      stateless([rule('aws:drop', { protocol: 'tcp', sourceFromPort: 1024, sourceToPort: 40000 })]),
      'OK',
    ],
    [
      'ACL-7: dropped for all of them',
      stateless([rule('aws:drop', { protocol: 'tcp', sourceFromPort: 1024, sourceToPort: 65535 })]),
      'NO(FIREWALL_RULES_RESTRICTION)',
    ],
  ])('%s', (_, firewall, expected) => {
    expect(verdict(between(firewall), 'a', 'b')).toBe(expected)
  })
  it('ACL-7: some ports dropped is said as a detail', () => {
    const firewall = stateless([
      rule('aws:drop', { protocol: 'tcp', sourceFromPort: 1024, sourceToPort: 40000 }),
    ])
    expect(ask(between(firewall), 'a', 'b').details).toContain('EPHEMERAL_PARTIAL')
  })
})

describe('stateful rules', () => {
  const dropped = 'NO(FIREWALL_RULES_RESTRICTION)'
  it.each([
    ['no rules: it passes', [], {}, 'OK'],
    ['drop', [rule('DROP', https)], {}, dropped],
    ['reject', [rule('REJECT', https)], {}, dropped],
    ['alert stops nothing', [rule('ALERT')], {}, 'OK'],
    ['another port', [rule('DROP', { ...https, fromPort: 80, toPort: 80 })], {}, 'OK'],
    ['another protocol', [rule('DROP', { protocol: 'udp' })], {}, 'OK'],
    ['action order: pass comes first', [rule('DROP'), rule('PASS', https)], {}, 'OK'],
    ['strict order: the lowest number', [rule('DROP'), rule('PASS', https)], strict, dropped],
    ['strict order: pass before drop', [rule('PASS', https), rule('DROP')], strict, 'OK'],
    [
      'strict order: an alert goes on to the next',
      [rule('ALERT'), rule('DROP'), rule('PASS')],
      strict,
      dropped,
    ],
    ['a default that drops', [], { ...strict, statefulDefaultAction: 'aws:drop_strict' }, dropped],
    [
      'a default that drops what is established lets no connection live',
      [],
      { ...strict, statefulDefaultAction: 'aws:drop_established' },
      dropped,
    ],
    [
      'a default that drops, and a rule that passes',
      [rule('PASS', https)],
      { ...strict, statefulDefaultAction: 'aws:drop_established' },
      'OK',
    ],
    [
      'in action order the default of strict order does not count',
      [],
      { statefulDefaultAction: 'aws:drop_strict' },
      'OK',
    ],
    ['the connection counts, not its answers', [rule('DROP', { source: '10.0.2.0/24' })], {}, 'OK'],
    [
      'direction ANY: opened from either side',
      [rule('DROP', { source: '10.0.2.0/24', direction: 'ANY' })],
      {},
      dropped,
    ],
    ['a finer group', [rule('OTHER_RULE_GROUP')], {}, 'NOT-MODELLED'],
    [
      'action order: a pass before a finer group',
      [rule('OTHER_RULE_GROUP'), rule('PASS')],
      {},
      'OK',
    ],
    [
      'action order: a finer group may pass what a rule drops',
      [rule('OTHER_RULE_GROUP'), rule('DROP')],
      {},
      'NOT-MODELLED',
    ],
    [
      'strict order: a drop before a finer group',
      [rule('DROP', https), rule('OTHER_RULE_GROUP')],
      strict,
      dropped,
    ],
    [
      'strict order: a finer group before a pass',
      [rule('OTHER_RULE_GROUP'), rule('PASS')],
      strict,
      'NOT-MODELLED',
    ],
  ])('%s', (_, rules, more, expected) => {
    expect(verdict(between(networkFirewall('fw', 'v', rules, more)), 'a', 'b')).toBe(expected)
  })
  it('a range of ports is cut where a rule begins or ends', () => {
    const document = between(networkFirewall('fw', 'v', [rule('DROP', https)]))
    expect(verdict(document, 'a', 'b', 'tcp/440-442')).toBe('OK')
    expect(verdict(document, 'a', 'b', 'tcp/440-450')).toBe(dropped)
  })
  it('ICMP has no ports', () => {
    const only = { ...strict, statefulDefaultAction: 'aws:drop_strict' }
    const ping = networkFirewall('fw', 'v', [rule('PASS', { protocol: 'icmp' })], only)
    expect(verdict(between(ping), 'a', 'b', 'icmp')).toBe('OK')
    expect(verdict(between(ping), 'a', 'b')).toBe(dropped)
  })
})

describe('between the internet gateway and the hosts (RT-15)', () => {
  const site = (out: string, edge: Readonly<Record<string, string>>, ...more: readonly unknown[]) =>
    documentOf(
      vpc('v', '10.0.0.0/16', { ipv6CidrBlocks: ['2001:db8:1200::/56'] }),
      mainTable('main', 'v'),
      internetGateway('i', 'v'),
      routeTable('web', 'v', { '0.0.0.0/0': out, '::/0': out }),
      routeTable('fw', 'v', { '0.0.0.0/0': 'internet-gateway:i', '::/0': 'internet-gateway:i' }),
      routeTable('edge', 'v', edge, { gatewayId: 'internet-gateway:i' }),
      subnet('web', 'v', '10.0.1.0/24', {
        routeTableId: 'route-table:web',
        ipv6CidrBlock: '2001:db8:1200:1::/64',
      }),
      subnet('fw-a', 'v', '10.0.3.0/24', { routeTableId: 'route-table:fw' }),
      securityGroup('open', 'v', [all('0.0.0.0/0'), all('::/0')], [all('0.0.0.0/0'), all('::/0')]),
      workload('web', 'web', open, { publicAddress: 'elastic-ip', assignIpv6Address: true }),
      inspectionEndpoint('fw-a', 'v', 'fw', 'fw-a'),
      networkFirewall('fw', 'v'),
      { id: 'internet:i', kind: 'internet', name: 'Internet' },
      ...more,
    )
  const edge = { '10.0.1.0/24': a, '2001:db8:1200:1::/64': a }
  it.each([
    ['out and back', 'web', 'internet:i', site(a, edge), 'OK'],
    ['in and back (RT-16: no public address needed)', 'internet:i', 'web', site(a, edge), 'OK'],
    [
      'out past it (RT-17)',
      'web',
      'internet:i',
      site('internet-gateway:i', edge),
      'NO(INGRESS_RTB_TRAFFIC_REDIRECTION)',
    ],
    [
      'in by it, back past it (RT-17)',
      'internet:i',
      'web',
      site('internet-gateway:i', edge),
      'NO<-(INGRESS_RTB_TRAFFIC_REDIRECTION)',
    ],
    [
      'out by it, back past it: no gateway route table',
      'web',
      'internet:i',
      site(a, {}),
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
    ],
    ['IPv6 through the internet gateway', 'web', '2606:4700::1', site(a, edge), 'OK'],
  ])('%s', (_, from, to, document, expected) => {
    expect(verdict(document, from, to)).toBe(expected)
  })
  it('EP-12: IPv6 behind an endpoint is dropped at an egress-only internet gateway', () => {
    const eigw = egressOnlyInternetGateway('e', 'v')
    const table = routeTable('fw', 'v', { '::/0': 'egress-only-internet-gateway:e' })
    expect(verdict(site(a, edge, eigw, table), 'web', '2606:4700::1')).toBe(
      'NO(ADDRESS_FAMILY_MISMATCH)',
    )
  })
  it('before a NAT gateway: the answer comes back by the same endpoint', () => {
    const nat = [
      subnet('nat', 'v', '10.0.5.0/24', { routeTableId: 'route-table:nat' }),
      routeTable('nat', 'v', { '0.0.0.0/0': 'internet-gateway:i', '10.0.1.0/24': a }),
      routeTable('fw', 'v', { '0.0.0.0/0': 'nat-gateway:n' }),
      natGateway('n', 'nat'),
    ]
    expect(verdict(site(a, {}, ...nat), 'web', 'internet:i')).toBe('OK')
    const past = routeTable('nat', 'v', { '0.0.0.0/0': 'internet-gateway:i' })
    expect(verdict(site(a, {}, ...nat, past), 'web', 'internet:i')).toBe(
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
    )
  })
})
