import { describe, expect, it } from 'vitest'
import { subnet, vpc } from '../../../model/testing/build'
import { found } from '../testing/found'
import { cidrOutOfRange } from './cidr-out-of-range'

describe('L01', () => {
  it.each([
    [vpc('a', '10.0.0.0/15'), '10.0.0.0/15'],
    [vpc('a', '10.0.0.0/29'), '10.0.0.0/29'],
    [vpc('a', '169.254.0.0/16'), '169.254.0.0/16'],
    [vpc('a', '127.0.0.0/24'), '127.0.0.0/8'],
    [vpc('a', '10.0.0.0/16', { secondaryCidrBlocks: ['224.0.0.0/20'] }), '224.0.0.0/4'],
    [subnet('s', 'a', '10.0.0.0/29'), 'Subnet s uses 10.0.0.0/29'],
    [subnet('s', 'a', '10.0.0.0/8'), '10.0.0.0/8'],
  ])('%j is refused', (resource, words) => {
    const [finding, ...more] = found(cidrOutOfRange, resource)
    expect(finding?.message).toContain(words)
    expect(finding).toMatchObject({ severity: 'error', resources: [resource.id] })
    expect(more).toEqual([])
  })
  it.each([
    [vpc('a', '10.0.0.0/16')],
    [vpc('a', '10.0.0.0/28')],
    [vpc('a', '128.0.0.0/16')], // public, and adjacent to the loopback range
    [subnet('s', 'a', '10.0.0.0/28')],
    [subnet('s', 'a', '10.0.0.0/16')],
  ])('%j will do', (resource) => {
    expect(found(cidrOutOfRange, resource)).toEqual([])
  })
})
