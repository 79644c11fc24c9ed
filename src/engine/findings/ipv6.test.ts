import { describe, expect, it } from 'vitest'
import { natGateway, peering, routeTable, subnet, vpc } from '../../model/testing/build'
import { cidrOutOfRange } from './rules/cidr-out-of-range'
import { foreignRouteToPeering } from './rules/foreign-route-to-peering'
import { natWithoutInternetRoute } from './rules/nat-without-internet-route'
import { peeredVpcsOverlap } from './rules/peered-vpcs-overlap'
import { subnetMisplaced } from './rules/subnet-misplaced'
import { found } from './testing/found'

const six = (...ipv6CidrBlocks: readonly string[]) => ({ ipv6CidrBlocks })

describe('findings about IPv6 blocks', () => {
  it.each([
    ['2001:db8:1::/56', 0],
    ['2001:db8::/44', 0],
    ['2001:db8:1::/58', 1], // no step of four
    ['2001:db8:1::/64', 1], // a subnet's size
  ])('L01, VPC-15: a VPC with %s: %i', (block, count) => {
    expect(found(cidrOutOfRange, vpc('a', '10.0.0.0/16', six(block)))).toHaveLength(count)
  })
  it('L01, VPC-17: a subnet may be a /64', () => {
    const a = vpc('a', '10.0.0.0/16', six('2001:db8:1::/56'))
    const ipv6 = { ipv6CidrBlock: '2001:db8:1::/64' }
    expect(found(cidrOutOfRange, a, subnet('s', 'a', null, ipv6))).toEqual([])
  })
  it.each([
    ['2001:db8:1:1::/64', 0],
    ['2001:db8:1::/64', 1], // its sibling's
    ['2001:db8:2::/64', 1], // outside
  ])('L03: an IPv6-only subnet with %s: %i', (ipv6CidrBlock, count) => {
    const a = vpc('a', '10.0.0.0/16', six('2001:db8:1::/56'))
    const dual = subnet('d', 'a', '10.0.0.0/24', { ipv6CidrBlock: '2001:db8:1::/64' })
    const only = subnet('o', 'a', null, { ipv6CidrBlock })
    const findings = found(subnetMisplaced, a, dual, only)
    expect(findings).toHaveLength(count)
    for (const { evidence } of findings)
      expect(evidence[0]).toMatchObject({ field: 'ipv6CidrBlock' })
  })
  it.each([
    ['2001:db8:1::/56', 1],
    ['2001:db8:2::/56', 0],
  ])('L05: peers of which one has 2001:db8:1::/56, the other %s: %i', (block, count) => {
    const a = vpc('a', '10.0.0.0/16', six('2001:db8:1::/56'))
    const b = vpc('b', '10.1.0.0/16', six(block))
    expect(found(peeredVpcsOverlap, a, b, peering('ab', 'a', 'b'))).toHaveLength(count)
  })
  it.each([
    ['2001:db8:2::/56', []],
    ['2001:db8:2:1::/64', []],
    ['2001:db8:3::/56', ['error']],
    ['2001:db8::/32', ['warn']],
    ['::/0', ['error']],
  ])('L13: a route to a peer for %s: %j', (destination, severities) => {
    const a = vpc('a', '10.0.0.0/16')
    const b = vpc('b', '10.1.0.0/16', six('2001:db8:2::/56'))
    const table = routeTable('rt', 'a', { [destination]: 'vpc-peering-connection:ab' })
    const findings = found(foreignRouteToPeering, a, b, peering('ab', 'a', 'b'), table)
    expect(findings.map((it) => it.severity)).toEqual(severities)
  })
})

describe('L19: NAT gateways that need no route to an internet gateway', () => {
  const net = [vpc('a', '10.0.0.0/16'), subnet('s', 'a', '10.0.0.0/24')]
  it.each([
    ['public', natGateway('n', 's'), 1],
    ['private', natGateway('n', 's', { connectivityType: 'private' }), 0],
    [
      'regional',
      { ...natGateway('n', 's'), subnetId: null, vpcId: 'vpc:a', availabilityMode: 'regional' },
      0,
    ],
  ])('%s: %#', (_, gateway, count) => {
    expect(found(natWithoutInternetRoute, net, gateway)).toHaveLength(count)
  })
})
