import { describe, expect, it } from 'vitest'
import { invariant } from '../../../base/invariant'
import { designOf } from '../../../model/design'
import { documentOf, natGateway, subnet, vpc, workload } from '../../../model/testing/build'
import { associatedAddressProblem, privateAddressProblem, publicAddressProblem } from './address'

const design = designOf(
  documentOf(
    vpc('a', '10.0.0.0/16'),
    subnet('one', 'a', '10.0.1.0/24'),
    workload('app', 'one', {}, { privateIpAddress: '10.0.1.10' }),
    workload('db', 'one'),
    natGateway('nat', 'one', { privateIp: '10.0.1.11' }),
  ),
)
const one = design.get('subnet:one')
invariant(one, 'the design holds what it was built from')

describe('a private address of the database', () => {
  it.each([
    ['10.0.1.0', 'the network address'],
    ['10.0.1.1', 'the VPC router'],
    ['10.0.1.2', 'the DNS server'],
    ['10.0.1.3', 'future use'],
    ['10.0.1.255', 'the broadcast address'],
    ['10.0.2.5', 'Outside one (10.0.1.0/24)'],
    ['10.0.1.10', 'app has 10.0.1.10 already'],
    ['10.0.1.11', 'nat has 10.0.1.11 already'],
  ])('%s: %s; the next free one is offered', (text, words) => {
    const problem = privateAddressProblem(text, one, 'workload:db', design)
    expect(problem?.text).toContain(words)
    expect(problem?.suggestion).toBe('10.0.1.12')
  })
  it.each(['', '10.0.1.4', '10.0.1.254'])('%j will do', (text) => {
    expect(privateAddressProblem(text, one, 'workload:db', design)).toBeNull()
  })
  it('may be the one it has', () => {
    expect(privateAddressProblem('10.0.1.10', one, 'workload:app', design)).toBeNull()
  })
  it('is offered without its leading zeros', () => {
    expect(privateAddressProblem('10.0.01.20', one, 'workload:db', design)?.suggestion).toBe(
      '10.0.1.20',
    )
  })
})

describe('a public address', () => {
  it.each(['10.0.0.1', '127.0.0.1', '100.64.0.1', 'x'])('%s will not do', (text) => {
    expect(publicAddressProblem(text)?.tone).toBe('error')
  })
  it.each(['', '203.0.113.7', '8.8.8.8'])('%j will do', (text) => {
    expect(publicAddressProblem(text)).toBeNull()
  })
})

describe('the private address that an Elastic IP address is for', () => {
  const problemOf = (text: string, addresses = ['10.0.1.10', '10.0.1.11']) =>
    associatedAddressProblem(text, 'app', addresses)
  it('is one of its interface, or left to AWS', () => {
    expect(problemOf('10.0.1.11')).toBeNull()
    expect(problemOf('')).toBeNull()
  })
  it('is none of somebody else; what the interface has is said and offered', () => {
    expect(problemOf('10.0.1.12')).toEqual({
      tone: 'error',
      text: 'app has 10.0.1.10, 10.0.1.11, not 10.0.1.12.',
      suggestion: '10.0.1.10',
    })
    expect(problemOf('10.0.1')?.text).toContain('four decimal numbers')
    expect(problemOf('10.0.1.12', [])?.text).toBe('app has no private IPv4 address.')
  })
})
