import { describe, expect, it } from 'vitest'
import { eksCluster, subnet, vpc } from '../../../model/testing/build'
import { found } from '../testing/found'
import { clusterSubnets } from './cluster-subnets'

const design = (blocks: readonly string[], zones: readonly string[]) => [
  vpc('v', '10.0.0.0/16'),
  ...blocks.map((block, index) =>
    subnet(`s${index}`, 'v', block, { availabilityZone: zones[index] ?? 'eu-west-1a' }),
  ),
  eksCluster(
    'c',
    'v',
    blocks.map((_, index) => `s${index}`),
  ),
]

const [a, b] = ['eu-west-1a', 'eu-west-1b']

describe('L44', () => {
  it('two zones with room are fine', () => {
    expect(found(clusterSubnets, ...design(['10.0.0.0/24', '10.0.1.0/24'], [a, b]))).toEqual([])
  })
  it('two subnets in one zone are one zone', () => {
    const [finding, ...others] = found(
      clusterSubnets,
      ...design(['10.0.0.0/24', '10.0.1.0/24'], [a, a]),
    )
    expect(finding?.severity).toBe('error')
    expect(finding?.message).toContain('only in eu-west-1a')
    expect(others).toEqual([])
  })
  it.each([
    ['10.0.1.0/28', 'warn'], // 11 usable
    ['10.0.1.0/27', undefined], // 27 usable
  ])('%s: %s', (block, severity) => {
    const [finding] = found(clusterSubnets, ...design(['10.0.0.0/24', block], [a, b]))
    expect(finding?.severity).toBe(severity)
  })
})
