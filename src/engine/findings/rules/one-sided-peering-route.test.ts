import { describe, expect, it } from 'vitest'
import {
  mainTable,
  natGateway,
  peering,
  prefixList,
  routeTable,
  subnet,
  tgwAttachment,
  transitGateway,
  vpc,
  workload,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { oneSidedPeeringRoute } from './one-sided-peering-route'

const pcx = 'vpc-peering-connection:ab'
const there = { '10.1.0.0/16': pcx }
const back = { '10.0.0.0/16': pcx }
const vpcs = [vpc('a', '10.0.0.0/16'), vpc('b', '10.1.0.0/16')]
const subnets = [subnet('a1', 'a', '10.0.1.0/24'), subnet('b1', 'b', '10.1.1.0/24')]
const base = [...vpcs, ...subnets, peering('ab', 'a', 'b')]

describe('L10', () => {
  it('13.2: a connection is active, a route is on the requester side only', () => {
    const design = [...base, mainTable('a-rt', 'a', there), mainTable('b-rt', 'b')]
    const [finding, ...more] = found(oneSidedPeeringRoute, design)
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      severity: 'error',
      resources: [pcx, 'route-table:b-rt', 'subnet:b1', 'subnet:a1'],
      evidence: [{ type: 'missing', resourceId: 'route-table:b-rt', field: 'routes' }],
      repairs: [{ label: 'Add the missing route back', preview: 'Adds 1 route: 10.0.0.0/16.' }],
    })
    for (const word of ['a1 (10.0.1.0/24)', 'b1 (10.1.1.0/24)', 'route table b-rt', '10.0.0.0/16'])
      expect(finding?.message).toContain(word)
    expect(left(oneSidedPeeringRoute, design)).toEqual([0])
  })
  it.each([
    ['a route on the accepter side only', {}, back, 1],
    ['routes on both sides', there, back, 0],
    ['no route at all', {}, {}, 0],
    ['routes narrowed to the subnets', { '10.1.1.0/24': pcx }, { '10.0.1.0/24': pcx }, 0],
    ['a route back to another subnet', there, { '10.0.2.0/24': pcx }, 1],
    ['an answer that takes the default route', there, { '0.0.0.0/0': 'nat-gateway:n' }, 1],
    ['a longer route that leads the answer away', there, { ...back, '10.0.1.0/24': null }, 1],
  ])('%s', (_, a, b, count) => {
    const design = [...base, mainTable('a-rt', 'a', a), mainTable('b-rt', 'b', b)]
    expect(found(oneSidedPeeringRoute, design)).toHaveLength(count)
    expect(left(oneSidedPeeringRoute, design)).toEqual(count ? [0] : [])
  })
  it('RT-7: a way there or back by prefix list counts, and so does one that leads away', () => {
    const lists = [
      prefixList('to-a', ['10.0.0.0/16', '10.8.0.0/16']),
      prefixList('to-b', ['10.1.0.0/16']),
    ]
    const byList = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) => [
      ...base,
      ...lists,
      mainTable('a-rt', 'a', a),
      mainTable('b-rt', 'b', b),
    ]
    expect(found(oneSidedPeeringRoute, byList(there, { 'prefix-list:to-a': pcx }))).toEqual([])
    expect(found(oneSidedPeeringRoute, byList({ 'prefix-list:to-b': pcx }, back))).toEqual([])
    const oneSided = byList({ 'prefix-list:to-b': pcx }, {})
    expect(found(oneSidedPeeringRoute, oneSided)).toHaveLength(1)
    expect(left(oneSidedPeeringRoute, oneSided)).toEqual([0])
    // the list has the longer prefix
    const away = prefixList('away', ['10.0.1.0/24'])
    const astray = [...byList(there, { ...back, 'prefix-list:away': 'nat-gateway:n' }), away]
    expect(found(oneSidedPeeringRoute, astray)).toHaveLength(1)
    expect(left(oneSidedPeeringRoute, astray)).toEqual([0])
  })
  it('CL-19: a route on both sides, but in the table of another subnet', () => {
    const [finding] = found(
      oneSidedPeeringRoute,
      base,
      mainTable('a-rt', 'a', there),
      mainTable('b-rt', 'b'),
      routeTable('b-public', 'b', back),
    )
    expect(finding?.message).toContain('Route table b-public has a route to the connection')
  })
  it('asks subnets in which nothing runs only while nothing runs in the VPC', () => {
    const design = [
      ...base,
      subnet('b2', 'b', '10.1.2.0/24', { routeTableId: 'route-table:b2-rt' }),
      mainTable('a-rt', 'a', there),
      mainTable('b-rt', 'b', back),
      routeTable('b2-rt', 'b'),
    ]
    expect(found(oneSidedPeeringRoute, design)).toHaveLength(1)
    expect(found(oneSidedPeeringRoute, design, workload('w', 'b1'))).toEqual([])
    expect(found(oneSidedPeeringRoute, design, workload('w', 'b2'))).toHaveLength(1)
  })
  it('tells one finding for subnets that share a table', () => {
    const design = [
      ...base,
      subnet('b2', 'b', '10.1.2.0/24'),
      mainTable('a-rt', 'a', there),
      mainTable('b-rt', 'b'),
    ]
    expect(found(oneSidedPeeringRoute, design)).toHaveLength(1)
  })
  it('NET-15: a NAT gateway gets its answers without a route', () => {
    const natSubnet = subnet('a2', 'a', '10.0.2.0/24', { routeTableId: 'route-table:nat' })
    const design = [
      ...base,
      natSubnet,
      natGateway('n', 'a2'),
      mainTable('a-rt', 'a'),
      routeTable('nat', 'a', there),
      mainTable('b-rt', 'b'),
    ]
    expect(found(oneSidedPeeringRoute, design)).toEqual([])
    expect(found(oneSidedPeeringRoute, design, workload('w', 'a2'))).toHaveLength(1)
  })
  it('is silent while the connection is not active', () => {
    const pending = peering('ab', 'a', 'b', { status: 'pending-acceptance' })
    const tables = [mainTable('a-rt', 'a', there), mainTable('b-rt', 'b')]
    expect(found(oneSidedPeeringRoute, vpcs, subnets, pending, tables)).toEqual([])
  })
  it('calls an answer over another connection between the two worth knowing', () => {
    const design = [
      ...base,
      peering('ab2', 'a', 'b'),
      mainTable('a-rt', 'a', there),
      mainTable('b-rt', 'b', { '10.0.0.0/16': 'vpc-peering-connection:ab2' }),
    ]
    const findings = found(oneSidedPeeringRoute, design)
    expect(findings.map((it) => it.severity)).toEqual(['info', 'info'])
    expect(findings.flatMap((it) => it.repairs)).toEqual([])
  })
  it.each([
    ['both', 'available', ['info']],
    ['only one', 'pending', ['error']],
  ])('so it does an answer over a transit gateway that %s can use', (_, state, severities) => {
    const design = [
      ...base,
      transitGateway('t'),
      tgwAttachment('a', 't', 'a', 'a1', { state }),
      tgwAttachment('b', 't', 'b', 'b1'),
      mainTable('a-rt', 'a', there),
      mainTable('b-rt', 'b', { '10.0.0.0/16': 'transit-gateway:t' }),
    ]
    const findings = found(oneSidedPeeringRoute, design)
    expect(findings.map((it) => it.severity)).toEqual(severities)
  })
})
