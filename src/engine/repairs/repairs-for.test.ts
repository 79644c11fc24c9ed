import { describe, expect, it } from 'vitest'
import { ipField } from '../../kinds/fields'
import { anywhere } from '../../net/ranges'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import {
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'
import type { Evidence, Header, Hop, Leg, Question, Trace } from '../answer'
import type { Code } from '../codes'
import { repaired } from '../findings/testing/found'
import { resolve } from '../network'
import { repairsFor } from './repairs-for'

const ip = (text: string) => ipField.parse(text)
const question: Question = {
  source: { type: 'resource', id: 'workload:client' },
  destination: { type: 'resource', id: 'workload:server' },
  protocol: 'tcp',
  port: 8080,
}
const header = (source: string, destination: string): Header => ({
  source: ip(source),
  destination: ip(destination),
  protocol: 'tcp',
  sourcePort: 'ephemeral',
  destinationPort: 8080,
})

/** A hop that drops; what it says in words is of no interest here. */
const drop = (component: Hop['component'], code: Code, because: Evidence, before: Header): Hop => ({
  component,
  term: '',
  name: '',
  at: component,
  decision: 'drops',
  code,
  text: '',
  because,
  related: [],
  before,
  after: before,
  hypothetical: false,
})

/** A trace that fails at these hops of the request. */
function failing(hops: readonly Hop[], asked: Question = question): Omit<Trace, 'repairs'> {
  const request: Leg = { delivered: false, hops }
  const branch = {
    verdict: 'not-reachable' as const,
    direction: 'request' as const,
    codes: hops.flatMap((hop) => hop.code ?? []),
    details: [],
    request,
    reply: null,
    label: '',
  }
  return { ...branch, question: asked, sentence: '', branches: [branch], missing: [] }
}

const offers = (document: Document, ...hops: readonly Hop[]) =>
  repairsFor(resolve(document), failing(hops))
const labels = (document: Document, ...hops: readonly Hop[]) =>
  offers(document, ...hops).map((it) => it.label)

/** The document after the first repair of this label. */
function mended(document: Document, label: string): Document {
  const repair = offers(document).find((it) => it.label === label)
  if (!repair) throw new Error(`nothing offers ${label}`)
  return repaired(document, repair)
}

const pcx = 'vpc-peering-connection:a-b'
const apart = documentOf(
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.1.0.0/16'),
  subnet('a1', 'a', '10.0.0.0/24', { routeTableId: 'route-table:a-rt' }),
  subnet('a2', 'a', '10.0.1.0/24', { routeTableId: 'route-table:a-rt' }),
  subnet('b1', 'b', '10.1.0.0/24', { routeTableId: 'route-table:b-rt' }),
  routeTable('a-rt', 'a', { '0.0.0.0/0': 'nat-gateway:n' }),
  routeTable('b-rt', 'b'),
  securityGroup('client-sg', 'a'),
  securityGroup('server-sg', 'b'),
  workload('client', ['a1', 'a2'], { securityGroupIds: ['security-group:client-sg'] }),
  workload('server', 'b1', { securityGroupIds: ['security-group:server-sg'] }),
)
const routesOf = (document: Document, table: `route-table:${string}`) =>
  designOf(document).get(table)?.routes

describe('repairsFor two VPCs', () => {
  it('peers VPCs that nothing joins, with routes on both sides', () => {
    const [repair, ...more] = offers(apart)
    expect(more).toEqual([])
    expect(repair).toMatchObject({
      label: 'Peer VPC a with VPC b',
      preview: 'Adds 1 VPC peering connection (pending acceptance) and 2 routes.',
    })
    const after = mended(apart, 'Peer VPC a with VPC b')
    expect(designOf(after).get(pcx)).toMatchObject({
      requesterVpcId: 'vpc:a',
      accepterVpcId: 'vpc:b',
      status: 'pending-acceptance',
    })
    expect(routesOf(after, 'route-table:a-rt')).toEqual({
      '0.0.0.0/0': { target: 'nat-gateway:n' },
      '10.1.0.0/16': { target: pcx },
    })
    expect(routesOf(after, 'route-table:b-rt')).toEqual({ '10.0.0.0/16': { target: pcx } })
    expect(labels(after)).toEqual(['Accept the peering connection'])
    expect(labels(mended(after, 'Accept the peering connection'))).toEqual([])
  })
  it.each([
    [{}, {}, 'Add the missing routes on both sides', 'Adds 2 routes: 10.1.0.0/16 and 10.0.0.0/16.'],
    [{ '10.1.0.0/16': pcx }, {}, 'Add the missing route back', 'Adds 1 route: 10.0.0.0/16.'],
    [{}, { '10.0.0.0/16': pcx }, 'Add the missing route to VPC b', 'Adds 1 route: 10.1.0.0/16.'],
    [
      { '10.1.0.0/16': null },
      { '10.0.0.0/16': pcx },
      'Add the missing route to VPC b',
      'Points 1 existing route at VPC peering connection a-b: 10.1.0.0/16.',
    ],
    [
      { '10.1.0.0/16': pcx, '10.1.0.0/24': 'vpc-peering-connection:gone' },
      { '10.0.0.0/16': pcx },
      'Add the missing route to VPC b',
      'Points 1 existing route at VPC peering connection a-b: 10.1.0.0/24.',
    ],
  ])('routes %j and %j: %s', (a, b, label, preview) => {
    const document = documentOf(
      Object.values(apart.resources),
      peering('a-b', 'a', 'b'),
      routeTable('a-rt', 'a', a),
      routeTable('b-rt', 'b', b),
    )
    expect(offers(document)).toMatchObject([{ label, preview }])
    expect(labels(mended(document, label))).toEqual([])
  })
  it('does not take a route away from another VPC that it serves (PEER-13)', () => {
    const document = documentOf(
      Object.values(apart.resources),
      vpc('c', '10.1.0.0/16'),
      peering('a-b', 'a', 'b'),
      peering('a-c', 'a', 'c'),
      routeTable('a-rt', 'a', { '10.1.0.0/16': 'vpc-peering-connection:a-c' }),
      routeTable('b-rt', 'b', { '10.0.0.0/16': pcx }),
    )
    const after = mended(document, 'Add the missing route to VPC b')
    expect(routesOf(after, 'route-table:a-rt')).toEqual({
      '10.1.0.0/16': { target: 'vpc-peering-connection:a-c' },
      '10.1.0.0/24': { target: pcx },
    })
  })
  it.each(['provisioning', 'initiating-request'])(
    'leaves a connection that is %s alone',
    (status) => {
      const joined = [peering('a-b', 'a', 'b', { status })]
      expect(labels(documentOf(Object.values(apart.resources), joined))).toEqual([])
    },
  )
  it('S2: replaces a transitive route by a direct peering', () => {
    const document = documentOf(
      Object.values(apart.resources),
      vpc('m', '10.2.0.0/16'),
      peering('am', 'a', 'm'),
      peering('mb', 'm', 'b'),
      routeTable('a-rt', 'a', { '10.1.0.0/16': 'vpc-peering-connection:am' }),
    )
    expect(offers(document)).toMatchObject([
      {
        label: 'Peer VPC a with VPC b',
        preview:
          'Adds 1 VPC peering connection (pending acceptance) and 1 route; points 1 existing route at it.',
      },
    ])
    const after = mended(document, 'Peer VPC a with VPC b')
    expect(routesOf(after, 'route-table:a-rt')).toEqual({ '10.1.0.0/16': { target: pcx } })
  })
  it('S3: re-addresses one of two VPCs that overlap, the destination first', () => {
    const document = documentOf(
      Object.values(apart.resources),
      vpc('b', '10.0.0.0/16'),
      subnet('b1', 'b', '10.0.0.0/24', { routeTableId: 'route-table:b-rt' }),
      peering('a-b', 'a', 'b', { status: 'failed' }),
    )
    expect(labels(document)).toEqual([
      'Re-address VPC b to 10.1.0.0/16 (next free block)',
      'Re-address VPC a to 10.1.0.0/16 (next free block)',
    ])
    for (const label of labels(document))
      expect(labels(mended(document, label))).toEqual([
        'Accept the peering connection',
        'Add the missing routes on both sides',
      ])
  })
  it('says nothing about a trace that passes', () => {
    const trace = { ...failing([]), verdict: 'reachable' as const }
    expect(repairsFor(resolve(apart), trace)).toEqual([])
  })
})

describe('repairsFor a security group that drops', () => {
  const joined = documentOf(
    Object.values(apart.resources),
    peering('a-b', 'a', 'b'),
    routeTable('a-rt', 'a', { '10.1.0.0/16': pcx }),
    routeTable('b-rt', 'b', { '10.0.0.0/16': pcx }),
  )
  const missing = (group: string, field: string): Evidence => ({
    type: 'missing',
    resourceId: `security-group:${group}`,
    field,
  })
  const inbound = (source = '10.0.0.4', code: Code = 'ENI_SG_RULES_MISMATCH') =>
    drop('workload:server', code, missing('server-sg', 'ingress'), header(source, '10.1.0.4'))

  it('admits the protocol and port from the subnets, or from the group', () => {
    const found = offers(joined, inbound())
    expect(found.map((it) => [it.label, it.preview])).toEqual([
      [
        'Let security group server-sg admit tcp/8080 from 10.0.0.0/24 and 10.0.1.0/24',
        'Adds 2 inbound rules to security group server-sg.',
      ],
      [
        'Let security group server-sg admit tcp/8080 from security group client-sg',
        'Adds 1 inbound rule to security group server-sg.',
      ],
    ])
    const [byBlock, byGroup] = found.map((it) => designOf(repaired(joined, it)))
    expect(byBlock?.get('security-group:server-sg')?.ingress).toMatchObject({
      'rule-1': { ipProtocol: 'tcp', fromPort: 8080, toPort: 8080, cidrIpv4: '10.0.0.0/24' },
      'rule-2': { cidrIpv4: '10.0.1.0/24', referencedGroupId: null },
    })
    expect(byGroup?.get('security-group:server-sg')?.ingress).toMatchObject({
      'rule-1': { cidrIpv4: null, referencedGroupId: 'security-group:client-sg' },
    })
  })
  it('lets the source send, to the subnet or to the group', () => {
    const out = drop(
      'workload:client',
      'SG_HAS_NO_RULES',
      missing('client-sg', 'egress'),
      header('10.0.0.4', '10.1.0.4'),
    )
    expect(labels(joined, out)).toEqual([
      'Let security group client-sg send tcp/8080 to 10.1.0.0/24',
      'Let security group client-sg send tcp/8080 to security group server-sg',
    ])
  })
  it.each([
    ['another Region', [vpc('a', '10.0.0.0/16', { region: 'us-east-1' })]],
    ['a connection that is pending', [peering('a-b', 'a', 'b', { status: 'pending-acceptance' })]],
  ])('offers no group of %s (PEER-14)', (_, resources) => {
    const document = documentOf(Object.values(joined.resources), resources)
    const admit = labels(document, inbound()).filter((it) => it.startsWith('Let'))
    expect(admit).toEqual([
      'Let security group server-sg admit tcp/8080 from 10.0.0.0/24 and 10.0.1.0/24',
    ])
  })
  it.each([
    ['a known Elastic IP address behind NAT', '203.0.113.7', ['203.0.113.7/32']],
    ['an address that AWS has yet to choose', '198.51.100.1', []],
  ])('admits %s: %j', (_, address, blocks) => {
    const gateway = natGateway('n', 'a1', { publicIp: '203.0.113.7' })
    const document = documentOf(Object.values(joined.resources), gateway)
    expect(labels(document, inbound(address))).toEqual(
      blocks.map((block) => `Let security group server-sg admit tcp/8080 from ${block}`),
    )
  })
  it('writes in the group that nobody else carries', () => {
    const document = documentOf(
      Object.values(joined.resources),
      securityGroup('own', 'b'),
      workload('server', 'b1', {
        securityGroupIds: ['security-group:server-sg', 'security-group:own'],
      }),
      workload('neighbour', 'b1', { securityGroupIds: ['security-group:server-sg'] }),
    )
    expect(labels(document, inbound())[0]).toContain('Let security group own admit')
  })
  it('admits the internet to a host that the internet asks for', () => {
    const document = documentOf(Object.values(joined.resources), {
      id: 'internet:i',
      kind: 'internet',
      name: 'Internet',
    })
    const asked = {
      ...question,
      source: { type: 'resource', id: 'internet:i' },
      port: 443,
    } as const
    const found = repairsFor(resolve(document), failing([inbound('192.0.2.1')], asked))
    expect(found.map((it) => it.label)).toEqual([
      'Let security group server-sg admit tcp/443 from 0.0.0.0/0',
    ])
  })
})

describe('repairsFor a way to the internet', () => {
  const asked: Question = {
    ...question,
    destination: { type: 'address', address: ip('192.0.2.1') },
    port: 443,
  }
  const base = [
    vpc('a', '10.0.0.0/16'),
    internetGateway('igw', 'a'),
    subnet('s', 'a', '10.0.0.0/24', { routeTableId: 'route-table:rt' }),
    subnet('other', 'a', '10.0.1.0/24'),
    routeTable('rt', 'a'),
    mainTable('m', 'a', { '0.0.0.0/0': 'internet-gateway:igw' }),
  ]
  const host = (publicAddress: string) =>
    workload('client', 's', {}, { publicAddress, privateIpAddress: '10.0.0.10' })
  const out = header('10.0.0.10', '192.0.2.1')
  const noRoute = drop(
    'route-table:rt',
    'NO_ROUTE_TO_DESTINATION',
    { type: 'missing', resourceId: 'route-table:rt', field: 'routes' },
    out,
  )
  const found = (hop: Hop, ...resources: readonly unknown[]) =>
    repairsFor(resolve(documentOf(base, ...resources)), failing([hop], asked)).map((it) => it.label)

  it('routes to the internet gateway for a host with a public address', () => {
    expect(found(noRoute, host('elastic-ip'))).toEqual(['Route 0.0.0.0/0 to the internet gateway'])
  })
  it('does not where that makes a sibling public', () => {
    const sibling = subnet('t', 'a', '10.0.2.0/24', { routeTableId: 'route-table:rt' })
    expect(found(noRoute, host('elastic-ip'), sibling)).toEqual([])
  })
  it.each([
    ['available', ['Route 0.0.0.0/0 to NAT gateway n']],
    ['failed', []],
  ])('routes to a NAT gateway that is %s for a host without: %j', (state, expected) => {
    expect(found(noRoute, host('none'), natGateway('n', 'other', { state }))).toEqual(expected)
  })
  it('offers no route to a NAT gateway that has none itself', () => {
    const mainWithout = mainTable('m', 'a')
    expect(found(noRoute, host('none'), natGateway('n', 'other'), mainWithout)).toEqual([])
  })
  it('gives a host in a public subnet an Elastic IP address', () => {
    const hop = drop(
      'internet-gateway:igw',
      'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
      { type: 'resource', resourceId: 'internet-gateway:igw' },
      out,
    )
    expect(found(hop, host('none'))).toEqual(['Give client an Elastic IP address'])
  })
  it('attaches a gateway that is detached', () => {
    const hop = drop(
      'route-table:m',
      'BAD_STATE_ROUTE',
      {
        type: 'route',
        routeTableId: 'route-table:m',
        destination: anywhere,
        target: 'internet-gateway:igw',
      },
      out,
    )
    const detached = internetGateway('igw', 'a', { attachmentState: 'detached' })
    expect(found(hop, host('none'), detached)).toEqual(['Attach the internet gateway'])
  })
})
