import { describe, expect, it } from 'vitest'
import { hubAndSpoke } from '../../model/examples/hub-and-spoke'
import { s1 } from '../../model/examples/s1'
import { documentOf, mainTable, peering, subnet, vpc, workload } from '../../model/testing/build'
import type { Id } from '../../kinds/resource'
import { resolve } from '../network'
import { trace } from '../questions/trace'
import { outsideEnds, reachOf, type Way } from './reach'

const https = { protocol: 'tcp', port: 443 } as const

const peered = resolve(
  documentOf(
    vpc('a', '10.0.0.0/16'),
    vpc('b', '10.1.0.0/16'),
    mainTable('a', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
    // of b, the way back is there for one half of a alone
    mainTable('b', 'b', { '10.0.0.0/24': 'vpc-peering-connection:ab' }),
    peering('ab', 'a', 'b'),
    subnet('a 1', 'a', '10.0.0.0/24'),
    subnet('a 2', 'a', '10.0.1.0/24'),
    subnet('b 1', 'b', '10.1.0.0/24'),
    workload('w', 'b 1'),
  ),
)

const entries = (id: Id, way: Way) => Object.fromEntries(reachOf(peered, https, id, way))

describe('what can be reached', () => {
  it('is said of every other end', () => {
    const { 'subnet:a 2': near, 'subnet:b 1': far, ...rest } = entries('subnet:a 1', 'from')
    expect([near, far]).toEqual(['reachable', 'reachable'])
    expect(Object.keys(rest)).toEqual(['workload:w'])
    expect(entries('subnet:a 2', 'from')['subnet:b 1']).toBe('not-reachable')
  })
  it('asks of a VPC all its subnets, and tells what only some of them reach', () => {
    expect(entries('vpc:a', 'from')['subnet:b 1']).toBe('partly')
    expect(Object.keys(entries('vpc:a', 'to'))).toEqual(['subnet:b 1', 'workload:w'])
  })
  it('is nothing for what is gone', () => {
    expect(entries('subnet:gone', 'to')).toEqual({})
  })
})

describe.each([
  ['hub and spoke', documentOf(...hubAndSpoke(2).resources)],
  ['the internet and a load balancer', s1.document],
])('reach and trace of %s', (_, document) => {
  const network = resolve(document)
  const { design } = network
  const subjects: readonly Id[] = [
    ...design.all('subnet').map(({ id }): Id => id),
    ...design.all('workload').map(({ id }): Id => id),
    ...design.all('load-balancer').map(({ id }): Id => id),
    ...outsideEnds(network.design),
  ]
  it.each(['from', 'to'] as const)('agree on every pair, %s', (way) => {
    const seen = new Set<string>()
    for (const subject of subjects)
      for (const [other, reach] of reachOf(network, https, subject, way)) {
        const [source, destination] = way === 'from' ? [subject, other] : [other, subject]
        const { verdict } = trace(network, {
          ...https,
          source: { type: 'resource', id: source },
          destination: { type: 'resource', id: destination },
        })
        expect([source, destination, reach]).toEqual([source, destination, verdict])
        seen.add(verdict)
      }
    expect(seen.size).toBeGreaterThan(1)
  })
})
