import { describe, expect, it } from 'vitest'
import { invariant } from '../../../base/invariant'
import { designOf } from '../../../model/design'
import { documentOf, peering, subnet, vpc } from '../../../model/testing/build'
import { cidr } from '../../../net/cidr'
import { subnetBlockProblem, usableAddresses } from './subnet-block'
import { vpcBlockProblem } from './vpc-block'

const document = documentOf(
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.1.0.0/16'),
  vpc('c', '10.3.0.0/16'),
  subnet('one', 'a', '10.0.0.0/24'),
  subnet('two', 'a', '10.0.1.0/24'),
  peering('ab', 'a', 'b'),
)
const design = designOf(document)
const a = design.get('vpc:a')
const one = design.get('subnet:one')
invariant(a && one, 'the design holds what it was built from')

const problem = (text: string, replaces: string | null = '10.0.0.0/16') =>
  vpcBlockProblem(text, a, replaces === null ? null : cidr(replaces), document, design)

describe('a block of a VPC', () => {
  it('is silent about the block there is, and about a free one', () => {
    expect(problem('10.0.0.0/16')).toBeNull()
    expect(problem('10.7.0.0/16')).toBeNull()
  })
  it.each([
    ['10.0.0.0/8', 'error', '/16 to /28'],
    ['10.0.0.0/29', 'error', '/16 to /28'],
    ['169.254.0.0/16', 'error', 'AWS reserves 169.254.0.0/16'],
    ['10.1.128.0/17', 'warn', 'Overlaps b (10.1.0.0/16)'],
    ['10.3.0.0/20', 'warn', 'Leaves one'],
    ['10.3.0.0/16', 'warn', 'c (10.3.0.0/16) has these addresses too'],
    ['10.0.0.0/24', 'warn', 'Leaves two (10.0.1.0/24) outside'],
  ])('%s: %s, %s', (text, tone, words) => {
    expect(problem(text)).toMatchObject({ tone, text: expect.stringContaining(words) })
  })
  it('offers the next free block of the size that was typed', () => {
    expect(problem('169.254.0.0/16')?.suggestion).toBe('10.2.0.0/16')
  })
  it.each([
    ['10.0.0.0/8', '10.0.0.0/16'], // its own place is not taken by itself
    ['10.5.0.0/8', '10.5.0.0/16'],
    ['10.0.0.0/14', '10.0.0.0/16'],
    ['172.16.0.0/12', '172.16.0.0/16'],
    ['52.0.0.0/10', '52.0.0.0/16'],
    ['10.9.0.16/29', '10.9.0.16/28'],
    ['10.9.0.24/32', '10.9.0.16/28'],
    ['10.1.0.8/29', '10.2.0.0/28'], // taken there: the next free one of the design
  ])('%s is mended in its own range: %s', (text, suggestion) => {
    expect(problem(text)?.suggestion).toBe(suggestion)
  })
  it('may not overlap another block of the same VPC', () => {
    expect(problem('10.0.128.0/20', null)?.text).toContain('another block of this VPC')
  })
  it('says which blocks AWS does not let into one VPC', () => {
    expect(problem('192.168.0.0/16', null)).toMatchObject({ tone: 'warn' })
  })
})

describe('the block of a subnet', () => {
  it.each([
    ['10.0.0.0/24', undefined, undefined],
    ['10.0.1.0/24', 'Overlaps two (10.0.1.0/24)', '10.0.0.0/24'],
    ['10.0.1.128/25', 'Overlaps two (10.0.1.0/24)', '10.0.0.0/25'],
    ['10.1.0.0/24', 'Outside the blocks of a (10.0.0.0/16)', '10.0.0.0/24'],
    ['10.0.0.0/30', '/16 to /28', '10.0.0.0/28'],
    ['10.0.2.9/24', 'host bits', '10.0.2.0/24'],
  ])('%s: %s', (text, words, suggestion) => {
    const problem = subnetBlockProblem(text, one, design)
    if (words === undefined) expect(problem).toBeNull()
    else expect(problem?.text).toContain(words)
    expect(problem?.suggestion).toBe(suggestion)
  })
  it('holds five hosts fewer than addresses', () => {
    expect(usableAddresses(cidr('10.0.0.0/28'))).toBe(11)
    expect(usableAddresses(cidr('10.0.0.0/24'))).toBe(251)
  })
})
