import { describe, expect, it } from 'vitest'
import { vpc } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { dockerBlockUsed } from './docker-block-used'

describe('L09', () => {
  it.each([
    ['172.17.0.0/16', 1],
    ['172.17.32.0/20', 1],
    ['172.16.0.0/16', 0],
    ['172.18.0.0/16', 0],
  ])('%s: %i finding', (block, count) => {
    expect(found(dockerBlockUsed, vpc('a', block))).toHaveLength(count)
  })
  it('counts a secondary block', () => {
    const a = vpc('a', '172.20.0.0/16', { secondaryCidrBlocks: ['172.17.0.0/20'] })
    expect(found(dockerBlockUsed, a)).toHaveLength(1)
    expect(left(dockerBlockUsed, a)).toEqual([0])
  })
  it('offers the next free block', () => {
    const [finding] = found(dockerBlockUsed, vpc('a', '172.17.0.0/16'))
    expect(finding?.repairs[0]?.label).toBe('Re-address VPC a to 172.16.0.0/16 (next free block)')
    expect(left(dockerBlockUsed, vpc('a', '172.17.0.0/16'))).toEqual([0])
  })
})
