import { describe, expect, it } from 'vitest'
import { vpc } from '../../../model/testing/build'
import { found } from '../testing/found'
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
  it('names both blocks', () => {
    const a = vpc('a', '100.64.0.0/16', { secondaryCidrBlocks: ['10.0.0.0/16'] })
    const [finding] = found(cidrCombinationRefused, a)
    expect(finding?.message).toContain('VPC a cannot add 10.0.0.0/16 beside 100.64.0.0/16')
  })
})
