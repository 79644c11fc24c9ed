import { describe, expect, it } from 'vitest'
import {
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  all,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'
import type { Trace } from '../answer'
import { ask, verdict } from '../testing/ask'

const open = (name: string, vpcName: string) => securityGroup(name, vpcName, [all('0.0.0.0/0')])
const wide = (name: string) => ({ securityGroupIds: [`security-group:${name}`] })

/** VPC A with hosts a1 and a2 in two subnets, everything open. */
const vpcA = (routes: Record<string, string | null> = {}, more = {}) => [
  vpc('a', '10.0.0.0/16', more),
  mainTable('a-main', 'a', routes),
  subnet('a1', 'a', '10.0.1.0/24'),
  subnet('a2', 'a', '10.0.2.0/24'),
  open('a', 'a'),
  workload('a1', 'a1', wide('a')),
  workload('a2', 'a2', wide('a'), { privateIpAddress: '10.0.2.5' }),
]
/** VPC B with host b, everything open and a route back to A. */
const vpcB = (block = '10.7.0.0/16', back = true) => [
  vpc('b', block),
  mainTable('b-main', 'b', back ? { '10.0.0.0/16': 'vpc-peering-connection:ab' } : {}),
  subnet('b', 'b', block.replace('/16', '/24')),
  open('b', 'b'),
  workload('b', 'b', wide('b'), { privateIpAddress: block.replace('.0/16', '.9') }),
]
const tableHop = ({ request }: Trace) => request.hops.find((hop) => hop.term === 'route table')
const pcx = 'vpc-peering-connection:ab'

describe('RT-1: a subnet without an explicit association uses the main table', () => {
  const b = [...vpcB(), peering('ab', 'a', 'b')]
  it('decides by the main table', () => {
    expect(verdict(documentOf(vpcA({ '10.7.0.0/16': pcx }), b), 'a1', 'b')).toBe('OK')
  })
  it('not by the main table once it names another', () => {
    const own = [
      routeTable('own', 'a'),
      subnet('a1', 'a', '10.0.1.0/24', { routeTableId: 'route-table:own' }),
    ]
    const document = documentOf(vpcA({ '10.7.0.0/16': pcx }), b, own)
    expect(verdict(document, 'a1', 'b')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
})

describe('section 2', () => {
  it('row 1: main table with local only, to the same VPC', () => {
    expect(verdict(documentOf(vpcA()), 'a1', '10.0.2.5')).toBe('OK')
    expect(verdict(documentOf(vpcA()), 'a1', 'a2')).toBe('OK')
  })
  it('row 1: so without any table in the document', () => {
    const document = documentOf(vpcA().filter((it) => it.kind !== 'route-table'))
    const answer = ask(document, 'a1', 'a2')
    expect(answer.verdict).toBe('reachable')
    expect(tableHop(answer)).toMatchObject({ component: 'vpc:a' })
  })
  it('row 1: an address of the VPC that nobody has', () => {
    expect(verdict(documentOf(vpcA()), 'a1', '10.0.9.9')).toBe('NO(NO_POSSIBLE_DESTINATION)')
  })
  it('row 2: the same to 8.8.8.8', () => {
    expect(verdict(documentOf(vpcA()), 'a1', '8.8.8.8')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
  it('row 3: the longest of 0.0.0.0/0, 10.0.0.0/8 and 10.7.0.0/16 decides', () => {
    const document = documentOf(
      vpcA({ '0.0.0.0/0': 'nat-gateway:n', '10.0.0.0/8': 'nat-gateway:n', '10.7.0.0/16': pcx }),
      natGateway('n', 'a2'),
      vpcB(),
      peering('ab', 'a', 'b'),
    )
    const answer = ask(document, 'a1', 'b')
    expect(answer.verdict).toBe('reachable')
    expect(tableHop(answer)?.because).toEqual({
      type: 'route',
      routeTableId: 'route-table:a-main',
      destination: '10.7.0.0/16',
      target: pcx,
    })
  })
  it('row 7: a route to a pending peering connection', () => {
    const document = documentOf(
      vpcA({ '10.7.0.0/16': pcx }),
      vpcB(),
      peering('ab', 'a', 'b', { status: 'pending-acceptance' }),
    )
    expect(verdict(document, 'a1', 'b')).toBe('NO(BAD_STATE_ROUTE)')
  })
  it('row 8: hosts of one subnet reach each other past any route table', () => {
    const document = documentOf(
      vpcA({ '10.0.1.0/24': 'nat-gateway:n' }),
      natGateway('n', 'a2'),
      workload('a1-too', 'a1', wide('a')),
    )
    const { verdict, request } = ask(document, 'a1', 'a1-too')
    expect(verdict).toBe('reachable')
    expect(request.hops.map((hop) => hop.term)).not.toContain('route table')
  })
})

describe('RT-4, RT-5: routes inside a VPC block', () => {
  it('one to a peering connection is refused, so that local decides', () => {
    const document = documentOf(
      vpcA({ '10.0.2.0/24': pcx, '10.0.2.5/32': pcx }),
      vpcB(),
      peering('ab', 'a', 'b'),
    )
    const answer = ask(document, 'a1', 'a2')
    expect(answer.verdict).toBe('reachable')
    expect(tableHop(answer)?.because).toMatchObject({ target: 'local' })
  })
  it('a whole subnet may be sent to a NAT gateway, which hands it on', () => {
    const document = documentOf(
      vpcA({ '10.0.2.0/24': 'nat-gateway:n' }),
      subnet('nat', 'a', '10.0.3.0/24', { routeTableId: 'route-table:nat' }),
      routeTable('nat', 'a'),
      natGateway('n', 'nat'),
    )
    const answer = ask(document, 'a1', 'a2')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops.map((hop) => hop.component)).toContain('nat-gateway:n')
  })
  it('part of a subnet may not', () => {
    const document = documentOf(vpcA({ '10.0.2.0/25': 'nat-gateway:n' }), natGateway('n', 'a1'))
    const { request } = ask(document, 'a1', 'a2')
    expect(request.hops.map((hop) => hop.component)).not.toContain('nat-gateway:n')
  })
  it('one to a whole subnet whose target is gone drops, one to a part never was', () => {
    const whole = documentOf(vpcA({ '10.0.2.0/24': null }))
    expect(verdict(whole, 'a1', 'a2')).toBe('NO(BAD_STATE_ROUTE)')
    const part = documentOf(vpcA({ '10.0.2.0/25': null }))
    expect(verdict(part, 'a1', 'a2')).toBe('OK')
  })
  it('a route wider than the VPC block does not take what local holds', () => {
    const document = documentOf(vpcA({ '10.0.0.0/8': pcx }), vpcB(), peering('ab', 'a', 'b'))
    expect(verdict(document, 'a1', 'a2')).toBe('OK')
  })
})

describe('RT-6: the most specific route decides', () => {
  it('a longer prefix to one peer beats a shorter one to another', () => {
    const document = documentOf(
      vpcA({ '10.7.0.0/16': pcx, '10.7.0.0/24': 'vpc-peering-connection:ac' }),
      vpcB(),
      peering('ab', 'a', 'b'),
      vpc('c', '10.9.0.0/16'),
      peering('ac', 'a', 'c'),
    )
    expect(verdict(document, 'a1', 'b')).toBe('NO(EDGE_TO_EDGE)')
  })
})

describe('RT-11: a blackhole drops, there is no falling through', () => {
  const nat = [
    natGateway('n', 'pub'),
    subnet('pub', 'a', '10.0.9.0/24', { routeTableId: 'route-table:pub' }),
    routeTable('pub', 'a', { '0.0.0.0/0': 'internet-gateway:i' }),
    internetGateway('i', 'a'),
  ]
  it('to a target that is gone, beside 0.0.0.0/0', () => {
    const routes = { '0.0.0.0/0': 'nat-gateway:n', '8.8.8.0/24': null }
    const document = documentOf(vpcA(routes), nat)
    expect(verdict(document, 'a1', '8.8.8.8')).toBe('NO(BAD_STATE_ROUTE)')
    expect(verdict(document, 'a1', '8.8.9.8')).toBe('OK')
  })
  it('to a detached internet gateway: the route first, the attachment too (CL-1)', () => {
    const document = documentOf(
      vpcA({ '0.0.0.0/0': 'internet-gateway:i' }),
      internetGateway('i', 'a', { attachmentState: 'detached' }),
    )
    expect(ask(document, 'a1', '8.8.8.8').codes.slice(0, 2)).toEqual([
      'BAD_STATE_ROUTE',
      'BAD_STATE_ATTACHMENT',
    ])
  })
  it.each(['pending', 'failed', 'deleting'])(
    'a NAT gateway that is %s is broken itself',
    (state) => {
      const document = documentOf(
        vpcA({ '0.0.0.0/0': 'nat-gateway:n' }),
        nat,
        natGateway('n', 'pub', { state }),
      )
      expect(verdict(document, 'a1', '8.8.8.8')).toBe('NO(BAD_STATE)')
    },
  )
  it('a deleted NAT gateway leaves a blackhole', () => {
    const document = documentOf(
      vpcA({ '0.0.0.0/0': 'nat-gateway:n' }),
      nat,
      natGateway('n', 'pub', { state: 'deleted' }),
    )
    expect(ask(document, 'a1', '8.8.8.8').codes).toEqual(['BAD_STATE_ROUTE', 'BAD_STATE'])
  })
})

describe('RT-14: a target of another VPC', () => {
  it.each(['internet-gateway:b', 'nat-gateway:b', 'vpc-peering-connection:bc'])('%s', (target) => {
    const document = documentOf(
      vpcA({ '0.0.0.0/0': target }),
      vpcB(),
      internetGateway('b', 'b'),
      natGateway('b', 'b'),
      vpc('c', '10.9.0.0/16'),
      peering('bc', 'b', 'c'),
    )
    expect(verdict(document, 'a1', '8.8.8.8')).toBe('NO(BAD_STATE_ROUTE)')
  })
})

describe('VPC-12: every block has its local route (section 1 row 7)', () => {
  it('two blocks of one VPC', () => {
    const document = documentOf(
      vpcA({}, { secondaryCidrBlocks: ['100.64.0.0/16'] }),
      subnet('shared', 'a', '100.64.1.0/24'),
      workload('far', 'shared', wide('a')),
    )
    expect(verdict(document, 'a1', 'far')).toBe('OK')
  })
})

describe('VPC-16: what AWS would not have is not modelled, whatever the groups say', () => {
  const closed = securityGroup('a', 'a', [], [])
  it.each([
    ['a subnet that overlaps a sibling', subnet('a2', 'a', '10.0.1.128/25')],
    ['a subnet outside the VPC', subnet('a2', 'a', '10.9.2.0/24')],
  ])('%s', (_, odd) => {
    const document = documentOf(vpcA(), odd, workload('a2', 'a2', wide('a')), closed)
    expect(verdict(document, 'a2', 'a1')).toBe('NOT-MODELLED')
    expect(ask(document, 'a2', 'a1').missing[0]).toContain('AWS would refuse a2')
  })
})

describe('VPC-18, VPC-20: addresses AWS keeps', () => {
  it('a host with a reserved address is not modelled', () => {
    const document = documentOf(
      vpcA(),
      workload('odd', 'a1', wide('a'), { privateIpAddress: '10.0.1.2' }),
    )
    expect(verdict(document, 'odd', 'a2')).toBe('NOT-MODELLED')
    expect(verdict(document, 'a2', 'odd')).toBe('NOT-MODELLED')
  })
  it("the VPC's own resolver answers, a peer's is nobody (CL-5)", () => {
    const document = documentOf(vpcA({ '10.7.0.0/16': pcx }), vpcB(), peering('ab', 'a', 'b'))
    expect(verdict(document, 'a1', '10.0.0.2', 'udp/53')).toBe('OK')
    expect(verdict(document, 'a1', '10.7.0.2', 'udp/53')).toBe('NO(NO_POSSIBLE_DESTINATION)')
  })
})
