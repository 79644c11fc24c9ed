import { describe, expect, it } from 'vitest'
import { tgwRouteTable, transitGateway } from '../../../model/testing/build'
import { site, type Site } from '../../testing/attached-site'
import { found, left } from '../testing/found'
import { attachedVpcsOverlap } from './attached-vpcs-overlap'

const table = (name: string, ...propagations: readonly string[]) =>
  tgwRouteTable(name, 't', { propagations })
const sites = (b: Site = {}) => [transitGateway('t'), site('a', 0), site('b', 0, b)]

describe('L06', () => {
  it.each([
    ['the same block, one table', sites(), [table('rt', 'a', 'b')], 1],
    ['a part of it', sites({ vpc: { cidrBlock: '10.0.0.0/20' } }), [table('rt', 'a', 'b')], 1],
    [
      'a secondary block alone',
      [
        transitGateway('t'),
        site('a', 0, { vpc: { secondaryCidrBlocks: ['100.64.0.0/16'] } }),
        site('b', 1, { vpc: { secondaryCidrBlocks: ['100.64.0.0/18'] } }),
      ],
      [table('rt', 'a', 'b')],
      1,
    ],
    ['in two tables both', sites(), [table('rt', 'a', 'b'), table('ru', 'b', 'a')], 2],
    ['CL-20: in different tables', sites(), [table('rt', 'a'), table('ru', 'b')], 0],
    ['one does not propagate', sites(), [table('rt', 'a')], 0],
    [
      'one is not available',
      sites({ attachment: { state: 'pendingAcceptance' } }),
      [table('rt', 'a', 'b')],
      0,
    ],
    ['other blocks', [transitGateway('t'), site('a', 0), site('b', 1)], [table('rt', 'a', 'b')], 0],
  ])('%s', (_, design, tables, count) => {
    expect(found(attachedVpcsOverlap, design.flat(), tables)).toHaveLength(count)
  })
  it('names the blocks, and whose routes are left out', () => {
    const [finding] = found(attachedVpcsOverlap, sites().flat(), table('rt', 'b', 'a'))
    expect(finding?.message).toMatch(/^10\.0\.0\.0\/16 of VPC a and 10\.0\.0\.0\/16 of VPC b/)
    expect(finding?.resources.slice(0, 2)).toEqual([
      'transit-gateway-vpc-attachment:a',
      'transit-gateway-vpc-attachment:b',
    ])
  })
  it('is mended by re-addressing either', () => {
    expect(left(attachedVpcsOverlap, sites().flat(), table('rt', 'a', 'b'))).toEqual([0, 0])
  })
})
