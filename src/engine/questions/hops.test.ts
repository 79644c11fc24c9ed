import { describe, expect, it } from 'vitest'
import {
  aclAllow,
  aclDeny,
  documentOf,
  internetGateway,
  mainTable,
  networkAcl,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  all,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

const open = { 100: aclAllow('0.0.0.0/0') }
const wearing = (...names: readonly string[]) => ({
  securityGroupIds: names.map((name) => `security-group:${name}`),
})

/** Two peered VPCs, everything that filters drawn. */
const peered = (
  acl: { readonly ingress?: object; readonly egress?: object } = {},
  ...more: readonly unknown[]
) =>
  documentOf(
    vpc('a', '10.0.0.0/16'),
    vpc('b', '10.1.0.0/16'),
    mainTable('a', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
    mainTable('b', 'b', { '10.0.0.0/16': 'vpc-peering-connection:ab' }),
    peering('ab', 'a', 'b'),
    networkAcl('a', 'a', open, open),
    networkAcl('b', 'b', (acl.ingress ?? open) as never, (acl.egress ?? open) as never),
    subnet('a', 'a', '10.0.1.0/24', { networkAclId: 'network-acl:a' }),
    subnet('b', 'b', '10.1.1.0/24', { networkAclId: 'network-acl:b' }),
    securityGroup('a', 'a', []),
    securityGroup('b', 'b', [tcp(443, '10.0.0.0/16')], []),
    workload('client', 'a', wearing('a')),
    workload('server', 'b', wearing('b')),
    ...more,
  )

describe('the hops of a path', () => {
  it('WALK-1, WALK-3, WALK-5, WALK-8: are what the packet meets, in that order', () => {
    const { request, reply } = ask(peered(), 'client', 'server')
    const met = (hops: typeof request.hops) => hops.map(({ term, name }) => `${term} ${name}`)
    expect(met(request.hops)).toEqual([
      'network interface client',
      'security group a',
      'network ACL a',
      'route table a',
      'VPC peering connection ab',
      'network ACL b',
      'security group b',
      'network interface server',
    ])
    expect(met(reply?.hops ?? [])).toEqual([
      'network interface server',
      'security group b',
      'network ACL b',
      'route table b',
      'VPC peering connection ab',
      'network ACL a',
      'security group a',
      'network interface client',
    ])
  })
  it('WALK-9: groups let the reply by, network ACLs are asked again', () => {
    const closed = { 100: aclDeny('0.0.0.0/0') }
    expect(verdict(peered({ egress: closed }), 'client', 'server')).toBe(
      'NO<-(SUBNET_ACL_RESTRICTION)',
    )
    expect(verdict(peered({ ingress: closed }), 'client', 'server')).toBe(
      'NO(SUBNET_ACL_RESTRICTION)',
    )
  })
  it('WALK-15: every blocker is told, the first one first', () => {
    const closed = { 100: aclDeny('0.0.0.0/0') }
    const document = peered({ ingress: closed, egress: closed })
    const { codes, direction } = ask(document, 'client', 'server', 'tcp/80')
    expect(codes).toEqual(['SUBNET_ACL_RESTRICTION', 'ENI_SG_RULES_MISMATCH'])
    expect(direction).toBe('request')
  })
  it('WALK-4: within a subnet neither table nor network ACL is met', () => {
    const document = peered(
      {},
      workload('neighbour', 'a', wearing('open')),
      securityGroup('open', 'a', [all('10.0.0.0/16')]),
    )
    const terms = ask(document, 'client', 'neighbour').request.hops.map(({ term }) => term)
    expect(terms).toEqual([
      'network interface',
      'security group',
      'security group',
      'network interface',
    ])
  })
  it('WALK-7, WALK-10: from the internet by the gateway, to a place that always answers', () => {
    const document = documentOf(
      vpc('v', '10.0.0.0/16'),
      internetGateway('g', 'v'),
      mainTable('v', 'v', { '0.0.0.0/0': 'internet-gateway:g' }),
      subnet('s', 'v', '10.0.0.0/24'),
      securityGroup('open', 'v', [tcp(443, '0.0.0.0/0')]),
      workload('web', 's', wearing('open'), { publicAddress: 'elastic-ip' }),
      { id: 'internet:i', kind: 'internet', name: 'Internet' },
    )
    const { request, reply } = ask(document, 'internet:i', 'web')
    expect(request.hops.map(({ term }) => term)).toEqual([
      'internet',
      'internet',
      'internet gateway',
      'network ACL',
      'security group',
      'network interface',
    ])
    expect(reply?.delivered).toBe(true)
    expect(verdict(document, 'web', 'internet:i')).toBe('OK')
  })
})

describe('section 4, further rules', () => {
  const dual = (
    routes: Readonly<Record<string, string>>,
    back: Readonly<Record<string, string>>,
    bBlock = '2001:db8:b::/56',
  ) =>
    documentOf(
      vpc('a', '10.0.0.0/16', { ipv6CidrBlocks: ['2001:db8:a::/56'] }),
      vpc('b', '10.1.0.0/16', { ipv6CidrBlocks: [bBlock] }),
      mainTable('a', 'a', routes),
      mainTable('b', 'b', back),
      peering('ab', 'a', 'b'),
      subnet('a', 'a', '10.0.1.0/24', { ipv6CidrBlock: '2001:db8:a::/64' }),
      subnet('b', 'b', '10.1.1.0/24', { ipv6CidrBlock: bBlock.replace('/56', '/64') }),
      securityGroup('b', 'b', [tcp(443, '::/0'), tcp(443, '0.0.0.0/0')]),
      workload('client', 'a', {}, { ipv6Addresses: ['2001:db8:a::10'] }),
      workload('server', 'b', wearing('b'), { ipv6Addresses: [bBlock.replace('/56', '10')] }),
    )
  const pcx = 'vpc-peering-connection:ab'
  const six = '2001:db8:b::10'
  it('PEER-17: IPv6 needs blocks, addresses and routes on both sides', () => {
    const both = dual({ '2001:db8:b::/56': pcx }, { '2001:db8:a::/56': pcx })
    expect(verdict(both, 'client', six)).toBe('OK')
    expect(verdict(dual({ '2001:db8:b::/56': pcx }, {}), 'client', six)).toBe(
      'NO<-(NO_ROUTE_TO_DESTINATION)',
    )
    expect(verdict(dual({ '10.1.0.0/16': pcx }, { '10.0.0.0/16': pcx }), 'client', six)).toBe(
      'NO(NO_ROUTE_TO_DESTINATION)',
    )
  })
  it('PEER-4: an overlap of IPv6 blocks kills the connection too, for IPv4 as well', () => {
    const document = dual({ '10.1.0.0/16': pcx }, { '10.0.0.0/16': pcx }, '2001:db8:a::/56')
    expect(verdict(document, 'client', '10.1.1.4')).toBe('NO(BAD_STATE_ROUTE)')
  })
  it('PEER-10: what comes from beyond the sender is not carried', () => {
    const document = documentOf(
      vpc('a', '10.0.0.0/16'),
      vpc('b', '10.1.0.0/16'),
      vpc('c', '10.2.0.0/16'),
      mainTable('a', 'a', { '10.2.0.0/16': 'vpc-peering-connection:ab' }),
      mainTable('b', 'b', { '10.2.0.0/16': 'vpc-peering-connection:bc' }),
      peering('ab', 'a', 'b'),
      peering('bc', 'b', 'c'),
      subnet('a', 'a', '10.0.1.0/24'),
      subnet('b', 'b', '10.1.1.0/24'),
      subnet('c', 'c', '10.2.1.0/24'),
      routeTable('c', 'c'),
      workload('client', 'a'),
      workload('server', 'c'),
    )
    const answer = ask(document, 'client', 'server')
    expect(answer.codes[0]).toBe('PEERING_TRANSITIVE')
    const blocker = answer.request.hops.find(({ decision }) => decision === 'drops')
    expect(blocker?.related).toContain('PCX_REQUIRES_ADDRESS_IN_VPC_CIDR')
  })
})
