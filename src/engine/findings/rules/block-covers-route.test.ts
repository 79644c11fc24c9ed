import { describe, expect, it } from 'vitest'
import { natGateway, routeTable, subnet, vpc } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { blockCoversRoute } from './block-covers-route'

describe('L04', () => {
  const table = routeTable('rt', 'a', { '10.2.0.0/24': 'vpc-peering-connection:ab' })
  it.each([
    ['10.2.0.0/24', 1], // VPC-9: equal
    ['10.2.0.0/23', 1], // larger
    ['10.2.0.0/25', 0], // smaller
    ['10.2.1.0/24', 0],
  ])('a secondary block %s beside a route to 10.2.0.0/24: %i finding', (block, count) => {
    const a = vpc('a', '10.5.0.0/16', { secondaryCidrBlocks: [block] })
    expect(found(blockCoversRoute, a, table)).toHaveLength(count)
  })
  it('asks the tables of that VPC only, and its secondary blocks only', () => {
    const b = vpc('b', '10.6.0.0/16', { secondaryCidrBlocks: ['10.2.0.0/24'] })
    expect(found(blockCoversRoute, vpc('a', '10.2.0.0/24'), b, table)).toEqual([])
  })
  it('is silent on a middlebox route to a whole subnet of the VPC', () => {
    const a = vpc('a', '10.5.0.0/16', { secondaryCidrBlocks: ['10.2.0.0/16'] })
    const middlebox = routeTable('rt', 'a', { '10.2.0.0/24': 'nat-gateway:n' })
    expect(found(blockCoversRoute, a, middlebox, subnet('s', 'a', '10.2.0.0/24'))).toEqual([])
    expect(found(blockCoversRoute, a, middlebox)).toHaveLength(1)
  })
  it('moves the block off what the route to a peer names', () => {
    const design = [vpc('a', '10.5.0.0/16', { secondaryCidrBlocks: ['10.2.0.0/16'] }), table]
    const [finding] = found(blockCoversRoute, design)
    expect(finding?.repairs.map((it) => it.label)).toEqual([
      'Re-address 10.2.0.0/16 of VPC a to 10.1.0.0/16 (next free block)',
    ])
    expect(left(blockCoversRoute, design)).toEqual([0])
  })
  it('removes a route that the local route overrides, and none that works', () => {
    const a = vpc('a', '10.5.0.0/16', { secondaryCidrBlocks: ['10.2.0.0/16'] })
    const nat = [subnet('s', 'a', '10.5.0.0/24'), natGateway('n', 's')]
    const part = routeTable('rt', 'a', { '10.2.0.0/24': 'nat-gateway:n' })
    const [finding] = found(blockCoversRoute, a, nat, part)
    expect(finding?.repairs.map((it) => it.label)).toEqual(['Remove the route'])
    expect(left(blockCoversRoute, a, nat, part)).toEqual([0])
    const whole = routeTable('rt', 'a', { '10.2.0.0/16': 'nat-gateway:n' })
    expect(found(blockCoversRoute, a, nat, whole).flatMap((it) => it.repairs)).toEqual([])
  })
  it('names the table, the route and the block', () => {
    const a = vpc('a', '10.5.0.0/16', { secondaryCidrBlocks: ['10.2.0.0/23'] })
    const [finding] = found(blockCoversRoute, a, table)
    for (const word of ['VPC a', 'route table rt', '10.2.0.0/24', '10.2.0.0/23'])
      expect(finding?.message).toContain(word)
  })
})
