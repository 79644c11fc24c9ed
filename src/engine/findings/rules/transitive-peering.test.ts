import { describe, expect, it } from 'vitest'
import { peering, routeTable, subnet, vpc } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { foreignRouteToPeering } from './foreign-route-to-peering'
import { transitivePeering } from './transitive-peering'

const ab = 'vpc-peering-connection:ab'
const base = [
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.1.0.0/16'),
  vpc('c', '10.2.0.0/16'),
  peering('ab', 'a', 'b'),
  peering('bc', 'b', 'c'),
  subnet('a1', 'a', '10.0.1.0/24', { routeTableId: 'route-table:a-rt' }),
  subnet('c1', 'c', '10.2.1.0/24', { routeTableId: 'route-table:c-rt' }),
  routeTable('c-rt', 'c', { '10.1.0.0/16': 'vpc-peering-connection:bc' }),
]
const tableTo = (destination: string, target: string | null = ab) =>
  routeTable('a-rt', 'a', { '10.1.0.0/16': ab, [destination]: target })

describe('L12', () => {
  it.each([
    ['10.2.0.0/16', 1], // S2
    ['10.2.1.0/24', 1], // part of it
    ['10.3.0.0/16', 0], // nobody's: L13
    ['10.1.1.0/24', 0], // the peer's own
    ['10.0.0.0/8', 0], // holds the peer's own too: L13
  ])('a route to %s over the peering with B: %i finding', (destination, count) => {
    expect(found(transitivePeering, base, tableTo(destination))).toHaveLength(count)
  })
  it('leaves the same route to no other rule', () => {
    expect(found(foreignRouteToPeering, base, tableTo('10.2.0.0/16'))).toEqual([])
  })
  it('is silent when the peering beyond is over', () => {
    const over = peering('bc', 'b', 'c', { status: 'deleted' })
    expect(found(transitivePeering, base, over, tableTo('10.2.0.0/16'))).toEqual([])
  })
  it('offers a direct peering with routes on both sides', () => {
    const design = [...base, tableTo('10.2.0.0/16')]
    const [finding] = found(transitivePeering, design)
    expect(finding?.resources).toEqual(['route-table:a-rt', ab, 'vpc:c'])
    expect(finding?.repairs).toMatchObject([
      {
        label: 'Peer VPC a with VPC c',
        preview:
          'Adds 1 VPC peering connection (pending acceptance) and 1 route; points 1 existing route at it.',
      },
    ])
    expect(left(transitivePeering, design)).toEqual([0])
  })
  it('offers none where the two overlap', () => {
    const overlapping = vpc('c', '10.2.0.0/16', { secondaryCidrBlocks: ['10.0.9.0/24'] })
    const [finding] = found(transitivePeering, base, overlapping, tableTo('10.2.0.0/16'))
    expect(finding?.repairs).toEqual([])
  })
})
