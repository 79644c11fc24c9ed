import { describe, expect, it } from 'vitest'
import {
  listener,
  loadBalancer,
  mainTable,
  subnet,
  targetGroup,
  vpc,
  workload,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { balancerZoneEmpty } from './balancer-zone-empty'

const zoneB = { availabilityZone: 'eu-west-1b' }
const base = [
  vpc('v', '10.0.0.0/16'),
  mainTable('m', 'v'),
  subnet('a', 'v', '10.0.0.0/24'),
  subnet('b', 'v', '10.0.1.0/24', zoneB),
  workload('in-a', 'a'),
  workload('in-b', 'b'),
]
const design = (targets: readonly (string | object)[], more: object = {}, group: object = {}) => [
  ...base,
  loadBalancer('lb', 'v', ['a', 'b'], {
    type: 'network',
    securityGroupIds: null,
    listeners: { 443: listener('TCP', 'tg') },
    ...more,
  }),
  targetGroup('tg', 'v', targets as readonly string[], { ...group }),
]
const one = ['workload:in-a']

describe('L43', () => {
  it.each([
    ['targets in both zones', design(['workload:in-a', 'workload:in-b']), 0],
    ['LB-10: targets in one zone', design(one), 1],
    ['cross-zone on', design(one, { crossZone: true }), 0],
    ['CL-13: cross-zone on at the target group', design(one, {}, { crossZone: true }), 0],
    ['CL-13: off at the target group', design(one, { crossZone: true }, { crossZone: false }), 1],
    ['an address that counts for every zone', design(['10.9.0.1'], {}, { targetType: 'ip' }), 0],
    ['no targets at all', design([]), 0],
    [
      'an Application Load Balancer, which is cross-zone by default',
      design(one, { type: 'application', securityGroupIds: [] }),
      0,
    ],
  ])('%s', (_, resources, count) => {
    expect(found(balancerZoneEmpty, resources)).toHaveLength(count)
  })
  it('names the zone, and offers to turn cross-zone load balancing on', () => {
    const [finding] = found(balancerZoneEmpty, design(one))
    expect(finding?.message).toContain('in eu-west-1b')
    expect(finding?.repairs.map((it) => it.label)).toEqual([
      'Turn on cross-zone load balancing of target group tg',
    ])
    expect(left(balancerZoneEmpty, design(one))).toEqual([0])
  })
})
