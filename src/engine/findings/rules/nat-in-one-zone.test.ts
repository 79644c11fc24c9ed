import { describe, expect, it } from 'vitest'
import { mainTable, natGateway, routeTable, subnet, vpc } from '../../../model/testing/build'
import { found } from '../testing/found'
import { natInOneZone } from './nat-in-one-zone'

const b = { availabilityZone: 'eu-west-1b' }
const base = [
  vpc('v', '10.0.0.0/16'),
  mainTable('m', 'v', { '0.0.0.0/0': 'nat-gateway:n' }),
  routeTable('pub', 'v'),
  subnet('nat', 'v', '10.0.0.0/24', { routeTableId: 'route-table:pub' }),
  subnet('one', 'v', '10.0.1.0/24'),
  natGateway('n', 'nat'),
]
const two = subnet('two', 'v', '10.0.2.0/24', b)

describe('L22', () => {
  it('13.1: clients in two zones', () => {
    const [finding] = found(natInOneZone, base, two)
    expect(finding?.resources).toEqual(['nat-gateway:n', 'vpc:v'])
    expect(finding?.message).toContain('eu-west-1a and eu-west-1b')
  })
  it('is silent on clients in one zone', () => {
    expect(found(natInOneZone, base)).toEqual([])
  })
  it('is silent where another zone has one that is used', () => {
    const second = [
      subnet('nat2', 'v', '10.0.3.0/24', { ...b, routeTableId: 'route-table:pub' }),
      natGateway('n2', 'nat2'),
      routeTable('two', 'v', { '0.0.0.0/0': 'nat-gateway:n2' }),
      subnet('two', 'v', '10.0.2.0/24', { ...b, routeTableId: 'route-table:two' }),
    ]
    expect(found(natInOneZone, base, second)).toEqual([])
  })
  it('is silent on a regional one (CL-21)', () => {
    const regional = natGateway('n', 'nat', {
      subnetId: null,
      vpcId: 'vpc:v',
      availabilityMode: 'regional',
    })
    expect(found(natInOneZone, base, two, regional)).toEqual([])
  })
})
