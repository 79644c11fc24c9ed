import { describe, expect, it } from 'vitest'
import {
  mainTable,
  natGateway,
  peering,
  subnet,
  transitGateway,
  vpc,
  workload,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { routeInsideVpcRefused } from './route-inside-vpc-refused'

const design = (routes: Record<string, string>) => [
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.1.0.0/16'),
  peering('ab', 'a', 'b'),
  transitGateway('t'),
  subnet('s', 'a', '10.0.1.0/24'),
  subnet('mid', 'a', '10.0.2.0/24'),
  natGateway('n', 'mid'),
  workload('fw', 'mid', { forwarding: 'forward' }, { sourceDestCheck: false }),
  mainTable('m', 'a', routes),
]

describe('L36', () => {
  it.each([
    ['a subnet to a peering connection', { '10.0.1.0/24': 'vpc-peering-connection:ab' }, 1],
    ['the whole block to a peering connection', { '10.0.0.0/16': 'vpc-peering-connection:ab' }, 1],
    ['a part of a subnet to an appliance', { '10.0.1.0/25': 'workload:fw' }, 1],
    ['more than a subnet to a NAT gateway', { '10.0.0.0/20': 'nat-gateway:n' }, 1],
    ['a whole subnet to an appliance', { '10.0.1.0/24': 'workload:fw' }, 0],
    ['the whole block to a NAT gateway (RT-4)', { '10.0.0.0/16': 'nat-gateway:n' }, 0],
    ['a block beside the VPC', { '10.1.0.0/16': 'vpc-peering-connection:ab' }, 0],
    ['a block wider than the VPC', { '10.0.0.0/8': 'vpc-peering-connection:ab' }, 0],
    [
      'a target that is gone is no matter of this rule (L11)',
      { '10.0.1.0/25': 'workload:gone' },
      0,
    ],
  ])('%s', (_, routes, count) => {
    expect(found(routeInsideVpcRefused, design(routes))).toHaveLength(count)
  })
  it('offers to remove the route, which decides nothing', () => {
    expect(left(routeInsideVpcRefused, design({ '10.0.1.0/25': 'workload:fw' }))).toEqual([0])
  })
})
