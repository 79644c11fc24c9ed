import { describe, expect, it } from 'vitest'
import { peering, routeTable, subnet, vpc } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { peeredVpcsOverlap } from './peered-vpcs-overlap'

const ab = (status: string) => peering('ab', 'a', 'b', { status })

describe('L05', () => {
  it.each([
    ['10.0.0.0/16', [], '10.0.0.0/16', [], 1],
    ['10.0.0.0/16', ['100.64.0.0/16'], '10.1.0.0/16', ['100.64.128.0/20'], 1], // PEER-4
    ['10.0.0.0/16', [], '10.1.0.0/16', ['10.0.255.0/24'], 1],
    ['10.0.0.0/16', [], '10.1.0.0/16', [], 0], // adjacent
  ])('%s %j with %s %j: %i finding', (one, more, other, others, count) => {
    const vpcs = [
      vpc('a', one, { secondaryCidrBlocks: more }),
      vpc('b', other, { secondaryCidrBlocks: others }),
    ]
    expect(found(peeredVpcsOverlap, vpcs, ab('pending-acceptance'))).toHaveLength(count)
  })
  it.each([
    ['active', 1],
    ['failed', 1], // the refused link, kept for a review
    ['deleted', 0],
    ['rejected', 0],
    ['expired', 0],
  ])('VPC-10: a connection that is %s: %i finding', (status, count) => {
    const vpcs = [vpc('a', '10.0.0.0/16'), vpc('b', '10.0.0.0/16')]
    expect(found(peeredVpcsOverlap, vpcs, ab(status))).toHaveLength(count)
  })
  it('is silent on VPCs that overlap and are not peered', () => {
    expect(found(peeredVpcsOverlap, vpc('a', '10.0.0.0/16'), vpc('b', '10.0.0.0/16'))).toEqual([])
  })
  it('offers to re-address either VPC, the accepter first, and says what changes', () => {
    const design = [
      vpc('a', '10.0.0.0/16'),
      vpc('b', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/16'] }),
      ab('failed'),
      subnet('b1', 'b', '10.0.1.0/24'),
      subnet('b2', 'b', '10.0.2.0/24'),
      routeTable('a-rt', 'a', { '10.0.1.0/24': 'vpc-peering-connection:ab' }),
    ]
    const [finding] = found(peeredVpcsOverlap, design)
    expect(finding?.message).toContain('10.0.0.0/16 of VPC a and 10.0.0.0/16 of VPC b overlap')
    expect(finding?.repairs.map((it) => [it.label, it.preview])).toEqual([
      [
        'Re-address VPC b to 10.1.0.0/16 (next free block)',
        'Changes 1 block of VPC b, and with it 2 subnets and 1 route; requests the VPC peering connection again.',
      ],
      [
        'Re-address VPC a to 10.1.0.0/16 (next free block)',
        'Changes 1 block of VPC a; requests the VPC peering connection again.',
      ],
    ])
    expect(left(peeredVpcsOverlap, design)).toEqual([0, 0])
  })
  it('moves every block that collides', () => {
    const design = [
      vpc('a', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/20'] }),
      vpc('b', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/20'] }),
      ab('failed'),
    ]
    const [finding] = found(peeredVpcsOverlap, design)
    expect(finding?.repairs[0]?.label).toContain('10.1.0.0/16 and 100.64.16.0/20')
    expect(left(peeredVpcsOverlap, design)).toEqual([0, 0])
  })
})
