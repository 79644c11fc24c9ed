import { describe, expect, it } from 'vitest'
import { eksCluster, peering, vpc } from '../../../model/testing/build'
import { found } from '../testing/found'
import { serviceCidrOverlaps } from './service-cidr-overlaps'

const design = (serviceIpv4Cidr: string | null, status = 'active') => [
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.1.0.0/16'),
  vpc('c', '10.2.0.0/16'),
  peering('ab', 'a', 'b', { status }),
  eksCluster('c', 'a', [], { serviceIpv4Cidr }),
]

describe('L08', () => {
  it.each([
    ['172.20.0.0/16', 'active', 0],
    ['10.0.128.0/20', 'active', 1], // the cluster's own VPC
    ['10.1.0.0/20', 'active', 1], // a peer
    ['10.1.0.0/20', 'pending-acceptance', 0],
    ['10.2.0.0/20', 'active', 0], // not connected
    [null, 'active', 0],
  ])('service CIDR %s, peering %s: %i finding', (services, status, count) => {
    expect(found(serviceCidrOverlaps, ...design(services, status))).toHaveLength(count)
  })
})
