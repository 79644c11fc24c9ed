import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

type Routes = Record<string, string | null>
const internet = { id: 'internet:i', kind: 'internet', name: 'Internet' }
const office = {
  id: 'public-address:office',
  kind: 'public-address',
  name: 'Office',
  cidrBlock: '192.0.2.64/28',
}
const elastic = (publicIp: string | null = null) => ({ publicAddress: 'elastic-ip', publicIp })
const toGateway = { '0.0.0.0/0': 'internet-gateway:a' }
const toNat = { '0.0.0.0/0': 'nat-gateway:a' }

/**
 * A public subnet with an open host `web` (Elastic IP) and `bare` (none) and a NAT gateway; a
 * private one with an open host `app`.
 */
function design(
  { pub = toGateway, pri = toNat }: { readonly pub?: Routes; readonly pri?: Routes } = {},
  ...more: readonly unknown[]
) {
  const groups = { securityGroupIds: ['security-group:open'] }
  return documentOf(
    internet,
    office,
    vpc('a', '10.0.0.0/16'),
    mainTable('a-main', 'a'),
    routeTable('pub', 'a', pub),
    routeTable('pri', 'a', pri),
    subnet('pub', 'a', '10.0.100.0/24', { routeTableId: 'route-table:pub' }),
    subnet('pri', 'a', '10.0.0.0/24', { routeTableId: 'route-table:pri' }),
    internetGateway('a', 'a'),
    natGateway('a', 'pub', { publicIp: '198.51.100.1' }),
    securityGroup('open', 'a', [all('0.0.0.0/0')]),
    workload('web', 'pub', groups, {
      ...elastic('198.51.100.10'),
      privateIpAddress: '10.0.100.10',
    }),
    workload('bare', 'pub', groups),
    workload('app', 'pri', groups),
    ...more,
  )
}

describe('section 3', () => {
  it('row 1: public subnet, Elastic IP, all open', () => {
    const answer = ask(design(), 'web', 'internet:i')
    expect(answer.verdict).toBe('reachable')
    const translation = answer.request.hops.find((hop) => hop.decision === 'translates')
    expect(translation?.before.source).toBe('10.0.100.10')
    expect(translation?.after.source).toBe('198.51.100.10')
  })
  it('row 2: public subnet, no public IP', () => {
    expect(verdict(design(), 'bare', 'internet:i')).toBe('NO(IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS)')
  })
  it('row 3: through the NAT gateway, with its Elastic IP as source', () => {
    const answer = ask(design(), 'app', 'internet:i')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops.map((hop) => hop.term)).toEqual([
      'network interface',
      'security group',
      'network ACL',
      'route table',
      'network ACL',
      'NAT gateway',
      'network ACL',
      'route table',
      'internet gateway',
      'internet',
    ])
    expect(answer.request.hops.at(-1)?.after.source).toBe('198.51.100.1')
    expect(answer.reply?.hops.map((hop) => hop.term)).toEqual([
      'internet',
      'internet',
      'internet gateway',
      'network ACL',
      'NAT gateway',
      'network ACL',
      'route table',
      'network ACL',
      'security group',
      'network interface',
    ])
  })
  it('row 4: the NAT gateway in a subnet with local only', () => {
    const answer = ask(design({ pub: {} }), 'app', 'internet:i')
    expect(answer.codes).toEqual(['NO_ROUTE_TO_DESTINATION'])
    expect(answer.request.hops.at(-1)?.at).toBe('subnet:pub')
  })
  it('row 5: nobody gets in through a NAT gateway', () => {
    expect(verdict(design(), 'internet:i', '198.51.100.1', 'tcp/22')).toBe(
      'NO(NAT_UNSOLICITED_INBOUND)',
    )
    expect(verdict(design(), 'internet:i', 'nat-gateway:a')).toBe('NO(NAT_UNSOLICITED_INBOUND)')
    expect(verdict(design(), 'app', 'nat-gateway:a', 'icmp')).toBe('NO(NAT_UNSOLICITED_INBOUND)')
  })
  it('row 5: a private host has no address that the internet could name (CL-5)', () => {
    const answer = ask(design(), 'internet:i', 'app')
    expect(answer.codes).toEqual(['NO_POSSIBLE_DESTINATION'])
    expect(answer.request.hops.at(-1)?.related).toEqual(['NAT_UNSOLICITED_INBOUND'])
  })
  it('row 10: an Elastic IP in a subnet without a gateway route receives, but cannot answer', () => {
    expect(verdict(design({ pub: {} }), 'internet:i', 'web')).toBe('NO<-(NO_ROUTE_TO_DESTINATION)')
    expect(verdict(design(), 'internet:i', 'web')).toBe('OK')
  })
})

describe('NET-3: a public address in a private subnet gives no internet access', () => {
  it('but the NAT gateway of its route does', () => {
    const odd = workload('odd', 'pri', { securityGroupIds: ['security-group:open'] }, elastic())
    expect(ask(design({}, odd), 'odd', 'internet:i').request.hops.at(-1)?.after.source).toBe(
      '198.51.100.1',
    )
    expect(verdict(design({ pri: {} }, odd), 'odd', 'internet:i')).toBe(
      'NO(NO_ROUTE_TO_DESTINATION)',
    )
  })
})

describe('NET-6: an internet gateway drops private and shared addresses', () => {
  it.each([
    ['10.99.0.1', 'NO(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)'],
    ['100.64.0.1', 'NO(IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS)'],
    ['172.32.0.1', 'OK'], // just past 172.16.0.0/12
    ['100.128.0.1', 'OK'], // just past 100.64.0.0/10
  ])('%s: %s', (address, expected) => {
    expect(verdict(design(), 'web', address)).toBe(expected)
  })
  it('from a place outside with a private address', () => {
    const place = { ...office, cidrBlock: '10.99.0.0/16' }
    expect(verdict(design({}, place), 'public-address:office', 'web')).toBe(
      'NO(IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS)',
    )
  })
})

describe('NET-10: NAT gateways handle TCP, UDP and ICMP', () => {
  it.each([
    ['tcp/443', 'OK'],
    ['udp/53', 'OK'],
    ['icmp', 'OK'],
    ['6', 'OK'],
    ['50', 'NO(PROTOCOL_RESTRICTION)'],
  ])('%s: %s', (what, expected) => {
    expect(verdict(design(), 'app', 'internet:i', what)).toBe(expected)
  })
})

describe('NET-22: the public address of a host in the same VPC', () => {
  it('does not match local: out and in by the internet gateway', () => {
    const answer = ask(design(), 'app', '198.51.100.10')
    expect(answer.verdict).toBe('reachable')
    expect(answer.details).toContain('PUBLIC_HAIRPIN')
    expect(answer.request.hops.at(-1)?.after.source).toBe('198.51.100.1')
  })
  it('hides the group of the sender, which the private address shows (SG-5, CL-8)', () => {
    const groups = { securityGroupIds: ['security-group:open'] }
    const self = securityGroup('open', 'a', [all('security-group:open')])
    const peer = workload('peer', 'pub', groups, elastic())
    const document = design({}, self, peer)
    expect(verdict(document, 'peer', 'web')).toBe('OK')
    expect(verdict(document, 'peer', '198.51.100.10')).toBe('NO(SG_REFERENCES_NOT_PRESERVED)')
  })
  it('fails without a default route, where the private address passes', () => {
    expect(verdict(design({ pri: {} }), 'app', '198.51.100.10')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
    expect(verdict(design({ pri: {} }), 'app', 'web')).toBe('OK')
  })
})

const otherVpc = (ingress: readonly unknown[]) => [
  vpc('b', '10.1.0.0/16'),
  mainTable('b-main', 'b', { '0.0.0.0/0': 'internet-gateway:b' }),
  subnet('b', 'b', '10.1.0.0/24'),
  internetGateway('b', 'b'),
  securityGroup('b', 'b', ingress),
  workload('b', 'b', { securityGroupIds: ['security-group:b'] }, elastic('203.0.113.9')),
]

describe('NET-23: two VPCs by public addresses, without peering', () => {
  it('by way of both internet gateways, seen with the public source', () => {
    const answer = ask(design({}, otherVpc([tcp(443, '198.51.100.1/32')])), 'app', '203.0.113.9')
    expect(answer.verdict).toBe('reachable')
    const gateways = answer.request.hops.filter((hop) => hop.term === 'internet gateway')
    expect(gateways.map((hop) => hop.component)).toEqual([
      'internet-gateway:a',
      'internet-gateway:b',
    ])
    expect(answer.sentence).toContain('exposed')
  })
  it('a rule for the private source does not match', () => {
    const document = design({}, otherVpc([tcp(443, '10.0.0.0/16')]))
    expect(verdict(document, 'app', '203.0.113.9')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
  it('a rule for the group of the sender does not match (SG-7, CL-8)', () => {
    const document = design(
      {},
      otherVpc([tcp(443, 'security-group:open')]),
      peering('ab', 'a', 'b'),
    )
    const answer = ask(document, 'app', '203.0.113.9')
    expect(answer.codes[0]).toBe('SG_REFERENCES_NOT_PRESERVED')
    expect(answer.request.hops.find((hop) => hop.code)?.related).toEqual(['ENI_SG_RULES_MISMATCH'])
  })
})

describe('CL-5: from the internet', () => {
  it('to an Elastic IP behind a detached internet gateway', () => {
    const off = internetGateway('a', 'a', { attachmentState: 'detached' })
    expect(verdict(design({}, off), 'internet:i', 'web')).toBe('NO(BAD_STATE_ATTACHMENT)')
  })
  it('to an address that nobody has', () => {
    expect(verdict(design(), 'internet:i', '203.0.113.77')).toBe('NO(NO_POSSIBLE_DESTINATION)')
  })
  it('to a private address', () => {
    expect(verdict(design(), 'internet:i', '10.0.100.10')).toBe('NO(NO_POSSIBLE_DESTINATION)')
  })
  it('to a host whose group admits the office only', () => {
    const group = securityGroup('open', 'a', [tcp(443, '192.0.2.64/28')])
    expect(verdict(design({}, group), 'internet:i', 'web')).toBe('NO(ENI_SG_RULES_MISMATCH)')
    expect(verdict(design({}, group), 'public-address:office', 'web')).toBe('OK')
  })
})

describe('any host on the internet', () => {
  it('is one that no narrower rule or route singles out', () => {
    const group = securityGroup('open', 'a', [], [tcp(443, '192.0.2.0/24')])
    expect(verdict(design({}, group), 'web', 'internet:i')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
  it('half of the internet is not the internet', () => {
    const group = securityGroup('open', 'a', [], [tcp(443, '128.0.0.0/1')])
    expect(verdict(design({}, group), 'web', 'internet:i')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
})
