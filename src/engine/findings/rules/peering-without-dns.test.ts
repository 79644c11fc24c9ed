import { describe, expect, it } from 'vitest'
import { peering, vpc } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { peeringWithoutDns } from './peering-without-dns'

const dns = { enableDnsSupport: true, enableDnsHostnames: true }
const on = { allowDnsResolutionFromRemoteVpc: true }
const vpcs = [vpc('a', '10.0.0.0/16', dns), vpc('b', '10.1.0.0/16', dns)]

describe('L15', () => {
  it.each([
    ['on neither side', {}, 'of VPC a and VPC b'],
    ['on the requester side only', { requesterPeeringOptions: on }, 'of VPC b'],
    ['on the accepter side only', { accepterPeeringOptions: on }, 'of VPC a'],
  ])('PEER-15: DNS resolution %s', (_, more, words) => {
    const design = [...vpcs, peering('ab', 'a', 'b', more)]
    const [finding, ...others] = found(peeringWithoutDns, design)
    expect(others).toEqual([])
    expect(finding?.severity).toBe('info')
    expect(finding?.message).toContain(words)
    expect(left(peeringWithoutDns, design)).toEqual([0])
  })
  it.each([
    ['both sides resolve', { requesterPeeringOptions: on, accepterPeeringOptions: on }],
    ['it is not active, so it cannot be set', { status: 'pending-acceptance' }],
  ])('is silent where %s', (_, more) => {
    expect(found(peeringWithoutDns, vpcs, peering('ab', 'a', 'b', more))).toEqual([])
  })
  it('offers nothing while a VPC lacks a DNS attribute, and says so', () => {
    const plain = vpc('b', '10.1.0.0/16')
    const [finding] = found(peeringWithoutDns, vpcs[0], plain, peering('ab', 'a', 'b'))
    expect(finding?.repairs).toEqual([])
    expect(finding?.message).toContain('after DNS support and DNS hostnames of VPC b')
  })
})
