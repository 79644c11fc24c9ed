import { describe, expect, it } from 'vitest'
import { peering, vpc } from '../../../model/testing/build'
import { found } from '../testing/found'
import { peersShareBlocks } from './peers-share-blocks'

const hub = vpc('hub', '172.16.0.0/16')

describe('L14', () => {
  it.each([
    ['10.0.0.0/16', '10.0.0.0/16', 'active', 1],
    ['10.0.0.0/16', '10.0.128.0/20', 'active', 1], // a part will do
    ['10.0.0.0/16', '10.1.0.0/16', 'active', 0], // adjacent
    ['10.0.0.0/16', '10.0.0.0/16', 'pending-acceptance', 0], // forwards nothing
  ])('peers with %s and %s, the second %s: %i finding', (one, other, status, count) => {
    const design = [
      hub,
      vpc('b', one),
      vpc('c', other),
      peering('hb', 'hub', 'b'),
      peering('ch', 'c', 'hub', { status }),
    ]
    expect(found(peersShareBlocks, ...design)).toHaveLength(count)
  })
  it('says whose replies may go astray, and where', () => {
    const design = [
      hub,
      vpc('b', '10.0.0.0/16'),
      vpc('c', '10.9.0.0/16', { secondaryCidrBlocks: ['10.0.0.0/20'] }),
      peering('hb', 'hub', 'b'),
      peering('hc', 'hub', 'c'),
    ]
    const [finding] = found(peersShareBlocks, ...design)
    expect(finding?.message).toContain('VPC b and VPC c')
    expect(finding?.resources).toEqual(['vpc:hub', 'vpc:b', 'vpc:c'])
  })
  it('is silent where two peers with one block have different hubs', () => {
    const design = [
      hub,
      vpc('other', '172.17.0.0/16'),
      vpc('b', '10.0.0.0/16'),
      vpc('c', '10.0.0.0/16'),
      peering('hb', 'hub', 'b'),
      peering('oc', 'other', 'c'),
    ]
    expect(found(peersShareBlocks, ...design)).toEqual([])
  })
})
