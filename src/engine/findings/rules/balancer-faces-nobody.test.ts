import { describe, expect, it } from 'vitest'
import {
  internetGateway,
  loadBalancer,
  mainTable,
  natGateway,
  routeTable,
  subnet,
  vpc,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { balancerFacesNobody } from './balancer-faces-nobody'

const zoneB = { availabilityZone: 'eu-west-1b' }
const base = [
  vpc('v', '10.0.0.0/16'),
  internetGateway('igw', 'v'),
  mainTable('m', 'v'),
  routeTable('public', 'v', { '0.0.0.0/0': 'internet-gateway:igw' }),
  subnet('a', 'v', '10.0.0.0/24', { routeTableId: 'route-table:public' }),
  subnet('b', 'v', '10.0.1.0/24', { ...zoneB, routeTableId: 'route-table:public' }),
  subnet('c', 'v', '10.0.2.0/24', zoneB),
]
const facing = { scheme: 'internet-facing' }

describe('L42', () => {
  it.each([
    [['a', 'b'], facing, 0],
    [['a', 'c'], facing, 1], // LB-3
    [['a', 'c'], { scheme: 'internal' }, 0],
    [['a', 'c'], { ...facing, type: 'network', securityGroupIds: null }, 1],
  ])('subnets %j, %j: %i finding', (subnets, more, count) => {
    expect(
      found(balancerFacesNobody, base, loadBalancer('lb', 'v', subnets, { ...more })),
    ).toHaveLength(count)
  })
  it('one finding for each private subnet, with the route that lacks', () => {
    const design = [...base, loadBalancer('lb', 'v', ['a', 'c'], facing)]
    const [finding] = found(balancerFacesNobody, design)
    expect(finding?.resources).toEqual(['load-balancer:lb', 'subnet:c', 'route-table:m'])
    expect(finding?.repairs.map((it) => it.label)).toEqual([
      'Route 0.0.0.0/0 to the internet gateway',
    ])
    expect(left(balancerFacesNobody, design)).toEqual([0])
  })
  it('a NAT gateway makes no subnet public', () => {
    const nat = [natGateway('n', 'a'), mainTable('m', 'v', { '0.0.0.0/0': 'nat-gateway:n' })]
    const [finding] = found(
      balancerFacesNobody,
      [...base, ...nat],
      loadBalancer('lb', 'v', ['a', 'c'], facing),
    )
    expect(finding?.repairs).toEqual([]) // the default route leads elsewhere already
  })
})
