import { describe, expect, it } from 'vitest'
import {
  internetGateway,
  loadBalancer,
  mainTable,
  routeTable,
  subnet,
  vpc,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { balancerInOneZone } from './balancer-in-one-zone'

const inZone = (letter: string) => ({ availabilityZone: `eu-west-1${letter}` })
const base = [
  vpc('v', '10.0.0.0/16'),
  mainTable('m', 'v'),
  subnet('a', 'v', '10.0.0.0/24', inZone('a')),
  subnet('a2', 'v', '10.0.1.0/24', inZone('a')),
  subnet('b', 'v', '10.0.2.0/24', inZone('b')),
]
const on = (subnets: readonly string[], more: object = {}) => [
  ...base,
  loadBalancer('lb', 'v', subnets, { ...more }),
]

describe('L40', () => {
  it.each([
    [['a', 'b'], {}, 0],
    [['a'], {}, 1], // LB-1
    [['a', 'a2'], {}, 1], // two subnets, one zone
    [[], {}, 1],
    [['a'], { type: 'network', securityGroupIds: null }, 0], // LB-2: one zone is enough
  ])('subnets %j, %j: %i finding', (subnets, more, count) => {
    expect(found(balancerInOneZone, on(subnets, more))).toHaveLength(count)
  })
  it('says which zone, and offers a subnet in another', () => {
    const [finding] = found(balancerInOneZone, on(['a']))
    expect(finding?.message).toContain('has subnets in eu-west-1a only')
    expect(finding?.repairs.map((it) => it.label)).toEqual(['Add subnet b in eu-west-1b'])
    expect(left(balancerInOneZone, on(['a']))).toEqual([0])
  })
  it('offers no private subnet beside a public one', () => {
    const design = [
      ...on(['p']),
      internetGateway('igw', 'v'),
      routeTable('public', 'v', { '0.0.0.0/0': 'internet-gateway:igw' }),
      subnet('p', 'v', '10.0.9.0/24', { ...inZone('a'), routeTableId: 'route-table:public' }),
    ]
    expect(found(balancerInOneZone, design)[0]?.repairs).toEqual([])
  })
})
