import { describe, expect, it } from 'vitest'
import { designOf } from './design'
import { collidingBlock, isOver, otherEnd, peeringBetween } from './peering'
import { documentOf, peering, vpc } from './testing/build'

const design = designOf(
  documentOf(
    peering('old', 'a', 'b', { status: 'deleted' }),
    peering('pending', 'a', 'b', { status: 'pending-acceptance' }),
    peering('running', 'b', 'a'),
    peering('refused', 'a', 'c', { status: 'failed' }),
  ),
)

describe('peeringBetween', () => {
  it('prefers an active connection, whoever requested it', () => {
    expect(peeringBetween(design, 'vpc:a', 'vpc:b')?.name).toBe('running')
    expect(peeringBetween(design, 'vpc:b', 'vpc:a')?.name).toBe('running')
  })
  it('does not count one that is over', () => {
    expect(peeringBetween(design, 'vpc:a', 'vpc:c')).toBeUndefined()
    expect(
      design
        .all('vpc-peering-connection')
        .filter(isOver)
        .map((it) => it.name),
    ).toEqual(['old', 'refused'])
  })
})

describe('otherEnd', () => {
  it('answers the peer of either end, and null for a stranger', () => {
    const it = peeringBetween(design, 'vpc:a', 'vpc:b')
    expect(it && otherEnd(it, 'vpc:a')).toBe('vpc:b')
    expect(it && otherEnd(it, 'vpc:b')).toBe('vpc:a')
    expect(it && otherEnd(it, 'vpc:c')).toBeNull()
  })
})

const overlapping = (status: string, secondary: string) =>
  designOf(
    documentOf(
      vpc('a', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/24'] }),
      vpc('b', '10.1.0.0/16', { secondaryCidrBlocks: [secondary] }),
      vpc('c', '10.0.0.0/16'),
      peering('ab', 'a', 'b', { status }),
    ),
  )

describe('collidingBlock', () => {
  it.each([
    ['failed', '100.64.0.0/16', '100.64.0.0/24', '100.64.0.0/16'],
    ['active', '100.64.0.0/16', '100.64.0.0/24', '100.64.0.0/16'],
    ['deleted', '100.64.0.0/16', undefined, undefined],
    ['failed', '100.64.1.0/24', undefined, undefined], // adjacent is not overlapping
  ])('PEER-4: %s, secondary %s: %s and %s', (status, secondary, mine, theirs) => {
    const design = overlapping(status, secondary)
    expect(collidingBlock(design, 'vpc:a')).toBe(mine)
    expect(collidingBlock(design, 'vpc:b')).toBe(theirs)
    // the same block as A's, but no link joins them
    expect(collidingBlock(design, 'vpc:c')).toBeUndefined()
  })
})
