import { describe, expect, it } from 'vitest'
import { cidr } from '../net/cidr'
import { associationProblem, blockProblem } from './vpc-blocks'

describe('VPC-2, VPC-3: sizes and ranges', () => {
  it.each([
    ['10.0.0.0/16', null],
    ['10.0.0.0/28', null],
    ['10.2.0.0/15', 'size'], // truth table row 4
    ['10.0.0.0/29', 'size'],
    ['127.0.0.0/16', 'forbidden-range'],
    ['169.254.168.0/22', 'forbidden-range'],
    ['224.0.0.0/16', 'forbidden-range'],
    ['0.0.0.0/0', 'forbidden-range'],
    ['169.253.0.0/16', null], // adjacent
    ['198.51.0.0/16', null], // VPC-14: public ranges are allowed
  ])('%s: %s', (block, code) => {
    expect(blockProblem(cidr(block))?.code ?? null).toBe(code)
  })
})

describe('VPC-5 to VPC-8: blocks that may join', () => {
  it.each([
    [['10.0.0.0/16'], '100.64.0.0/16', null], // truth table row 1
    [['100.64.0.0/16'], '10.0.0.0/16', 'restricted'], // row 2
    [['172.20.0.0/16'], '172.31.0.0/20', 'restricted'], // row 3
    [['172.31.0.0/20'], '172.20.0.0/16', null],
    [['10.1.0.0/16'], '10.0.0.0/20', 'restricted'], // VPC-7
    [['10.2.0.0/16'], '10.0.0.0/20', null],
    [['10.0.0.0/20'], '10.1.0.0/20', null],
    [['10.0.0.0/20'], '10.0.16.0/20', 'restricted'],
    [['10.2.0.0/16'], '10.2.128.0/20', 'overlap'], // VPC-5
    [['10.2.0.0/16'], '172.16.0.0/16', 'restricted'],
    [['192.168.0.0/20'], '192.168.16.0/20', null],
    [['192.168.0.0/20'], '198.19.0.0/20', 'restricted'],
    [['198.19.0.0/20'], '198.19.16.0/20', 'undocumented'],
    [['198.19.0.0/20'], '100.64.0.0/20', null],
    [['203.0.112.0/20'], '100.64.0.0/20', null],
    [['10.2.0.0/16', '100.64.0.0/16'], '10.3.0.0/16', 'undocumented'], // VPC-8
    [['10.2.0.0/16', '100.64.0.0/16'], '172.16.0.0/16', 'restricted'],
    [[], '10.0.0.0/16', null],
  ])('%j + %s: %s', (existing, block, code) => {
    expect(associationProblem(existing.map(cidr), cidr(block))?.code ?? null).toBe(code)
  })
})
