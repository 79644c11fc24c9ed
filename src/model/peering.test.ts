import { describe, expect, it } from 'vitest'
import { designOf } from './design'
import { isOver, otherEnd, peeringBetween } from './peering'
import { documentOf, peering } from './testing/build'

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
