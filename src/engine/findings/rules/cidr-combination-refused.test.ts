import { describe, expect, it } from 'vitest'
import { subnet, vpc } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { cidrCombinationRefused } from './cidr-combination-refused'

describe('L02', () => {
  it.each([
    ['100.64.0.0/16', ['10.0.0.0/16'], ['error']], // VPC-6
    ['172.20.0.0/16', ['172.31.0.0/20'], ['error']],
    ['10.1.0.0/16', ['10.0.0.0/20'], ['error']], // VPC-7
    ['10.2.0.0/16', ['10.2.0.0/20'], ['error']], // VPC-5
    ['10.2.0.0/16', ['100.64.0.0/16', '10.3.0.0/16'], ['warn']], // VPC-8
    ['10.2.0.0/16', ['192.168.0.0/16', '172.16.0.0/16'], ['error', 'error']],
    ['10.2.0.0/16', ['10.3.0.0/16', '100.64.0.0/16'], []],
    ['10.2.0.0/16', [], []],
  ])('%s with %j: %j', (primary, secondaryCidrBlocks, severities) => {
    const findings = found(cidrCombinationRefused, vpc('a', primary, { secondaryCidrBlocks }))
    expect(findings.map((it) => it.severity)).toEqual(severities)
  })
  it.each([
    // VPC-6: into the range of the primary, off the blocks that AWS is delicate about
    [
      '10.2.0.0/16',
      ['192.168.1.0/24'],
      ['Re-address 192.168.1.0/24 of VPC a to 10.1.0.0/24 (next free block)'],
    ],
    [
      '100.64.0.0/16',
      ['10.0.0.0/16'],
      ['Re-address 10.0.0.0/16 of VPC a to 100.65.0.0/16 (next free block)'],
    ],
    [
      '172.20.0.0/16',
      ['172.31.0.0/20'],
      ['Re-address 172.31.0.0/20 of VPC a to 172.16.0.0/20 (next free block)'],
    ],
    // VPC-5: addresses that the VPC has anyway
    ['10.2.0.0/16', ['10.2.0.0/20'], ['Remove 10.2.0.0/20, which 10.2.0.0/16 holds already']],
    [
      '10.2.0.0/16',
      ['10.2.0.0/16'],
      ['Remove 10.2.0.0/16, which the other 10.2.0.0/16 holds already'],
    ],
    // a subnet in both blocks could mean either
    ['10.2.0.0/20', ['10.2.0.0/16'], []],
    ['10.2.0.0/16', ['100.64.0.0/16', '10.3.0.0/16'], []],
  ])('%s with %j is mended by: %j', (primary, secondaryCidrBlocks, labels) => {
    const a = vpc('a', primary, { secondaryCidrBlocks })
    const findings = found(cidrCombinationRefused, a)
    expect(findings.flatMap((it) => it.repairs.map(({ label }) => label))).toEqual(labels)
    expect(left(cidrCombinationRefused, a)).toEqual(labels.map(() => 0))
  })
  it('takes the subnets of a block along', () => {
    const a = vpc('a', '10.2.0.0/16', { secondaryCidrBlocks: ['192.168.0.0/20'] })
    const [finding] = found(cidrCombinationRefused, a, subnet('s', 'a', '192.168.1.0/24'))
    expect(finding?.repairs.map((it) => it.preview)).toEqual([
      'Changes 1 block of VPC a, and with it 1 subnet.',
    ])
  })
  it('names both blocks', () => {
    const a = vpc('a', '100.64.0.0/16', { secondaryCidrBlocks: ['10.0.0.0/16'] })
    const [finding] = found(cidrCombinationRefused, a)
    expect(finding?.message).toContain('VPC a cannot add 10.0.0.0/16 beside 100.64.0.0/16')
  })
})
