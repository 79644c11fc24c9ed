import { describe, expect, it } from 'vitest'
import { internetGateway, mainTable, natGateway, subnet, vpc } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { natRoutesToItself } from './nat-routes-to-itself'

const base = [
  vpc('a', '10.0.0.0/16'),
  subnet('s', 'a', '10.0.0.0/24'),
  internetGateway('igw', 'a'),
  natGateway('n', 's'),
]

describe('L20', () => {
  it.each([
    [{ '0.0.0.0/0': 'nat-gateway:n' }, 1, 1],
    [{ '10.9.0.0/16': 'nat-gateway:n' }, 1, 0],
    [{ '0.0.0.0/0': 'nat-gateway:other' }, 0, 0],
    [{ '0.0.0.0/0': 'internet-gateway:igw' }, 0, 0],
  ])('%j: %i finding, %i repairs', (routes, count, repairs) => {
    const design = [...base, mainTable('m', 'a', routes)]
    const findings = found(natRoutesToItself, design)
    expect(findings).toHaveLength(count)
    expect(left(natRoutesToItself, design)).toEqual(Array<number>(repairs).fill(0))
  })
  it('offers nothing where the table serves private subnets too', () => {
    const shared = [
      subnet('t', 'a', '10.0.1.0/24'),
      mainTable('m', 'a', { '0.0.0.0/0': 'nat-gateway:n' }),
    ]
    const [finding] = found(natRoutesToItself, base, shared)
    expect(finding?.repairs).toEqual([])
    expect(finding?.message).toContain('sends 0.0.0.0/0 to that very gateway')
  })
})
