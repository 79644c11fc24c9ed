import { describe, expect, it } from 'vitest'
import { mainTable, natGateway, routeTable, subnet, vpc } from '../../../model/testing/build'
import { found } from '../testing/found'
import { natInAnotherZone } from './nat-in-another-zone'

const design = (zone: string, gateway: object = natGateway('n', 'nat')) => [
  vpc('v', '10.0.0.0/16'),
  mainTable('m', 'v', { '0.0.0.0/0': 'nat-gateway:n' }),
  routeTable('pub', 'v'),
  subnet('nat', 'v', '10.0.0.0/24', { routeTableId: 'route-table:pub' }),
  subnet('app', 'v', '10.0.1.0/24', { availabilityZone: zone }),
  gateway,
]

describe('L23', () => {
  it('13.1: a subnet of another zone', () => {
    const [finding] = found(natInAnotherZone, design('eu-west-1b'))
    expect(finding?.resources).toEqual(['subnet:app', 'nat-gateway:n', 'route-table:m'])
  })
  it('is silent in the same zone', () => {
    expect(found(natInAnotherZone, design('eu-west-1a'))).toEqual([])
  })
  it('is silent on a regional one (CL-21)', () => {
    const regional = natGateway('n', 'nat', {
      subnetId: null,
      vpcId: 'vpc:v',
      availabilityMode: 'regional',
    })
    expect(found(natInAnotherZone, design('eu-west-1b', regional))).toEqual([])
  })
})
