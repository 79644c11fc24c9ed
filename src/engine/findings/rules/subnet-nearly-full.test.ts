import { describe, expect, it } from 'vitest'
import { subnet, vpc, workload } from '../../../model/testing/build'
import { found } from '../testing/found'
import { subnetNearlyFull } from './subnet-nearly-full'

/** A /28 has 11 usable addresses. */
const withHosts = (count: number) => [
  vpc('v', '10.0.0.0/16'),
  subnet('s', 'v', '10.0.0.0/28'),
  ...Array.from({ length: count }, (_, index) => workload(`w${index}`, 's')),
]

describe('L54', () => {
  it.each([
    [0, 0],
    [9, 0], // 2 of 11 left, more than a tenth
    [10, 1], // 1 of 11
    [11, 1],
    [12, 1], // one more than there are
  ])('%i hosts: %i finding', (hosts, count) => {
    expect(found(subnetNearlyFull, withHosts(hosts))).toHaveLength(count)
  })
  it('secondary addresses count, IPv6 ones do not', () => {
    const secondary = workload(
      'x',
      's',
      {},
      {
        privateIpAddress: '10.0.0.12',
        secondaryPrivateIpAddresses: ['10.0.0.13', '10.0.0.14'],
      },
    )
    expect(found(subnetNearlyFull, withHosts(7), secondary)).toHaveLength(1)
    expect(found(subnetNearlyFull, withHosts(6), secondary)).toEqual([])
  })
  it('says how many are left', () => {
    expect(found(subnetNearlyFull, withHosts(10))[0]?.message).toContain('1 of 11')
  })
})
