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
const pcx = (name: string) => `vpc-peering-connection:${name}`

/** A VPC with one subnet, one open host of the same name and these routes. */
const site = (name: string, block: string, routes: Routes = {}, more = {}) => [
  vpc(name, block, more),
  mainTable(name, name, routes),
  subnet(name, name, block.replace('/16', '/24')),
  securityGroup(name, name, [all('0.0.0.0/0')]),
  workload(name, name, { securityGroupIds: [`security-group:${name}`] }),
]
const a = (routes: Routes = { '10.1.0.0/16': pcx('ab') }, more = {}) =>
  site('a', '10.0.0.0/16', routes, more)
const b = (routes: Routes = { '10.0.0.0/16': pcx('ab') }, more = {}) =>
  site('b', '10.1.0.0/16', routes, more)
const ab = peering('ab', 'a', 'b')

const twin = (name: string, routes: Routes) => [
  ...site(name, '10.2.0.0/16', routes),
  workload(
    `${name}x`,
    name,
    { securityGroupIds: [`security-group:${name}`] },
    {
      privateIpAddress: '10.2.0.50',
    },
  ),
  workload(
    `${name}y`,
    name,
    { securityGroupIds: [`security-group:${name}`] },
    {
      privateIpAddress: '10.2.0.60',
    },
  ),
]

describe('section 4', () => {
  it('row 1: active, routes on both sides, all open', () => {
    expect(verdict(documentOf(a(), b(), ab), 'a', 'b')).toBe('OK')
    expect(verdict(documentOf(a(), b(), ab), 'b', 'a')).toBe('OK')
  })
  it('row 2: the route of B is missing', () => {
    expect(verdict(documentOf(a(), b({}), ab), 'a', 'b')).toBe('NO<-(NO_ROUTE_TO_DESTINATION)')
    expect(verdict(documentOf(a(), b({}), ab), 'b', 'a')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
  it.each([
    'initiating-request',
    'pending-acceptance',
    'provisioning',
    'rejected',
    'expired',
    'failed',
    'deleting',
    'deleted',
  ])('row 3: %s (PEER-2)', (status) => {
    const document = documentOf(a(), b(), peering('ab', 'a', 'b', { status }))
    expect(verdict(document, 'a', 'b')).toBe('NO(BAD_STATE_ROUTE)')
  })
  it('row 4: A-B and B-C are active, A sends what is for C to A-B', () => {
    const document = documentOf(
      a({ '10.2.0.0/16': pcx('ab') }),
      b({ '10.0.0.0/16': pcx('ab'), '10.2.0.0/16': pcx('bc') }),
      site('c', '10.2.0.0/16', { '10.0.0.0/16': pcx('bc') }),
      ab,
      peering('bc', 'b', 'c'),
    )
    const { codes, request } = ask(document, 'a', 'c')
    expect(codes[0]).toBe('PEERING_TRANSITIVE')
    expect(request.hops.find((hop) => hop.code)?.related).toEqual([
      'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
      'EDGE_TO_EDGE',
    ])
  })
  it('row 5: A sends everything to the peer, which has a NAT gateway', () => {
    const document = documentOf(
      a({ '0.0.0.0/0': pcx('ab') }),
      b({ '10.0.0.0/16': pcx('ab'), '0.0.0.0/0': 'internet-gateway:b' }),
      internetGateway('b', 'b'),
      natGateway('b', 'b'),
      ab,
    )
    expect(verdict(document, 'a', '8.8.8.8')).toBe('NO(EDGE_TO_EDGE)')
    expect(verdict(document, 'a', 'b')).toBe('OK')
  })
  describe('rows 6 and 7: A peers B and C, which have the same block (PEER-12, PEER-13)', () => {
    const document = documentOf(
      a({ '10.2.0.0/16': pcx('ac'), '10.2.0.50/32': pcx('ab') }),
      twin('b', { '10.0.0.0/16': pcx('ab') }),
      twin('c', { '10.0.0.0/16': pcx('ac') }),
      ab,
      peering('ac', 'a', 'c'),
    )
    it('row 6: the host that A has a route for', () => {
      expect(verdict(document, 'bx', 'a')).toBe('OK')
    })
    it('row 7: the other host, whose answer goes to C', () => {
      expect(verdict(document, 'by', 'a')).toBe('NO<-(RETURN_PATH_ASYMMETRIC)')
    })
    it('from A the host of the wrong VPC takes what is meant for the other (OVL-1)', () => {
      expect(verdict(document, 'a', 'by')).toBe('NO(CIDR_OVERLAP)')
      expect(verdict(document, 'a', 'cy')).toBe('OK')
    })
    it('a bare address means whoever routing leads to', () => {
      expect(verdict(document, 'a', '10.2.0.60')).toBe('OK')
    })
  })
  it('row 8: a rule for the group of a peer in another Region', () => {
    const admits = securityGroup('b', 'b', [tcp(443, 'security-group:a')])
    const near = documentOf(a(), b(), ab, admits)
    expect(verdict(near, 'a', 'b')).toBe('OK')
    const far = documentOf(a(), b(undefined, { region: 'us-east-1' }), ab, admits)
    expect(verdict(far, 'a', 'b')).toBe('NO(SG_REFERENCES_NOT_PRESERVED)')
  })
  it('row 9: nothing joins A and B', () => {
    const answer = ask(documentOf(a({}), b({})), 'a', 'b')
    expect(answer.codes[0]).toBe('DISCONNECTED_VPCS')
    expect(answer.request.hops.find((hop) => hop.code)?.related).toEqual([
      'NO_ROUTE_TO_DESTINATION',
    ])
  })
  it('row 9: a connection that is over joins nothing, a pending one does', () => {
    const rejected = peering('ab', 'a', 'b', { status: 'rejected' })
    expect(verdict(documentOf(a({}), b({}), rejected), 'a', 'b')).toBe('NO(DISCONNECTED_VPCS)')
    const pending = peering('ab', 'a', 'b', { status: 'pending-acceptance' })
    expect(verdict(documentOf(a({}), b({}), pending), 'a', 'b')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
})

describe('PEER-4: overlap of any block, unused ones included', () => {
  it('secondary blocks that nobody uses kill the connection', () => {
    const shared = { secondaryCidrBlocks: ['100.64.0.0/16'] }
    const document = documentOf(a(undefined, shared), b(undefined, shared), ab)
    expect(ask(document, 'a', 'b').codes.slice(0, 2)).toEqual(['BAD_STATE_ROUTE', 'CIDR_OVERLAP'])
  })
  it('adjacent blocks do not', () => {
    const document = documentOf(
      a(undefined, { secondaryCidrBlocks: ['100.64.0.0/17'] }),
      b(undefined, { secondaryCidrBlocks: ['100.64.128.0/17'] }),
      ab,
    )
    expect(verdict(document, 'a', 'b')).toBe('OK')
  })
})

/** A and B with the same block, and a host in B at this address. */
const twins = (address: string) =>
  documentOf(
    site('a', '10.0.0.0/16'),
    site('b', '10.0.0.0/16'),
    workload('far', 'b', {}, { privateIpAddress: address }),
  )

describe('OVL-1: the local route wins over the VPC that has the same block', () => {
  it('where somebody has the address (section 11 row 4)', () => {
    expect(verdict(twins('10.0.0.9'), 'far', 'a')).toBe('NO(CIDR_OVERLAP)')
  })
  it('where nobody has it', () => {
    const { codes, request } = ask(twins('10.0.0.99'), 'a', 'far')
    expect(codes).toEqual(['CIDR_OVERLAP'])
    expect(request.hops.at(-1)?.related).toEqual(['NO_POSSIBLE_DESTINATION'])
  })
})

describe('PEER-5: each participating subnet needs the route', () => {
  it('the table of another subnet does not help', () => {
    const document = documentOf(
      a({}),
      b(),
      ab,
      routeTable('other', 'a', { '10.1.0.0/16': pcx('ab') }),
      subnet('other', 'a', '10.0.9.0/24', { routeTableId: 'route-table:other' }),
    )
    expect(verdict(document, 'a', 'b')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
})

describe('PEER-6: a route may cover a part of the peer', () => {
  it.each([
    ['10.1.0.0/24', 'OK'],
    ['10.1.0.40/32', 'OK'],
    ['10.1.0.41/32', 'NO(NO_ROUTE_TO_DESTINATION)'],
    ['10.1.1.0/24', 'NO(NO_ROUTE_TO_DESTINATION)'],
  ])('%s: %s', (destination, expected) => {
    const open = { securityGroupIds: ['security-group:b'] }
    const host = workload('host', 'b', open, { privateIpAddress: '10.1.0.40' })
    const document = documentOf(a({ [destination]: pcx('ab') }), b(), ab, host)
    expect(verdict(document, 'a', 'host')).toBe(expected)
  })
})

describe('PEER-8: beyond the peer', () => {
  it("the peer's internet gateway carries nothing for A", () => {
    const document = documentOf(
      a({ '0.0.0.0/0': pcx('ab') }),
      b({ '10.0.0.0/16': pcx('ab'), '0.0.0.0/0': 'internet-gateway:b' }),
      internetGateway('b', 'b'),
      ab,
    )
    expect(verdict(document, 'a', '8.8.8.8')).toBe('NO(EDGE_TO_EDGE)')
  })
})

describe("PEER-11: the receiver's tables do not decide about the request", () => {
  it('arrives although B sends the block of its own host elsewhere', () => {
    const document = documentOf(
      a(),
      b({ '10.0.0.0/16': pcx('ab'), '10.1.0.0/16': 'nat-gateway:b' }),
      natGateway('b', 'b'),
      ab,
    )
    expect(verdict(document, 'a', 'b')).toBe('OK')
  })
})

const nated = (back: Routes) =>
  documentOf(
    a({ '10.1.0.0/16': 'nat-gateway:n' }),
    subnet('nat', 'a', '10.0.5.0/24', { routeTableId: 'route-table:nat' }),
    routeTable('nat', 'a', { '10.1.0.0/16': pcx('ab') }),
    natGateway('n', 'nat'),
    b(back),
    ab,
  )

describe('NET-15: a NAT gateway that sends into a peering connection', () => {
  it('gets its answers back without a route in B', () => {
    const answer = ask(nated({}), 'a', 'b')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops.at(-1)?.after.source).toBe('10.0.5.4')
    expect(answer.reply?.hops.map((hop) => hop.term)).toEqual([
      'network interface',
      'security group',
      'network ACL',
      'VPC peering connection',
      'network ACL',
      'NAT gateway',
      'network ACL',
      'route table',
      'network ACL',
      'security group',
      'network interface',
    ])
  })
  it('a host does not (trap 7)', () => {
    const direct = documentOf(a(), b({}), ab)
    expect(verdict(direct, 'a', 'b')).toBe('NO<-(NO_ROUTE_TO_DESTINATION)')
  })
  it('hides the group of the host behind it (SG-7)', () => {
    const document = documentOf(
      ...Object.values(nated({}).resources),
      securityGroup('b', 'b', [tcp(443, 'security-group:a')]),
    )
    expect(verdict(document, 'a', 'b')).toBe('NO(SG_REFERENCES_NOT_PRESERVED)')
  })
})
