import { describe, expect, it } from 'vitest'
import { definitionOf } from '../../kinds/catalogue'
import { resourceSchema } from '../../kinds/resource'
import { designOf } from '../../model/design'
import {
  all,
  documentOf,
  listener,
  loadBalancer,
  mainTable,
  natGateway,
  internetGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

const wearing = (...names: readonly string[]) => ({
  securityGroupIds: names.map((name) => `security-group:${name}`),
})
const isValid = (resource: unknown) => resourceSchema.safeParse(resource).success

describe('section 1, what a document can say', () => {
  it('VPC-1: a VPC is in one account and Region, a subnet in one zone', () => {
    expect(isValid(vpc('v', '10.0.0.0/16'))).toBe(true)
    expect(isValid(vpc('v', '10.0.0.0/16', { ownerId: undefined }))).toBe(false)
    expect(isValid(vpc('v', '10.0.0.0/16', { region: undefined }))).toBe(false)
    expect(isValid(subnet('s', 'v', '10.0.0.0/24', { availabilityZone: 'eu-west-1' }))).toBe(false)
  })
  it('VPC-4: the primary block is mandatory, secondary ones are not', () => {
    expect(isValid(vpc('v', '10.0.0.0/16', { cidrBlock: null }))).toBe(false)
    expect(isValid(vpc('v', '10.0.0.0/16', { secondaryCidrBlocks: [] }))).toBe(true)
  })
  it('VPC-16: a subnet is IPv4-only, dual-stack or IPv6-only, and nothing else', () => {
    const six = { ipv6CidrBlock: '2001:db8::/64' }
    expect(isValid(subnet('s', 'v', '10.0.0.0/24'))).toBe(true)
    expect(isValid(subnet('s', 'v', '10.0.0.0/24', six))).toBe(true)
    expect(isValid(subnet('s', 'v', '10.0.0.0/24', { ...six, cidrBlock: null }))).toBe(true)
    expect(isValid(subnet('s', 'v', '10.0.0.0/24', { cidrBlock: null }))).toBe(false)
  })
  it('VPC-21: a new VPC resolves names, as the document says when it says nothing', () => {
    const read = resourceSchema.parse(vpc('v', '10.0.0.0/16'))
    expect(read).toMatchObject({ enableDnsSupport: true, enableDnsHostnames: false })
  })
  it('VPC-22: a default VPC is a VPC like any other: public by its main table', () => {
    const document = documentOf(
      vpc('v', '172.31.0.0/16', { enableDnsHostnames: true }),
      internetGateway('g', 'v'),
      mainTable('v', 'v', { '0.0.0.0/0': 'internet-gateway:g' }),
      subnet('s', 'v', '172.31.0.0/20', { mapPublicIpOnLaunch: true }),
      workload('host', 's', {}, { publicAddress: 'auto-assigned' }),
      { id: 'internet:i', kind: 'internet', name: 'Internet' },
    )
    expect(designOf(document).isPublicSubnet('subnet:s')).toBe(true)
    expect(verdict(document, 'host', 'internet:i')).toBe('OK')
  })
})

describe('VPC-18, VPC-19: addresses that AWS keeps', () => {
  const host = (face: Readonly<Record<string, unknown>>) =>
    documentOf(
      vpc('v', '10.0.0.0/16', { ipv6CidrBlocks: ['2001:db8::/56'] }),
      mainTable('v', 'v'),
      subnet('s', 'v', '10.0.1.0/24', { ipv6CidrBlock: '2001:db8::/64' }),
      workload('a', 's', {}, face),
      workload('b', 's', {}, { privateIpAddress: '10.0.1.77', ipv6Addresses: ['2001:db8::77'] }),
    )
  it.each([
    ['10.0.1.0', 'NOT-MODELLED'],
    ['10.0.1.3', 'NOT-MODELLED'],
    ['10.0.1.4', 'OK'],
    ['10.0.1.254', 'OK'],
    ['10.0.1.255', 'NOT-MODELLED'],
  ])('a host cannot have %s: %s', (privateIpAddress, expected) => {
    expect(verdict(host({ privateIpAddress }), 'a', 'b')).toBe(expected)
  })
  it.each([
    ['2001:db8::3', 'NOT-MODELLED'],
    ['2001:db8::4', 'OK'],
    ['2001:db8::ffff:ffff:ffff:fffe', 'OK'],
    ['2001:db8::ffff:ffff:ffff:ffff', 'NOT-MODELLED'],
  ])('a host cannot have %s: %s', (address, expected) => {
    expect(verdict(host({ ipv6Addresses: [address] }), 'a', '2001:db8::77')).toBe(expected)
  })
})

describe('VPC-24: zones of two accounts', () => {
  it('are told apart by ID where both are known: names mean nothing across accounts', () => {
    const document = documentOf(
      vpc('a', '10.0.0.0/16'),
      vpc('b', '10.1.0.0/16', { ownerId: '222222222222' }),
      mainTable('a', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
      mainTable('b', 'b', { '10.0.0.0/16': 'vpc-peering-connection:ab' }),
      peering('ab', 'a', 'b'),
      subnet('a', 'a', '10.0.1.0/24', { availabilityZone: 'eu-west-1a' }),
      subnet('b', 'b', '10.1.1.0/24', { availabilityZone: 'eu-west-1b' }),
      securityGroup('open', 'b', [all('0.0.0.0/0')]),
      workload('client', 'a'),
      workload('server', 'b', wearing('open')),
    )
    const { verdict: answer, details } = ask(document, 'client', 'server')
    expect(answer).toBe('reachable')
    expect(details).not.toContain('AVAILABILITY_ZONE_CROSSED')
  })
})

/** VPC B with a Network Load Balancer, peered with A. */
const withBalancer = (groups: readonly string[] | null) =>
  documentOf(
    vpc('a', '10.0.0.0/16'),
    vpc('b', '10.1.0.0/16'),
    mainTable('a', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
    mainTable('b', 'b', { '10.0.0.0/16': 'vpc-peering-connection:ab' }),
    peering('ab', 'a', 'b'),
    subnet('a', 'a', '10.0.1.0/24'),
    subnet('b', 'b', '10.1.1.0/24'),
    securityGroup('target', 'b', [tcp(80, '10.1.0.0/16')]),
    securityGroup('nobody', 'b', []),
    workload('client', 'a'),
    workload('server', 'b', wearing('target')),
    loadBalancer('lb', 'b', 'b', {
      type: 'network',
      securityGroupIds: groups && groups.map((name) => `security-group:${name}`),
      listeners: { 80: listener('TCP', 'tg') },
    }),
    targetGroup('tg', 'b', [{ targetId: 'workload:server' }], {
      targetType: 'ip',
      protocol: 'TCP',
      port: 80,
    }),
  )

describe('PEER-9, SG-11: what a peer can use', () => {
  it('nodes of a load balancer are addresses like others', () => {
    expect(verdict(withBalancer(null), 'client', 'load-balancer:lb', 'tcp/80')).toBe('OK')
  })
  it('without security groups of its own nothing is filtered there, with them it is', () => {
    expect(verdict(withBalancer(['nobody']), 'client', 'load-balancer:lb', 'tcp/80')).toBe(
      'NO(SG_HAS_NO_RULES)',
    )
  })
  it('SG-11: a NAT gateway has no groups, so the host behind it decides alone', () => {
    const document = documentOf(
      vpc('v', '10.0.0.0/16'),
      internetGateway('g', 'v'),
      mainTable('v', 'v', { '0.0.0.0/0': 'nat-gateway:n' }),
      subnet('s', 'v', '10.0.1.0/24'),
      subnet('p', 'v', '10.0.9.0/24', { routeTableId: 'route-table:p' }),
      routeTable('p', 'v', { '0.0.0.0/0': 'internet-gateway:g' }),
      natGateway('n', 'p'),
      securityGroup('out', 'v', [], [tcp(443, '0.0.0.0/0')]),
      workload('host', 's', wearing('out')),
      { id: 'internet:i', kind: 'internet', name: 'Internet' },
    )
    expect(verdict(document, 'host', 'internet:i')).toBe('OK')
    expect(verdict(document, 'host', 'internet:i', 'tcp/80')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
})

describe('PEER-1, PEER-18: a VPC peering connection as it is drawn', () => {
  const document = documentOf(
    vpc('a', '10.0.0.0/16'),
    vpc('b', '10.1.0.0/16'),
    vpc('c', '10.2.0.0/16'),
    peering('ab', 'a', 'b'),
    peering('ac', 'a', 'c', { status: 'rejected' }),
  )
  const design = designOf(document)
  const { placement, draft } = definitionOf({ kind: 'vpc-peering-connection' })
  const [a, b, c] = (['vpc:a', 'vpc:b', 'vpc:c'] as const).map((id) => design.get(id))
  it('there is one for a pair of VPCs, whichever side asks; one that is over does not count', () => {
    if (placement.type !== 'between' || !a || !b || !c) throw new Error('no link')
    expect(placement.refuse(a, b, design)?.reason).toContain('ab')
    expect(placement.refuse(b, a, design)?.reason).toContain('ab')
    expect(placement.refuse(a, c, design)).toBeNull()
    expect(placement.refuse(a, a, design)).not.toBeNull()
  })
  it('a request of the same account has to be accepted too', () => {
    if (!b || !c) throw new Error('no ends')
    const [drawn] = draft({
      id: 'vpc-peering-connection:new',
      design,
      on: [b, c],
      newId: (kind) => `${kind}:new`,
      defaults: { region: 'eu-west-1', ownerId: '111111111111' },
    })
    expect(drawn.status).toBe('pending-acceptance')
  })
})
