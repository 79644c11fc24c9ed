import { describe, expect, it } from 'vitest'
import { loadBalancer, mainTable, subnet, vpc, workload } from '../../../model/testing/build'
import { found } from '../testing/found'
import { balancerSubnetSmall } from './balancer-subnet-small'

const design = (block: string, hosts = 0, more: object = {}) => [
  vpc('v', '10.0.0.0/16'),
  mainTable('m', 'v'),
  subnet('a', 'v', block),
  subnet('b', 'v', '10.0.9.0/24', { availabilityZone: 'eu-west-1b' }),
  loadBalancer('lb', 'v', ['a', 'b'], { ...more }),
  ...Array.from({ length: hosts }, (_, index) => workload(`h${index}`, 'a')),
]

describe('L41', () => {
  it.each([
    ['10.0.0.0/26', 0, 0],
    ['10.0.0.0/27', 0, 0], // LB-1: /27 is enough
    ['10.0.0.0/28', 0, 1], // 11 free, but too small
    ['10.0.0.0/27', 19, 0], // 27 usable, 8 left
    ['10.0.0.0/27', 20, 1], // 7 left
  ])('%s with %i hosts: %i finding', (block, hosts, count) => {
    expect(found(balancerSubnetSmall, design(block, hosts))).toHaveLength(count)
  })
  it('counts the node of the load balancer itself as free', () => {
    const [finding] = found(balancerSubnetSmall, design('10.0.0.0/28'))
    expect(finding?.message).toContain('has 11 free addresses')
    expect(finding?.resources).toEqual(['load-balancer:lb', 'subnet:a'])
  })
  it('is silent on a Network Load Balancer', () => {
    const more = { type: 'network', securityGroupIds: null }
    expect(found(balancerSubnetSmall, design('10.0.0.0/28', 0, more))).toEqual([])
  })
})
