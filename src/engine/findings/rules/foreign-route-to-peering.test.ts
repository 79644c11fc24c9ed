import { describe, expect, it } from 'vitest'
import { peering, routeTable, vpc } from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { foreignRouteToPeering } from './foreign-route-to-peering'

const ab = 'vpc-peering-connection:ab'
const vpcs = [
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.2.0.0/16', { secondaryCidrBlocks: ['10.3.0.0/16'] }),
]
const base = [...vpcs, peering('ab', 'a', 'b')]
const tableTo = (destination: string) => routeTable('rt', 'a', { [destination]: ab })

describe('L13', () => {
  it.each([
    ['0.0.0.0/0', ['error']], // PEER-8
    ['192.168.0.0/16', ['error']],
    ['10.0.0.0/8', ['warn']], // CL-20
    ['10.2.0.0/15', []], // both blocks side by side
    ['10.2.0.0/16', []],
    ['10.3.7.0/24', []], // PEER-6
    ['10.2.0.9/32', []],
  ])('a route to %s: %j', (destination, severities) => {
    const findings = found(foreignRouteToPeering, base, tableTo(destination))
    expect(findings.map((it) => it.severity)).toEqual(severities)
  })
  it.each([
    ['0.0.0.0/0', ['Narrow the route to 10.2.0.0/16 and 10.3.0.0/16']],
    ['10.0.0.0/8', ['Narrow the route to 10.2.0.0/16 and 10.3.0.0/16']],
    ['192.168.0.0/16', []],
  ])('a route to %s is mended by %j', (destination, labels) => {
    const design = [...base, tableTo(destination)]
    const [finding] = found(foreignRouteToPeering, design)
    expect(finding?.repairs.map((it) => it.label)).toEqual(labels)
    expect(left(foreignRouteToPeering, design)).toEqual(labels.map(() => 0))
  })
  it('adds no route that is there', () => {
    const table = routeTable('rt', 'a', {
      '10.0.0.0/8': ab,
      '10.2.0.0/16': ab,
      '10.3.0.0/16': null,
    })
    const [finding] = found(foreignRouteToPeering, base, table)
    expect(finding?.repairs[0]?.preview).toBe('Removes 1 route.')
  })
})
