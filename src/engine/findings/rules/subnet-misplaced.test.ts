import { describe, expect, it } from 'vitest'
import { subnet, vpc, workload } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { subnetMisplaced } from './subnet-misplaced'

const a = vpc('a', '10.0.0.0/24', { secondaryCidrBlocks: ['100.64.0.0/24'] })

describe('L03', () => {
  it.each([
    ['10.0.1.0/26', 'lies outside'],
    ['10.0.0.0/23', 'lies outside'], // wider than the VPC
  ])('a subnet of %s %s the VPC', (block, words) => {
    const [finding, ...more] = found(subnetMisplaced, a, subnet('s', 'a', block))
    expect(finding?.message).toContain(words)
    expect(finding?.message).toContain('10.0.0.0/24, 100.64.0.0/24')
    expect(more).toEqual([])
  })
  it.each([
    ['10.0.0.0/25', '10.0.0.64/26', 1],
    ['10.0.0.0/25', '10.0.0.0/25', 1],
    ['10.0.0.0/25', '10.0.0.128/25', 0], // adjacent is not overlapping
    ['10.0.0.0/24', '100.64.0.0/25', 0], // a subnet may be a whole block; another block counts
  ])('siblings %s and %s: %i finding', (one, other, count) => {
    const findings = found(subnetMisplaced, a, subnet('s1', 'a', one), subnet('s2', 'a', other))
    expect(findings).toHaveLength(count)
  })
  it('is silent on equal subnets of two VPCs', () => {
    const b = vpc('b', '10.0.0.0/24')
    const subnets = [subnet('s1', 'a', '10.0.0.0/25'), subnet('s2', 'b', '10.0.0.0/25')]
    expect(found(subnetMisplaced, a, b, subnets)).toEqual([])
  })
  it('offers the next free block of the size, addresses included', () => {
    const parts = [
      a,
      subnet('s1', 'a', '10.0.0.0/25'),
      subnet('s2', 'a', '10.0.0.64/26'),
      workload('w', 's2', {}, { privateIpAddress: '10.0.0.70' }),
    ]
    const [finding] = found(subnetMisplaced, parts)
    expect(finding?.repairs[0]).toMatchObject({
      label: 'Re-address subnet s2 to 10.0.0.128/26 (next free block)',
      preview:
        'Changes the block of 1 subnet and 1 given address; routes and rules stay as they are.',
    })
    expect(left(subnetMisplaced, parts)).toEqual([0])
  })
  it('offers nothing where the VPC is full', () => {
    const [finding] = found(
      subnetMisplaced,
      vpc('b', '10.0.0.0/24'),
      subnet('s1', 'b', '10.0.0.0/24'),
      subnet('s2', 'b', '10.0.0.64/26'),
    )
    expect(finding?.repairs).toEqual([])
  })
})
