import { describe, expect, it } from 'vitest'
import { awsService, interfaceEndpoint, subnet, vpc } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { privateNamesWithoutDns } from './private-names-without-dns'

const design = (support: boolean, hostnames: boolean, privateDnsEnabled = true) => [
  awsService('s3'),
  vpc('a', '10.0.0.0/16', { enableDnsSupport: support, enableDnsHostnames: hostnames }),
  subnet('a', 'a', '10.0.0.0/24'),
  interfaceEndpoint('e', 'a', 'aws-service:s3', 'a', { privateDnsEnabled }),
]

describe('L51', () => {
  it.each([
    [true, false, 'DNS hostnames of VPC a is off'],
    [false, true, 'DNS support of VPC a is off'],
    [false, false, 'DNS support and DNS hostnames of VPC a are off'],
  ])('VPC-21: DNS support %s, DNS hostnames %s', (support, hostnames, words) => {
    const [finding, ...others] = found(privateNamesWithoutDns, design(support, hostnames))
    expect(others).toEqual([])
    expect(finding?.severity).toBe('error')
    expect(finding?.message).toContain(words)
    expect(left(privateNamesWithoutDns, design(support, hostnames))).toEqual([0])
  })
  it('is silent with both attributes, and without private names', () => {
    expect(found(privateNamesWithoutDns, design(true, true))).toEqual([])
    expect(found(privateNamesWithoutDns, design(true, false, false))).toEqual([])
  })
})
